import type { Instant } from '../../../contracts/plan.ts';
import type { Queryable } from '../../../db/pool.ts';
import type { CastRole } from './web/officialApi.ts';

/** What somebody of the cast may do, by its name, and what each is about. Pages are told by their path: a port may change. */
export interface Subjects {
  'hand in': {
    page: string;
    kind: 'report' | 'nothing';
    /** tells the texts of two versions apart */
    version: number;
    obligations: string[];
    /** its page hangs on what others do at the same instant: it is done by itself */
    alone?: true;
    /** what is handed in is an opinion on a draft */
    isOpinion?: true;
    /** the obligation whose report is handed in once more, where it is a copy */
    copyOf?: string;
  };
  'enter comments': { process: string };
  'record candidates': { process: string; since: string };
  certify: { page: string };
  'answer finding': { page: string };
  hold: { page: string; obligation: string; workingDays: number };
  'excuse after': { page: string; obligation: string };
  'key in': { obligations: string[]; signedBy: string; receivedAt: Instant };
  'excuse before': { obligations: string[] };
  extend: { as: CastRole; obligations: string[]; dueDate: string };
  review: { period: string; dueDate: string };
  release: { process: string; periodKey: string };
  digest: { process: string; periodKey: string; edit: boolean };
  'add peak': { process: string; from: string; to: string; call: string; returnsDue: string };
  reverse: { as: CastRole; finding: string };
  'record supervision': { process: string; periodKey: string; party: string };
  'close period': { process: string; periodKey: string };
  'decide proposals': { page: string };
  'merge period': { process: string; periodKey: string; into: string };
  reassign: { obligation: string; to: string };
  'hand over': { party: string; holder: { id: string; name: string; address: string } };
  'move session': { process: string; dueDate: string };
}
export type ActName = keyof Subjects;

/** Something that somebody of the cast will do at a planned instant. */
export type Act = {
  [Name in ActName]: {
    /** made of what it answers: the same answer is planned once */
    id: string;
    /** a person of the notice */
    actor: string;
    act: Name;
    subject: Subjects[Name];
    at: Instant;
  };
}[ActName];
export type ActOf<Name extends ActName> = Extract<Act, { act: Name }>;

/** Enters acts into the rehearsal's diary; one that is there already stays as it is. */
export async function planActs(queryable: Queryable, noticeId: string, acts: Act[]): Promise<void> {
  if (acts.length === 0) return;
  await queryable.query(
    `insert into cast_act (id, notice_id, actor, act, subject, at)
     select a.id, $1, a.actor, a.act, a.subject, a.at
     from jsonb_to_recordset($2) as a(id text, actor text, act text, subject jsonb, at timestamptz)
     on conflict (id) do nothing`,
    [noticeId, JSON.stringify(acts)],
  );
}

/** The acts whose time has come, by their planned order. */
export async function actsDue(queryable: Queryable, noticeId: string): Promise<Act[]> {
  const { rows } = await queryable.query<Act>(
    `select a.id, a.actor, a.act, a.subject, a.at from cast_act a join rehearsal r using (notice_id)
     where a.notice_id = $1 and a.done_at is null and a.at <= r.now order by a.at, a.id`,
    [noticeId],
  );
  return rows;
}

/** Notes what became of an act. */
export async function actDone(queryable: Queryable, id: string, outcome: string): Promise<void> {
  await queryable.query('update cast_act set done_at = at, outcome = $2 where id = $1', [
    id,
    outcome,
  ]);
}
