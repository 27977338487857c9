import { CastFailed, outcomeOf } from './castFailed.ts';
import { ask } from './visit.ts';

export type CastRole = 'office' | 'head' | 'supervisor';

/** The API as the office and the chair use it where no letter brought them a link. */
export interface OfficialApi {
  /** Asks as a person. @throws CastFailed for any answer but one */
  read<Answer>(as: Bearer, path: string): Promise<Answer>;
  /** Decides as a person, once for a key. Answers with the outcome in words. */
  decide(
    as: Bearer,
    method: 'POST' | 'PUT',
    path: string,
    key: string,
    body: unknown,
  ): Promise<string>;
  /** Revokes the tokens that were made here. */
  close(): Promise<void>;
}

export interface Bearer {
  role: CastRole;
  person: string;
}

/** Opens the API with an admin's token; each person's own token is made when it is first needed. */
export function officialApi(apiUrl: string, adminToken: string, noticeId: string): OfficialApi {
  const tokens = new Map<string, Promise<{ id: string; token: string }>>();

  const request = (token: string, method: string, path: string, body?: unknown, key?: string) =>
    ask(`${apiUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': keyOf(key) }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  const must = async <Answer>(what: string, answer: Response): Promise<Answer> => {
    if (answer.ok) return (await answer.json()) as Answer;
    throw new CastFailed(`${what}: ${await outcomeOf(what, answer)}`);
  };

  const makeToken = async ({ role, person }: Bearer) => {
    const label = `rehearsal: ${person}`;
    const body = { label, role, notice: noticeId, person, expiresInDays: 730 };
    const answer = await request(adminToken, 'POST', '/tokens', body);
    return must<{ id: string; token: string }>('POST /tokens', answer);
  };

  const tokenOf = async (as: Bearer): Promise<string> => {
    const key = `${as.role} ${as.person}`;
    const made = tokens.get(key) ?? makeToken(as);
    tokens.set(key, made);
    return (await made).token;
  };

  return {
    async read(as, path) {
      return must(`GET ${path}`, await request(await tokenOf(as), 'GET', path));
    },
    async decide(as, method, path, key, body) {
      const answer = await request(await tokenOf(as), method, path, body, key);
      return outcomeOf(`${method} ${path}`, answer);
    },
    async close() {
      for (const made of tokens.values()) {
        const { id } = await made;
        await must(
          'POST /tokens/…/revoke',
          await request(adminToken, 'POST', `/tokens/${id}/revoke`, {}),
        );
      }
      tokens.clear();
    },
  };
}

/** An Idempotency-Key holds printable ASCII without blanks. */
const keyOf = (text: string): string => encodeURIComponent(text).slice(0, 200);
