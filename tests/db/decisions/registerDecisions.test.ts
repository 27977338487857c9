import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { acceptByTime } from '../../../db/decisions/acceptByTime.ts';
import { acceptSubmissions } from '../../../db/decisions/acceptSubmissions.ts';
import type { Affected } from '../../../db/decisions/affected.ts';
import { certify } from '../../../db/decisions/certify.ts';
import { excuse } from '../../../db/decisions/excuse.ts';
import { keyIn } from '../../../db/decisions/keyIn.ts';
import { recordSignedOriginal } from '../../../db/decisions/recordSignedOriginal.ts';
import { isCertified } from '../../../db/periods/isCertified.ts';
import { readSubmission } from '../../../db/submissions/readSubmission.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  DECEMBER,
  findingState,
  letter,
  logOf,
  obligationRow,
  openCommittee,
  race,
  recordFinding,
  report,
  takeWake,
} from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
const AT = '2020-12-10T03:00:00.000Z';
const office = { id: 'person:p-office', capacity: 'office' };

const deciding = (at: string = AT) => ({
  decisionId: randomUUID(),
  noticeId: committee.id,
  actor: office,
  at,
});
const decisions = async (kind: string) => {
  const { rows } = await register.pool.query<{
    subject: string;
    actor: string;
    capacity: string;
    reason: string;
  }>(
    `select d.subject, d.actor, d.capacity, t.reason from decision d left join decision_text t on t.decision_id = d.id
     where d.notice_id = $1 and d.kind = $2`,
    [committee.id, kind],
  );
  return rows;
};

describe('excusing', () => {
  const excusing = (
    parties: string[],
    over: { at?: string; ground?: 'leave' | 'sickness' } = {},
  ) => ({
    ...deciding(over.at),
    decision: {
      obligations: parties.map((party) => committee.owed(party)),
      ground: over.ground ?? ('leave' as const),
      reason: 'Annual leave.',
    },
    compose: () => [],
    composeReversed: () => [],
  });

  test('closes the obligation, with who, when and why, and stops the ladder', async () => {
    let told: Affected[] = [];
    const input = {
      ...excusing(['ana']),
      compose: ({ items }: { items: Affected[] }) => {
        told = items;
        return [letter('excused', 'p-ana', [committee.owed('ana')], AT)];
      },
    };
    await excuse(register.pool, input);
    expect((await obligationRow(register.pool, committee.owed('ana'))).outcome).toBe('excused');
    expect(await decisions('excuse')).toEqual([
      {
        subject: committee.owed('ana'),
        actor: office.id,
        capacity: 'office',
        reason: 'Annual leave.',
      },
    ]);
    expect(told.map(({ capacity, outcome }) => [capacity, outcome])).toEqual([
      ['Title of ana', 'excused'],
    ]);
    expect(await logOf(register.pool, committee.owed('ana'))).toEqual([
      'decided-excuse',
      'obligation-excused',
    ]);
  });

  test('repeated with the same id changes nothing and answers the same', async () => {
    const input = excusing(['ana']);
    const first = await excuse(register.pool, input);
    expect(await excuse(register.pool, input)).toEqual(first);
    expect(await decisions('excuse')).toHaveLength(1);
  });

  test('excuses all that it names or none', async () => {
    await takeSubmission(register.pool, report(committee, 'binh', 'p-binh', AT));
    await expect(excuse(register.pool, excusing(['ana', 'binh']))).rejects.toMatchObject({
      failure: 'Conflict',
      message: expect.stringContaining('has been reported on already'),
    });
    expect((await obligationRow(register.pool, committee.owed('ana'))).outcome).toBe('open');
    expect(await decisions('excuse')).toEqual([]);
  });

  test('reverses a finding made before, and leaves a withheld one as it is', async () => {
    await recordFinding(register.pool, committee, committee.owed('ana'));
    await recordFinding(register.pool, committee, committee.owed('binh'), {
      doubts: ['not-delivered'],
    });
    await excuse(
      register.pool,
      excusing(['ana', 'binh'], { at: DECEMBER.chair, ground: 'sickness' }),
    );
    expect(await findingState(register.pool, committee.owed('ana'))).toBe('reversed');
    expect(await findingState(register.pool, committee.owed('binh'))).toBe('withheld');
  });

  test('against a submission: whoever locks first wins and the other is told so', async () => {
    const id = committee.owed('ana');
    const [excused, submitted] = await race(
      register.pool,
      id,
      () => excuse(register.pool, excusing(['ana'])),
      () => takeSubmission(register.pool, report(committee, 'ana', 'p-ana', AT)),
    );
    expect(excused.status).toBe('fulfilled');
    expect(submitted).toMatchObject({ status: 'rejected', reason: { failure: 'Conflict' } });
  });

  test('refuses an id that another kind of decision was taken under', async () => {
    const input = excusing(['ana']);
    await certify(register.pool, {
      ...deciding(DECEMBER.lock),
      decisionId: input.decisionId,
      periodId: committee.period,
      personId: 'p-office',
      channel: 'link',
      decision: { book: true, tray: true, zalo: true },
    });
    await expect(excuse(register.pool, input)).rejects.toMatchObject({ failure: 'Conflict' });
  });
});

describe('certifying', () => {
  const certifying = (at: string = DECEMBER.lock) => ({
    ...deciding(at),
    periodId: committee.period,
    personId: 'p-office',
    channel: 'link' as const,
    decision: { book: true as const, tray: true as const, zalo: true as const },
  });

  test('opens the gate, wakes the follow-up, and leaves nothing to review', async () => {
    expect(await isCertified(register.pool, committee.period, DECEMBER.due)).toBe(false);
    const { decisionId } = await certify(register.pool, certifying('2020-12-15T03:00:00.000Z'));
    expect(await isCertified(register.pool, committee.period, DECEMBER.due)).toBe(true);
    expect(await takeWake(register.pool, committee.period)).toBe(true);
    expect(await readSubmission(register.pool, decisionId)).toMatchObject({
      review: 'accepted',
      checklist: ['book', 'tray', 'zalo'],
      covers: [{ obligationId: committee.owed('office', 'certificate'), outcome: 'on-time' }],
    });
  });

  test('twice at once: one certifies, the other is told that it is done', async () => {
    const [first, second] = await race(
      register.pool,
      committee.owed('office', 'certificate'),
      () => certify(register.pool, certifying()),
      () => certify(register.pool, certifying()),
    );
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { failure: 'Conflict' } });
    expect(await decisions('certify')).toHaveLength(1);
  });

  test('twice at once under one id: both are answered, one is entered', async () => {
    const input = certifying();
    const [first, second] = await race(
      register.pool,
      committee.owed('office', 'certificate'),
      () => certify(register.pool, input),
      () => certify(register.pool, input),
    );
    expect(second).toEqual(first);
    expect(first.status).toBe('fulfilled');
    expect(await decisions('certify')).toHaveLength(1);
  });

  test('is for whoever holds the office alone', async () => {
    await expect(
      certify(register.pool, { ...certifying(), personId: 'p-ana' }),
    ).rejects.toMatchObject({ failure: 'NotAllowed' });
    expect(await isCertified(register.pool, committee.period, DECEMBER.due)).toBe(false);
  });

  test('is refused where a period asks for none', async () => {
    await expect(
      certify(register.pool, { ...certifying(), periodId: 'none' }),
    ).rejects.toMatchObject({ failure: 'NotFound' });
  });
});

describe('reviewing', () => {
  const take = async (party: string, signer: string, reviewDueAt = '2020-12-21T10:00:00.000Z') => {
    const submission = report(committee, party, signer, AT, { reviewDueAt });
    await takeSubmission(register.pool, submission);
    return submission.id;
  };
  const accepting = (submissions: string[]) => ({ ...deciding(), decision: { submissions } });

  test('accepts many in one decision', async () => {
    const ids = [await take('ana', 'p-ana'), await take('binh', 'p-binh')];
    await acceptSubmissions(register.pool, accepting(ids));
    for (const id of ids)
      expect(await readSubmission(register.pool, id)).toMatchObject({
        review: 'accepted',
        reviewedAt: AT,
      });
    expect(await decisions('accept')).toHaveLength(1);
  });

  test('accepts all or none: what was accepted before is a conflict', async () => {
    const [ana, binh] = [await take('ana', 'p-ana'), await take('binh', 'p-binh')];
    await acceptSubmissions(register.pool, accepting([ana]));
    await expect(acceptSubmissions(register.pool, accepting([ana, binh]))).rejects.toMatchObject({
      failure: 'Conflict',
    });
    expect((await readSubmission(register.pool, binh)).review).toBe('unreviewed');
  });

  test('counts as accepted by time what nobody has reviewed by its day, and not a moment before', async () => {
    const id = await take('ana', 'p-ana', '2020-12-17T10:00:00.000Z');
    const sweep = (now: string) => acceptByTime(register.pool, { noticeId: committee.id, now });
    expect(await sweep('2020-12-17T09:59:59.999Z')).toBe(0);
    expect(await sweep('2020-12-17T10:00:00.000Z')).toBe(1);
    expect(await sweep('2020-12-17T10:00:00.000Z')).toBe(0);
    expect((await readSubmission(register.pool, id)).review).toBe('accepted-by-time');
    expect(await logOf(register.pool, id)).toEqual(['submission-accepted-by-time']);
  });

  test('sweeps more than one transaction holds', async () => {
    const many = await openCommittee(register.pool, 2);
    await register.pool.query(
      `insert into submission (id, notice_id, receipt_no, channel, kind, capacities, uploaded_by, received_at, recorded_at,
         content_sha256, review_due_at)
       select gen_random_uuid(), $1, $1 || n, 'link', 'report', '{x}', 'person:x', $2, $2, '0', $2 from generate_series(1, 1201) n`,
      [many.id, AT],
    );
    expect(await acceptByTime(register.pool, { noticeId: many.id, now: AT })).toBe(1201);
  });

  test('notes a signed original once', async () => {
    const submissionId = await take('ana', 'p-ana');
    const input = { ...deciding(), submissionId, number: '12/BC' };
    await recordSignedOriginal(register.pool, input);
    await recordSignedOriginal(register.pool, input);
    expect(await readSubmission(register.pool, submissionId)).toMatchObject({
      signedOriginalAt: AT,
      signedOriginalNo: '12/BC',
      review: 'unreviewed',
    });
    await expect(
      recordSignedOriginal(register.pool, { ...input, decisionId: randomUUID() }),
    ).rejects.toMatchObject({ failure: 'Conflict' });
  });
});

describe('keying in', () => {
  const keying = (over: { receivedAt?: string; signedBy?: string } = {}) => ({
    ...deciding('2020-12-16T03:00:00.000Z'),
    decision: {
      obligations: [committee.owed('ana')],
      channel: 'zalo' as const,
      kind: 'report' as const,
      checklist: [],
      receivedAt: over.receivedAt ?? '2020-12-14T10:00:00+07:00',
      body: '',
      reason: 'Sent to the office phone.',
      ...(over.signedBy === undefined ? {} : { signedBy: over.signedBy }),
    },
    attachments: [],
    reviewDueAt: '2020-12-23T10:00:00.000Z',
    composeReceipt: () => [],
    composeReversed: () => [],
  });

  test('takes the time of receipt as the office says it, in whatever offset', async () => {
    const receipt = await keyIn(register.pool, keying());
    expect(receipt).toMatchObject({ receivedAt: '2020-12-14T03:00:00.000Z', late: false });
    expect(await decisions('key-in')).toMatchObject([{ reason: 'Sent to the office phone.' }]);
  });

  test('repeated with the same id answers the same receipt', async () => {
    const input = keying();
    const first = await keyIn(register.pool, input);
    expect(await keyIn(register.pool, input)).toEqual(first);
    expect(await decisions('key-in')).toHaveLength(1);
  });

  test('refuses a signer whom nobody knows', async () => {
    await expect(keyIn(register.pool, keying({ signedBy: 'p-nobody' }))).rejects.toMatchObject({
      failure: 'Invalid',
      pointer: '/signedBy',
    });
  });
});
