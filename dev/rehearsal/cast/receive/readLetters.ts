import type { LetterKind } from '../../../../contracts/letters.ts';
import type { Instant } from '../../../../contracts/plan.ts';
import type { Queryable } from '../../../../db/pool.ts';
import { headerOf, textOf, type UnreadMail } from '../../../mailbox/readMail.ts';
import type { LetterFacts, LinkInLetter, OwedInLetter } from './facts.ts';

/** Kinds that bring nothing to do: their text is not even opened. */
const ONLY_TELLS = new Set([
  'receipt',
  'remind',
  'overdue',
  'excused',
  'programme-starts',
  'period-taken-out',
  'reassigned',
  'supervision',
  'handling-decided',
  'date-moved',
  'finding-reversed',
]);

interface Row {
  letter: string;
  kind: LetterKind;
  receiver: string;
  positions: string[];
  now: Instant;
  period: LetterFacts['period'];
  owed: OwedInLetter[];
}

/**
 * The letters of one notice among the mail, with what each is about; in the mail's order. The links are read from the
 * letter's own text, as its receiver finds them there.
 */
export async function readLetters(
  queryable: Queryable,
  noticeId: string,
  mail: readonly UnreadMail[],
): Promise<LetterFacts[]> {
  const texts = new Map<string, Buffer>();
  for (const { raw } of mail) {
    const letter = headerOf(raw, 'X-Dondoc-Letter');
    const kind = headerOf(raw, 'X-Dondoc-Kind') ?? '';
    if (letter !== undefined && !ONLY_TELLS.has(kind)) texts.set(letter, raw);
  }
  if (texts.size === 0) return [];
  const { rows } = await queryable.query<Row>(LETTERS, [[...texts.keys()], noticeId]);
  return Promise.all(
    rows.map(async ({ letter, ...facts }) => {
      const raw = texts.get(letter);
      return { ...facts, links: raw ? linksIn(await textOf(raw)) : [] };
    }),
  );
}

const PURPOSES = { r: 'report', d: 'desk', f: 'finding' } as const;

/** The links of a letter's text. What a link is about stands in it in the open, before its signature. */
export function linksIn(text: string): LinkInLetter[] {
  return [...text.matchAll(/https?:\/\/[^\s/]+(\/([rdf])\/([\w-]+)\.[\w-]+)/g)].map(
    ([, path = '', purpose = 'r', claim = '']) => ({
      to: PURPOSES[purpose as keyof typeof PURPOSES],
      path,
      subject: Buffer.from(claim, 'base64url').toString().split('\n')[2] ?? '',
    }),
  );
}

const LETTERS = `
select l.id as letter, l.kind, l.person_id as receiver, r.now,
  array(select h.party_id from holding h where h.notice_id = l.notice_id and h.person_id = l.person_id and h.sole
    and h.since <= r.now and (h.until is null or h.until > r.now) order by 1) as positions,
  (select jsonb_build_object('processId', d.process_id, 'periodKey', d.key) from period d where d.id = l.period_id) as period,
  (select coalesce(jsonb_agg(jsonb_build_object(
       'obligationId', o.id, 'periodId', o.period_id, 'processId', o.process_id, 'periodKey', d.key, 'partyId', o.party_id,
       'track', o.track, 'deliverable', o.deliverable, 'lastDay', s.last_day,
       'dueAt', to_char(o.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'lockAt', to_char(o.lock_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'own', l.person_id = (select min(h.person_id) from holding h where h.notice_id = o.notice_id and h.party_id = o.party_id
          and h.since <= r.now and (h.until is null or h.until > r.now))) order by o.id), '[]')
   from letter_obligation lo join obligation o on o.id = lo.obligation_id
   join period d on d.id = o.period_id join schedule s on s.id = o.schedule_id
   where lo.letter_id = l.id) as owed
from letter l join rehearsal r on r.notice_id = l.notice_id
where l.id = any($1::uuid[]) and l.notice_id = $2 order by l.written_at, l.key`;
