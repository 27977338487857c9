import { MockActivityEnvironment } from '@temporalio/testing';
import { type Activities, createActivities } from '../../../activities/createActivities.ts';
import type { StepInput } from '../../../activities/steps/step.ts';
import type { Instant } from '../../../contracts/plan.ts';
import type { Pool } from '../../../db/pool.ts';
import type { Committee } from '../../support/register.ts';

/** Everybody in a committee of a few. */
export const ALL = { from: 1, to: 100 };

/** The real activities on a register, each run as a worker runs it; none of those that start workflows may be called. */
export function activitiesOf(pool: Pool): Activities {
  const groups = createActivities({ pool, client: undefined as never });
  const inContext = (group: object) =>
    Object.fromEntries(
      Object.entries(group).map(([name, act]) => [
        name,
        (input: unknown) => new MockActivityEnvironment().run(act, input),
      ]),
    );
  return Object.fromEntries(
    Object.entries(groups).map(([name, group]) => [name, inContext(group)]),
  ) as unknown as Activities;
}

/** Names a step of the committee's period. */
export const stepOf = (
  committee: Committee,
  stepKey: string,
  now: Instant,
  track = 'main',
): StepInput => ({
  periodId: committee.period,
  scheduleId: `${committee.period}/${track}`,
  stepKey,
  now,
});

/** The post office's part: whatever waits to be sent has gone out at this instant. */
export async function sendAll(pool: Pool, at: Instant): Promise<void> {
  await pool.query(`update letter set state = 'sent', sent_at = $1 where state = 'queued'`, [at]);
}

export interface LetterRow {
  kind: string;
  person: string;
  key: string;
  not_before: Instant;
  about: string[];
  document: string;
}

/** The letters of a notice of one kind, with what they are about, by person. */
export async function lettersOf(pool: Pool, noticeId: string, kind: string): Promise<LetterRow[]> {
  const { rows } = await pool.query<LetterRow>(
    `select l.kind, l.person_id as person, l.key, l.not_before, t.document::text as document,
       coalesce(array_agg(lo.obligation_id order by lo.obligation_id) filter (where lo.obligation_id is not null), '{}') as about
     from letter l join letter_text t on t.letter_id = l.id left join letter_obligation lo on lo.letter_id = l.id
     where l.notice_id = $1 and l.kind = $2 group by l.id, t.document order by l.person_id, l.key`,
    [noticeId, kind],
  );
  return rows;
}
