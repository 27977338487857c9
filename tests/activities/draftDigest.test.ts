import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { DigestDraft } from '../../contracts/digest.ts';
import type { Instant } from '../../contracts/plan.ts';
import { cancelObligations } from '../../db/decisions/cancelObligations.ts';
import { certify } from '../../db/decisions/certify.ts';
import { excuse } from '../../db/decisions/excuse.ts';
import { extend } from '../../db/decisions/extend.ts';
import { pauseProcess } from '../../db/decisions/pauseProcess.ts';
import { reassign } from '../../db/decisions/reassign.ts';
import { resumeProcess } from '../../db/decisions/resumeProcess.ts';
import { reverseFinding } from '../../db/decisions/reverseFinding.ts';
import { takeOutPeriod } from '../../db/decisions/takeOutPeriod.ts';
import { listProposals } from '../../db/reading/proposals.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { MEMBERS, type Member, openDigestCommittee } from '../support/digestCommittee.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import { DECEMBER } from '../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openDigestCommittee(register.pool));
const KEY = DECEMBER.key;
const FIRST = '2020-12-16T06:00:00.000Z';
const SECOND = '2020-12-30T06:00:00.000Z';

beforeEach(async () => {
  await committee.open('reports', KEY, DECEMBER.prompt);
});

const deciding = (at: Instant) => ({
  decisionId: randomUUID(),
  noticeId: committee.id,
  actor: { id: 'person:p-chair', capacity: 'chair' },
  at,
});
const extended = (party: Member, dueDate: string, at: Instant, track = 'main') =>
  extend(register.pool, {
    ...deciding(at),
    periodId: committee.period('reports', KEY),
    decision: {
      obligations: [committee.owed(KEY, party, track)],
      dueDate,
      boundary: 'by',
      reason: 'A storm.',
    },
    compose: () => [],
  });
const handIn = (party: Member, at: Instant) =>
  takeSubmission(register.pool, committee.handIn(KEY, party, at));
const locked = async (party: Member, at: Instant) => {
  await committee.find(committee.owed(KEY, party), at);
  await committee.lock(committee.owed(KEY, party), at);
};
/** Each period of a draft with how its parties stand; one that was told before is marked. */
const told = ({ reports }: DigestDraft) =>
  reports.map(({ periodKey, again, parties }) => [
    again ? `${periodKey} again` : periodKey,
    Object.fromEntries(parties.map(({ partyId, status }) => [partyId, status])),
  ]);

test('who had more time is told again in the next digest, whether he reported or not, and nobody else is', async () => {
  await handIn('ana', DECEMBER.remind);
  for (const one of ['binh', 'chi'] as const) await extended(one, '2020-12-18', DECEMBER.remind);
  expect(told(await committee.draft('2020-12-16', FIRST))).toEqual([
    [KEY, { ana: 'on-time', binh: 'extended', chi: 'extended' }],
  ]);
  await handIn('binh', '2020-12-17T02:00:00.000Z');
  await locked('chi', '2020-12-21T04:00:00.000Z');
  const second = await committee.draft('2020-12-30', SECOND);
  expect(told(second)).toEqual([[`${KEY} again`, { binh: 'on-time', chi: 'missing' }]]);
  expect(second.reports[0]).toMatchObject({
    totals: { owed: 2, onTime: 1, missing: 1, other: 0 },
    again: { whole: { owed: 3, onTime: 2, missing: 1 } },
  });
  expect(told(await committee.draft('2021-01-16', '2021-01-18T06:00:00.000Z'))).toEqual([]);
});

test('nobody is called silent before the lock is taken: with the certificate late, the next digest says who was', async () => {
  await handIn('ana', DECEMBER.remind);
  const first = await committee.draft('2020-12-16', FIRST);
  expect(told(first)).toEqual([[KEY, { ana: 'on-time', binh: 'awaiting', chi: 'awaiting' }]]);
  expect(first.reports[0]).toMatchObject({ asksCertificate: true, certifiedAt: null });
  for (const one of ['binh', 'chi'] as const) await locked(one, '2020-12-16T06:30:00.000Z');
  const second = await committee.draft('2020-12-30', SECOND);
  expect(told(second)).toEqual([[`${KEY} again`, { binh: 'missing', chi: 'missing' }]]);
  expect(second.reports[0]?.parties[0]).toMatchObject({ finding: 'recorded' });
});

test('a period that is paused is told as paused, without the office being behind, and again once it is over', async () => {
  const pausing = (at: Instant) => ({
    ...deciding(at),
    processId: 'reports',
    decision: { reason: 'A storm.' },
  });
  await pauseProcess(register.pool, pausing('2020-12-13T03:00:00.000Z'));
  await handIn('chi', '2020-12-15T03:00:00.000Z'); // its due time moves with the resume
  const first = await committee.draft('2020-12-16', FIRST);
  expect(told(first)).toEqual([[KEY, { ana: 'paused', binh: 'paused', chi: 'on-time' }]]);
  expect(first.reports[0]).toMatchObject({ asksCertificate: false, totals: { missing: 0 } });
  expect(first.office).toEqual([]);
  expect(first.processes.find(({ id }) => id === 'reports')).toMatchObject({ open: 2, overdue: 0 });
  const resuming = {
    ...pausing('2020-12-17T03:00:00.000Z'),
    whenClosed: async () => [],
    compose: () => [],
  };
  await resumeProcess(register.pool, resuming);
  for (const one of ['ana', 'binh'] as const) await handIn(one, '2020-12-17T05:00:00.000Z');
  expect(told(await committee.draft('2020-12-30', SECOND))).toEqual([
    [`${KEY} again`, { ana: 'on-time', binh: 'on-time' }],
  ]);
});

test('who owes in a period only since the digest is told in the next one', async () => {
  await handIn('ana', DECEMBER.remind);
  await handIn('chi', DECEMBER.remind);
  await extended('binh', '2020-12-18', DECEMBER.remind);
  await committee.draft('2020-12-16', FIRST);
  await reassign(register.pool, {
    ...deciding('2020-12-17T03:00:00.000Z'),
    periodId: committee.period('reports', KEY),
    decision: { obligation: committee.owed(KEY, 'binh'), to: 'deputy', reason: 'Moved.' },
    compose: () => [],
  });
  expect(told(await committee.draft('2020-12-30', SECOND))[0]?.[1]).toMatchObject({
    binh: 'other',
    deputy: expect.stringMatching(/awaiting|extended/),
  });
});

test('an extension does not erase lateness already found', async () => {
  await locked('ana', DECEMBER.lock);
  await locked('binh', DECEMBER.lock);
  for (const one of ['ana', 'binh'] as const) {
    await extended(one, '2020-12-18', '2020-12-15T08:00:00.000Z');
  }
  await handIn('ana', FIRST);
  const { reports, processes } = await committee.draft('2020-12-16', FIRST);
  expect(reports[0]?.parties).toMatchObject([
    { partyId: 'ana', status: 'late' },
    { partyId: 'binh', status: 'missing', finding: 'recorded' },
    { partyId: 'chi', status: 'missing', finding: 'none' },
  ]);
  expect(processes.find(({ id }) => id === 'reports')).toMatchObject({ done: 1, overdue: 2 });
});

test('the office’s own lateness stands, by the due time it was found against, though it was extended and done since', async () => {
  const certificate = committee.owed(KEY, 'office', 'certificate');
  await committee.find(certificate, DECEMBER.lock);
  await extended('office', '2020-12-18', '2020-12-15T08:00:00.000Z', 'certificate');
  const doneAt = '2020-12-15T09:00:00.000Z';
  await certify(register.pool, {
    ...deciding(doneAt),
    periodId: committee.period('reports', KEY),
    personId: 'p-office',
    channel: 'api',
    decision: { book: true, tray: true, zalo: true },
  });
  const { office } = await committee.draft('2020-12-16', FIRST);
  expect(office).toMatchObject([{ periodKey: KEY, dueAt: DECEMBER.lock, doneAt }]);
});

test('the last digest names whoever it leaves open, in whatever process, since no other takes it up', async () => {
  await committee.open('progress', '2020-12-10', '2020-12-07T01:00:00.000Z');
  for (const one of ['ana', 'chi'] as const) await handIn(one, DECEMBER.remind);
  expect(await committee.draft('2020-12-30', SECOND)).not.toHaveProperty('leftOpen');
  const key = '2021-01-28';
  await committee.open('reports', key, '2021-01-25T01:00:00.000Z');
  await extend(register.pool, {
    ...deciding('2021-01-27T03:00:00.000Z'),
    periodId: committee.period('reports', key),
    decision: {
      obligations: [committee.owed(key, 'binh')],
      dueDate: '2021-02-05',
      boundary: 'by',
      reason: 'A storm.',
    },
    compose: () => [],
  });
  for (const one of ['ana', 'chi'] as const) {
    await takeSubmission(register.pool, committee.handIn(key, one, '2021-01-27T03:00:00.000Z'));
  }
  const { leftOpen } = await committee.draft('2021-01-30', '2021-02-01T06:00:00.000Z');
  expect(leftOpen).toEqual([
    {
      title: 'Báo cáo',
      parties: [
        { title: 'Chức danh binh', holder: 'ông binh', lastDays: ['2020-12-14', '2021-02-05'] },
      ],
    },
    {
      title: 'Tiến độ',
      parties: [{ title: 'Chức danh chi', holder: 'ông chi', lastDays: ['2020-12-10'] }],
    },
  ]);
});

test('where the last digest has been skipped, the one before is the last', async () => {
  for (const one of MEMBERS) await handIn(one, DECEMBER.remind);
  for (const key of ['2021-01-16', '2021-01-30']) {
    await takeOutPeriod(register.pool, {
      ...deciding('2020-12-20T03:00:00.000Z'),
      processId: 'digest',
      decision: { key, into: null, parties: null, reason: 'No session.' },
      compose: () => [],
      composeReversed: () => [],
    });
  }
  const { leftOpen } = await committee.draft('2020-12-30', SECOND);
  expect(leftOpen).toEqual([]);
});

const takenOff = {
  excused: (at: Instant) =>
    excuse(register.pool, {
      ...deciding(at),
      decision: {
        obligations: [committee.owed(KEY, 'office', 'certificate')],
        ground: 'mission',
        reason: 'Sent to Hà Nội.',
      },
      compose: () => [],
      composeReversed: () => [],
    }),
  cancelled: (at: Instant) =>
    cancelObligations(register.pool, {
      compose: () => [],
      ...deciding(at),
      periodId: committee.period('reports', KEY),
      decision: {
        obligations: [committee.owed(KEY, 'office', 'certificate')],
        reason: 'Not needed.',
      },
    }),
};

test.each([
  ['excused', 'found'],
  ['excused', 'not found'],
  ['cancelled', 'found'],
  ['cancelled', 'not found'],
] as const)(
  'the office’s own lateness stands though those above have %s it since, %s',
  async (as, found) => {
    if (found === 'found') {
      await committee.find(committee.owed(KEY, 'office', 'certificate'), DECEMBER.lock);
    }
    const at = '2020-12-15T08:00:00.000Z';
    await takenOff[as](at);
    const { office } = await committee.draft('2020-12-16', FIRST);
    expect(office).toMatchObject([
      { periodKey: KEY, dueAt: DECEMBER.lock, doneAt: null, closed: { as, at } },
    ]);
  },
);

test('what was found against the office stands where it had more time and was excused within it', async () => {
  await committee.find(committee.owed(KEY, 'office', 'certificate'), DECEMBER.lock);
  await extended('office', '2020-12-18', '2020-12-15T08:00:00.000Z', 'certificate');
  await takenOff.excused('2020-12-15T09:00:00.000Z');
  const { office } = await committee.draft('2020-12-16', FIRST);
  expect(office).toMatchObject([{ dueAt: DECEMBER.lock, closed: { as: 'excused' } }]);
});

test('the office is not late by what was taken off it in time, in a pause, or found against it by mistake', async () => {
  const certificate = committee.owed(KEY, 'office', 'certificate');
  const late = async (key: string, at: Instant) =>
    (await committee.draft(key, at)).office.filter(({ periodKey }) => periodKey === KEY);
  const findingId = await committee.find(certificate, DECEMBER.lock);
  await extended('office', '2020-12-18', '2020-12-15T08:00:00.000Z', 'certificate');
  await reverseFinding(register.pool, {
    ...deciding('2020-12-15T08:30:00.000Z'),
    findingId,
    decision: { reason: 'It had been given by telephone.' },
    composeReversed: () => [],
  });
  await pauseProcess(register.pool, {
    ...deciding('2020-12-17T03:00:00.000Z'),
    processId: 'reports',
    decision: { reason: 'A storm.' },
  });
  expect(await late('2020-12-16', FIRST)).toEqual([]);
  await takenOff.cancelled('2020-12-29T03:00:00.000Z');
  expect(await late('2020-12-30', SECOND)).toEqual([]);
});

const proposals = ({ proposals }: DigestDraft) =>
  proposals.map(({ capacity, missesInARow, propose, missedIn }) => [
    capacity.replace('Chức danh ', ''),
    missesInARow,
    propose,
    missedIn?.join(),
  ]);
const allReport = async (key: string, at: Instant, ...members: Member[]) => {
  await committee.open('reports', key, at);
  for (const one of members) {
    await takeSubmission(register.pool, committee.handIn(key, one, at));
  }
};

test('proposes about whoever has missed something anywhere, the office among them, once', async () => {
  await committee.open('progress', '2020-12-10', '2020-12-07T01:00:00.000Z');
  await committee.find(
    committee.owed('2020-12-10', 'chi', 'main', 'progress'),
    '2020-12-11T04:00:00.000Z',
  );
  await allReport(KEY, DECEMBER.remind, ...MEMBERS);
  await committee.find(committee.owed(KEY, 'office', 'certificate'), DECEMBER.lock);
  expect(proposals(await committee.draft('2020-12-16', FIRST))).toEqual([
    ['office', 1, 'remind', 'Báo cáo'],
    ['chi', 1, 'remind', 'Tiến độ'],
  ]);
  expect(proposals(await committee.draft('2020-12-30', SECOND))).toEqual([]);
});

test('proposals of several processes are listed in the order of the digest: as the notice has the posts', async () => {
  await committee.open('progress', '2020-12-10', '2020-12-07T01:00:00.000Z');
  await committee.find(
    committee.owed('2020-12-10', 'chi', 'main', 'progress'),
    '2020-12-11T04:00:00.000Z',
  );
  await allReport(KEY, DECEMBER.remind, 'ana', 'chi');
  for (const [party, track] of [
    ['binh', 'main'],
    ['office', 'certificate'],
  ] as const) {
    await committee.find(committee.owed(KEY, party, track), DECEMBER.lock);
  }
  const digest = await committee.draft('2020-12-16', FIRST);
  const listed = { noticeId: committee.id, limit: 2, shownOnly: false };
  const first = await listProposals(register.pool, listed);
  const rest = await listProposals(register.pool, { ...listed, cursor: first.next ?? undefined });
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
    digest.proposals.map(({ id }) => id),
  );
  expect(proposals(digest).map(([holder]) => holder)).toEqual(['office', 'binh', 'chi']);
});

test('a report after the lock and before the draft does not hide the miss; a finding withheld is none', async () => {
  await handIn('ana', DECEMBER.remind);
  await committee.find(committee.owed(KEY, 'binh'), DECEMBER.lock);
  await handIn('binh', '2020-12-15T08:00:00.000Z');
  await committee.find(committee.owed(KEY, 'chi'), DECEMBER.lock, ['not-delivered']);
  const draft = await committee.draft('2020-12-16', FIRST);
  expect(draft.reports[0]?.parties).toMatchObject([{}, { partyId: 'binh', status: 'late' }, {}]);
  expect(proposals(draft)).toEqual([['binh', 1, 'remind', 'Báo cáo']]);
});

test('what was found after the draft, the certificate being late, is proposed about in the next digest', async () => {
  await handIn('ana', DECEMBER.remind);
  await handIn('chi', DECEMBER.remind);
  expect(proposals(await committee.draft('2020-12-16', FIRST))).toEqual([]);
  await locked('binh', '2020-12-16T06:30:00.000Z');
  await allReport('2020-12-28', '2020-12-24T03:00:00.000Z', ...MEMBERS);
  expect(proposals(await committee.draft('2020-12-30', SECOND))).toEqual([
    ['binh', 1, 'remind', 'Báo cáo'],
  ]);
});
