import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

export const ROLES = ['admin', 'office', 'supervisor', 'head', 'party'] as const;
export type Role = (typeof ROLES)[number];

/** A token as the register knows it: never the token itself. */
export interface Token {
  id: string;
  label: string;
  role: Role;
  noticeId: string | null;
  personId: string | null;
  createdAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
}

export interface NewToken {
  label: string;
  role: Role;
  noticeId: string | null;
  personId: string | null;
  expiresAt: Instant;
}

const COLUMNS = `id, label, role, notice_id as "noticeId", person_id as "personId",
  created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt"`;

const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Makes a token of 256 random bits. Its text is in the answer and nowhere else: the register keeps its SHA-256.
 * @throws Invalid where the notice or the person is unknown, or the role needs one and none is given
 */
export async function makeToken(
  queryable: Queryable,
  token: NewToken,
): Promise<Token & { token: string }> {
  await checkBearer(queryable, token);
  const text = `dondoc_${randomBytes(32).toString('base64url')}`;
  const { rows } = await queryable.query<Token>(
    `insert into api_token (id, token_sha256, label, role, notice_id, person_id, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
    [
      randomUUID(),
      sha256(text),
      token.label,
      token.role,
      token.noticeId,
      token.personId,
      token.expiresAt,
    ],
  );
  const [made] = rows;
  if (!made) throw new Error('the register answered an inserted token with no row');
  return { ...made, token: text };
}

async function checkBearer(queryable: Queryable, token: NewToken): Promise<void> {
  const { role, noticeId, personId } = token;
  const refuse = (message: string, pointer: string): never => {
    throw new PermanentFailure(FAILURES.invalid, message, pointer);
  };
  if (role !== 'admin' && noticeId === null)
    refuse(`a token of role ${role} needs its notice`, '/notice');
  if (role !== 'admin' && role !== 'office' && personId === null) {
    refuse(`a token of role ${role} needs the person who decides with it`, '/person');
  }
  if (noticeId === null && personId !== null) refuse('a person belongs to a notice', '/notice');
  if (noticeId === null) return;
  const { rows } = await queryable.query<{ notice: boolean; person: boolean }>(
    `select exists (select from notice where id = $1) as notice,
       $2::text is null or exists (select from person where notice_id = $1 and id = $2 and erased_at is null) as person`,
    [noticeId, personId],
  );
  if (!rows[0]?.notice) refuse(`there is no notice ${noticeId}`, '/notice');
  if (!rows[0]?.person) refuse(`the notice ${noticeId} has no person ${personId}`, '/person');
}

/** The living token with this text, on the machine's clock; undefined for one unknown, revoked or expired. */
export async function findToken(queryable: Queryable, text: string): Promise<Token | undefined> {
  const { rows } = await queryable.query<Token>(
    `select ${COLUMNS} from api_token
     where token_sha256 = $1 and revoked_at is null and expires_at > clock_timestamp()`,
    [sha256(text)],
  );
  return rows[0];
}

/** All tokens, the newest first. */
export async function listTokens(queryable: Queryable): Promise<Token[]> {
  const { rows } = await queryable.query<Token>(
    `select ${COLUMNS} from api_token order by created_at desc, id`,
  );
  return rows;
}

/** Revokes a token at once; revoked again, it keeps its first time. @throws NotFound for an unknown id */
export async function revokeToken(queryable: Queryable, id: string): Promise<Token> {
  const { rows } = await queryable.query<Token>(
    `update api_token set revoked_at = coalesce(revoked_at, clock_timestamp()) where id = $1 returning ${COLUMNS}`,
    [id],
  );
  if (!rows[0]) throw new PermanentFailure(FAILURES.notFound, `there is no token ${id}`);
  return rows[0];
}
