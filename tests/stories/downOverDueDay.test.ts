import { expect, test } from 'vitest';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import type { RecipientRule } from '../../dev/stack/mail/inboxTransaction.ts';
import { beat } from '../../worker/noteSignsOfLife.ts';
import { smallCommittee } from '../support/smallCommittee.ts';
import { openStage } from './stage.ts';
import { assumed, memberUnder, storyCommittee } from './storyCommittee.ts';

// In one period the mail server takes no letter for two members; in the next the engine itself is down over the due time
// and the lock, while the API goes on taking reports; at last it is down over two rungs. Nobody is blamed for any of it.

const MEMBERS = ['put-off', 'refused', 'silent', 'punctual', 'after-midnight'] as const;
type Member = (typeof MEMBERS)[number];
const base = smallCommittee('down-2020', 0);
const notice = storyCommittee('down-2020', {
  posts: MEMBERS.map((member) => memberUnder('deputy', member)),
  settings: { release: { ...base.settings.release, escalationsHeldInFirstPeriods: 0 } },
  ladders: [
    {
      ...base.ladders.list[0],
      id: 'three-rungs',
      rungs: [
        { id: 'deputy', to: { supervisor: 1 }, after: { workingDays: 0 } },
        { id: 'third', to: { position: 'third' }, after: { workingDays: 1 } },
        { id: 'chair', to: { position: 'chair' }, after: { workingDays: 1 } },
      ],
    },
  ],
  directives: [
    {
      no: '6',
      title: 'Lộ trình',
      provenance: assumed,
      processes: [
        {
          id: 'roadmap',
          kind: 'reporting-cycle',
          title: 'Lộ trình',
          asks: 'lộ trình',
          owes: { parties: ['silent'] },
          to: 'chair',
          recurrence: { every: 'month', days: [14] },
          roll: 'stay',
          ladder: 'three-rungs',
          outline: 'outline',
        },
      ],
    },
  ],
});
const FIRST = `${notice.id}/reports/2020-11-28`;
const SECOND = `${notice.id}/reports/2020-12-14`;
const ROADMAP = `${notice.id}/roadmap/2020-12-14`;

const mailServer = new Map<string, RecipientRule>();
const stage = openStage(notice, {
  mailRules: (recipient) => mailServer.get(recipient.split('@')[0] ?? '') ?? 'accept',
});
const { at, until, letters, rows } = stage;

/** The clock on the wall goes on by itself while nothing in the engine moves. */
const clockShows = (day: string, time: string) =>
  rows('update rehearsal set now = $1', [at(day, time)]);
const TOLERANCE_MS = notice.settings.outage.toleranceMinutes * 60_000;
async function engineIsDown(
  from: [string, string],
  to: [string, string],
  meanwhile: () => Promise<void>,
) {
  await until(...from);
  await beat(stage.trial.pool, at(...from), Number.POSITIVE_INFINITY);
  await stage.trial.engine.stop();
  await meanwhile();
  await clockShows(...to);
  expect(await beat(stage.trial.pool, at(...to), TOLERANCE_MS)).toEqual({
    from: at(...from),
    to: at(...to),
  });
  await stage.trial.engine.start();
}

const report = (member: Member) =>
  stage.fillIn(letters('prompt', member).at(-1), {
    kind: 'report',
    obligation: `${SECOND}/${member}`,
    body: 'Đã kiểm tra hai xã.',
  });
const certify = () =>
  stage.fillIn(letters('prompt', 'office').at(-1), {
    book: 'yes',
    tray: 'yes',
    zalo: 'yes',
    comment: '',
  });
const findings = async (period: string) => {
  const found = await rows<{ party: string; state: string; doubts: string[] }>(
    `select o.party_id as party, f.state, f.doubts from finding f join obligation o on o.id = f.obligation_id
     where o.period_id = $1 and o.track = 'main' order by 1`,
    [period],
  );
  return Object.fromEntries(found.map(({ party, state, doubts }) => [party, [state, ...doubts]]));
};
const about = (directive: string, person: string) =>
  letters('round', person).filter(({ text }) =>
    text.toUpperCase().includes(`KẾT LUẬN SỐ ${directive}`),
  );

test('the mail server refuses one prompt, and puts another off until an hour and a half later', async () => {
  await until('2020-11-24', '18:00');
  mailServer.set('refused', 'refuse').set('put-off', 'defer');
  const morning = until('2020-11-25', '09:00');
  await expect
    .poll(() => rows(`select outcome from letter_attempt where outcome = 'put-off'`), {
      timeout: 20_000,
    })
    .toHaveLength(1);
  await clockShows('2020-11-25', '09:30');
  mailServer.clear();
  await rows(`update letter set retry_at = null where state = 'queued'`);
  await rows(`select pg_notify('letters', '')`);
  await morning;
  const prompts = await rows(
    `select person_id, state, sent_at from letter where kind = 'prompt' and period_id = $1
     and person_id in ('p-refused', 'p-put-off', 'p-silent') order by 1`,
    [FIRST],
  );
  expect(prompts).toEqual([
    { person_id: 'p-put-off', state: 'sent', sent_at: at('2020-11-25', '09:30') },
    { person_id: 'p-refused', state: 'failed', sent_at: null },
    { person_id: 'p-silent', state: 'sent', sent_at: at('2020-11-25', '08:00') },
  ]);
});

test('at the lock nothing is found against those two, and it is said why', async () => {
  await until('2020-11-30', '08:00');
  await certify();
  await until('2020-11-30', '11:40');
  expect(await findings(FIRST)).toMatchObject({
    'put-off': ['withheld', 'outline-late'],
    refused: ['withheld', 'not-delivered'],
    silent: ['recorded'],
  });
  const [toDeputy] = letters('round', 'deputy');
  expect(toDeputy?.text).toContain('Chức danh silent');
  expect(toDeputy?.text).not.toContain('Chức danh put-off');
  expect(toDeputy?.text).not.toContain('Chức danh refused');
});

test('the engine goes down before the due time of the next period; reports are taken all the same', async () => {
  await until('2020-12-02', '12:00');
  await engineIsDown(['2020-12-14', '16:00'], ['2020-12-15', '13:00'], async () => {
    await clockShows('2020-12-14', '20:00');
    expect(await report('punctual')).toContain('Đúng hạn');
    await clockShows('2020-12-15', '10:00');
    expect(await report('after-midnight')).toContain('Đã nhận');
  });
  await until('2020-12-15', '14:00');
  expect(letters('receipt', 'punctual')).toHaveLength(1);
});

test('nobody is late because of it: the due time moves for whoever is open and for whoever handed in after it', async () => {
  const [moved, kept] = [at('2020-12-17', '00:00'), at('2020-12-15', '00:00')];
  const owed = await rows(
    `select party_id, outcome, original_due_at, due_at from obligation
     where period_id = $1 and party_id in ('silent', 'punctual', 'after-midnight') order by 1`,
    [SECOND],
  );
  const asPlanned = { original_due_at: kept };
  expect(owed).toEqual([
    { party_id: 'after-midnight', outcome: 'on-time', ...asPlanned, due_at: moved },
    { party_id: 'punctual', outcome: 'on-time', ...asPlanned, due_at: kept },
    { party_id: 'silent', outcome: 'open', ...asPlanned, due_at: moved },
  ]);
  expect(await findings(SECOND)).toEqual({});
  expect(await findings(ROADMAP)).toEqual({});
});

test('each person gets one catch-up letter for both processes, and no backlog', async () => {
  const [catchUp, ...more] = letters('catch-up', 'silent');
  expect(more).toEqual([]);
  const text = catchUp?.text.replaceAll(/\s+/g, ' ');
  expect(text).toContain('Từ 16 giờ 00 ngày 14/12/2020');
  expect(text).toContain('Kết luận số 5');
  expect(text).toContain('Kết luận số 6');
  expect(text).toContain('hết ngày 16/12/2020 (thứ Tư), thay cho ngày 14/12/2020');
  for (const member of ['punctual', 'after-midnight']) {
    expect(letters('catch-up', member)).toEqual([]);
  }
  const backlog = stage.mail.filter(
    ({ kind, text: body }) => kind === 'overdue' && body.includes('14/12/2020'),
  );
  expect(backlog).toEqual([]);
});

test('by the new lock the silent are found as always', async () => {
  await until('2020-12-17', '08:00');
  await certify();
  await until('2020-12-17', '12:00');
  expect((await findings(SECOND)).silent).toEqual(['recorded']);
  expect((await findings(ROADMAP)).silent).toEqual(['recorded']);
  expect(about('6', 'deputy').map(({ text }) => text.includes('Chức danh silent'))).toEqual([true]);
});

test('down again over two rungs, it takes them in order, a working day apart', async () => {
  await engineIsDown(['2020-12-18', '09:00'], ['2020-12-21', '13:00'], async () => {});
  await until('2020-12-22', '12:00');
  expect(about('6', 'third')).toHaveLength(1);
  expect(about('6', 'chair')).toEqual([]);
  await until('2020-12-23', '12:00');
  expect(about('6', 'third')).toHaveLength(1);
  expect(about('6', 'chair')).toHaveLength(1);
  expect(letters('catch-up', 'silent')).toHaveLength(1);
  expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
});
