import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Act, actsDue } from '../../../dev/rehearsal/cast/acts.ts';
import { readUnread } from '../../../dev/rehearsal/cast/receive/readUnread.ts';
import { readPending } from '../../../dev/rehearsal/pending.ts';
import { writeDsn } from '../../../dev/stack/mail/writeDsn.ts';
import { NOTICE } from '../../api/support/office.ts';
import { openRehearsedOffice, type RehearsedOffice } from './support/rehearsedOffice.ts';

let office: RehearsedOffice;
beforeAll(async () => {
  office = await openRehearsedOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  const { pool } = office.register;
  await pool.query(`update cast_act set done_at = at where done_at is null`);
  await pool.query(
    `update letter set state = 'sent', sent_at = now(), claimed_by = null where state = 'sending'`,
  );
});

const read = (seed = 1) => readUnread(office.register.pool, { notice: office.notice, seed });
const pending = () => readPending(office.register.pool, NOTICE);
const reportLink = (party: string) => ({ to: 'report' as const, obligationId: office.owed(party) });

/** The acts that are planned and not done, whenever they are due. */
async function planned(): Promise<Act[]> {
  const { pool } = office.register;
  const { rows } = await pool.query<Act>(
    'select id, actor, act, subject, at from cast_act where done_at is null order by at, id',
  );
  return rows;
}
const letterState = async (messageId: string): Promise<string | undefined> => {
  const { rows } = await office.register.pool.query<{ state: string }>(
    'select state from letter where message_id = $1',
    [messageId],
  );
  return rows[0]?.state;
};
const returned = (messageId: string, recipient: string) => ({
  envelope: { from: '', to: ['dondoc@example.test'] },
  raw: writeDsn({
    sender: 'dondoc@example.test',
    recipient,
    original: Buffer.from(`Message-ID: ${messageId}\r\nSubject: x\r\n\r\nx`),
    now: new Date(),
  }),
});

test('a prompt is read once, and its receiver plans by the links in its own text', async () => {
  const party = 'truong-ban-dan-van';
  const about = { kind: 'prompt' as const, personId: party, obligations: [office.owed(party)] };
  await office.post(about, [reportLink(party)]);
  expect((await pending()).mail).toBe(1);
  expect(await read()).toBe(1);
  expect((await pending()).mail).toBe(0);
  expect(await read()).toBe(0);

  const acts = await planned();
  const own = acts.filter(({ actor }) => actor === party);
  expect(acts.filter(({ act }) => act === 'review')).toHaveLength(2);
  for (const act of own) {
    if (act.act !== 'hand in') throw new Error(`planned ${act.act}`);
    expect(act.subject.page).toMatch(/^\/r\/[\w-]+\.[\w-]+$/);
    expect(act.subject.obligations).toEqual([office.owed(party)]);
    expect(act.at > office.clock.now).toBe(true);
  }
  expect(await actsDue(office.register.pool, NOTICE)).toEqual([]);
});

test('several posts of one person are one plan', async () => {
  const parties = ['truong-phong-nn-ptnt', 'truong-tieu-ban-san-xuat'];
  const obligations = parties.map((party) => office.owed(party));
  await office.post({ kind: 'prompt', personId: 'truong-phong-nn-ptnt', obligations }, [
    reportLink('truong-phong-nn-ptnt'),
  ]);
  await read();
  const handedIn = (await planned()).flatMap((act) => (act.act === 'hand in' ? [act.subject] : []));
  expect(handedIn.map((subject) => subject.obligations)).toEqual([obligations.toSorted()]);
});

test('the office plans nothing for a vacant post whose prompt it got instead', async () => {
  const about = {
    kind: 'prompt' as const,
    personId: 'chanh-van-phong',
    obligations: [office.owed('bi-thu-huyen-doan')],
  };
  await office.post(about, [reportLink('bi-thu-huyen-doan')]);
  expect(await read()).toBe(1);
  expect(await planned()).toEqual([]);
});

test('a receipt and a stranger’s mail are read and lead to nothing', async () => {
  const party = 'chu-tich-mttq';
  await office.post({ kind: 'receipt', personId: party, obligations: [office.owed(party)] }, []);
  await office.deliver({
    envelope: { from: 'somebody@example.test', to: ['chu-tich-mttq@example.test'] },
    raw: Buffer.from('Subject: hello\r\n\r\nhttp://127.0.0.1/r/abc.def\r\n'),
  });
  expect(await read()).toBe(2);
  expect(await planned()).toEqual([]);
  expect((await pending()).mail).toBe(0);
});

test('a notice of non-delivery marks its letter as returned', async () => {
  const party = 'truong-phong-noi-vu';
  const about = { kind: 'remind' as const, personId: party, obligations: [office.owed(party)] };
  const messageId = await office.post(about, [reportLink(party)]);
  // the office that sent it has not yet been told that the server took it
  expect(await letterState(messageId)).toBe('sending');
  await office.deliver(returned(messageId, `${party}@example.test`));
  expect(await read()).toBe(2);
  expect(await letterState(messageId)).toBe('bounced');
  expect((await pending()).mail).toBe(0);
});

test('a notice of non-delivery about no letter of ours is read and changes nothing', async () => {
  await office.deliver(returned('<nobody@elsewhere.example.test>', 'x@example.test'));
  expect(await read()).toBe(1);
  expect((await pending()).mail).toBe(0);
});
