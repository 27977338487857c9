import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActName, ActOf } from '../../../dev/rehearsal/cast/acts.ts';
import { playAct } from '../../../dev/rehearsal/cast/play/playAct.ts';
import type { Stage } from '../../../dev/rehearsal/cast/play/stage.ts';
import { batchesOf } from '../../../dev/rehearsal/cast/play/takeDueActs.ts';
import { CastFailed } from '../../../dev/rehearsal/cast/web/castFailed.ts';
import { officialApi } from '../../../dev/rehearsal/cast/web/officialApi.ts';
import { NOTICE, PERIOD } from '../../api/support/office.ts';
import { fallSilent } from '../../api/support/silence.ts';
import { openRehearsedOffice, type RehearsedOffice } from './support/rehearsedOffice.ts';

let office: RehearsedOffice;
let stage: Stage;
let broken: Server;
beforeAll(async () => {
  office = await openRehearsedOffice();
  const { apiUrl, notice } = office;
  stage = { apiUrl, notice, seed: 1, api: officialApi(apiUrl, office.tokens.admin, NOTICE) };
  broken = createServer((_request, response) => {
    response.statusCode = 500;
    response.end('{"title":"Something failed","detail":"on purpose"}');
  });
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => broken.close(resolve));
  await office.close();
});

const act = <Name extends ActName>(
  name: Name,
  actor: string,
  subject: ActOf<Name>['subject'],
  id = `${name} by ${actor}`,
) => ({ id, actor, act: name, subject, at: office.clock.now }) as ActOf<Name>;

const page = (party: string, person = party) =>
  `/r/${office.link('report', person, office.owed(party))}`;
const handIn = (party: string, kind: 'report' | 'nothing', version = 1) =>
  act(
    'hand in',
    party,
    { page: page(party), kind, version, obligations: [office.owed(party)] },
    `${party} ${version}`,
  );

async function submissionsOf(party: string) {
  const { rows } = await office.register.pool.query<{
    kind: string;
    channel: string;
    version: number;
    answers: Record<string, string>;
    review: string;
    id: string;
  }>(
    `select s.id, s.kind, s.channel, s.review, so.version, t.answers
     from submission_obligation so join submission s on s.id = so.submission_id join submission_text t on t.submission_id = s.id
     where so.obligation_id = $1 order by so.version`,
    [office.owed(party)],
  );
  return rows;
}

describe('members, by the page behind their link', () => {
  test('answer each question of the outline, and again in a second version', async () => {
    const party = 'truong-ban-tuyen-giao';
    expect(await playAct(stage, handIn(party, 'report'))).toBe('done');
    expect(await playAct(stage, handIn(party, 'report', 2))).toBe('done');
    const [first, second] = await submissionsOf(party);
    const outline = office.notice.outlines.list.find(({ id }) => id === 'members-report');
    const asked = outline?.sections.map(({ id }) => id) ?? [];
    expect(Object.keys(first?.answers ?? {}).toSorted()).toEqual(asked.toSorted());
    expect(second).toMatchObject({ version: 2, channel: 'link', kind: 'report' });
    expect(second?.answers).not.toEqual(first?.answers);
  });

  test('say that there is nothing to report', async () => {
    expect(await playAct(stage, handIn('truong-cum-1', 'nothing'))).toBe('done');
    expect(await submissionsOf('truong-cum-1')).toMatchObject([{ kind: 'nothing', version: 1 }]);
  });

  test('hand in once, however often an interrupted act is done again', async () => {
    const again = handIn('truong-cum-2', 'report');
    await playAct(stage, again);
    await playAct(stage, again);
    expect(await submissionsOf('truong-cum-2')).toHaveLength(1);
  });

  test('take it that somebody was excused meanwhile', async () => {
    const party = 'truong-cum-3';
    const obligations = [office.owed(party)];
    const excuse = act('excuse before', 'chanh-van-phong', { obligations });
    expect(await playAct(stage, excuse)).toBe('done');
    expect(await playAct(stage, handIn(party, 'report'))).toBe('nothing to fill in');
    expect(await submissionsOf(party)).toEqual([]);
  });

  test('take it that their link opens nothing', async () => {
    const lost = handIn('truong-cum-4', 'report');
    lost.subject.page = '/r/abc.def';
    expect(await playAct(stage, lost)).toMatch(/^refused \(404\)/);
  });
});

describe('the office, the deputies and the chair', () => {
  test('review: accept together, leave what the hash leaves', async () => {
    const review = act('review', 'chanh-van-phong', { period: PERIOD, dueDate: '2020-12-03' });
    expect(await playAct(stage, review)).toMatch(/^accept \d+: done/);
    const { rows } = await office.register.pool.query<{ review: string }>(
      'select distinct review from submission',
    );
    expect(rows.map(({ review }) => review)).toContain('accepted');
  });

  test('extend: the process is asked, by the chair in person', async () => {
    const obligations = [office.owed('truong-cum-4')];
    const extend = act('extend', 'truong-ban', { as: 'head', obligations, dueDate: '2020-12-01' });
    expect(await playAct(stage, extend)).toBe('done');
    expect(office.processes.updates.at(-1)).toMatchObject({
      workflowId: PERIOD,
      name: 'extend',
      payload: { actor: { capacity: 'truong-ban' }, decision: { dueDate: '2020-12-01' } },
    });
  });

  test('certify, hold and excuse at the pages their letters link to; a paper withdraws a finding', async () => {
    const silent = ['truong-ban-dan-van', 'chu-tich-mttq', 'chu-tich-hoi-nong-dan'] as const;
    const findings = await fallSilent(office, [...silent]);
    await office.leapTo(office.clock.now);
    const certificate = `/r/${office.link('report', 'chanh-van-phong', office.owed('chanh-van-phong', 'certificate'))}`;
    expect(await playAct(stage, act('certify', 'chanh-van-phong', { page: certificate }))).toBe(
      'done',
    );
    const again = act('certify', 'chanh-van-phong', { page: certificate }, 'again');
    expect(await playAct(stage, again)).toMatch(/^refused \(409\)/);

    const deputy = 'pho-bi-thu-thuong-truc';
    const desk = (person: string) => `/d/${office.link('desk', person, NOTICE)}`;
    const obligation = office.owed('truong-ban-dan-van');
    const hold = act('hold', deputy, { page: desk(deputy), obligation, workingDays: 2 });
    expect(await playAct(stage, hold)).toBe('done');
    expect(office.processes.updates.at(-1)).toMatchObject({
      name: 'holdRung',
      payload: { decision: { rung: 'chair', workingDays: 2, obligations: [obligation] } },
    });
    const excused = office.owed('chu-tich-mttq');
    const excuse = { page: desk('truong-ban'), obligation: excused };
    expect(await playAct(stage, act('excuse after', 'truong-ban', excuse))).toBe('done');
    expect(await playAct(stage, act('excuse after', 'truong-ban', excuse, 'again'))).toBe(
      'nothing to decide',
    );

    const late = office.owed('chu-tich-hoi-nong-dan');
    const paper = act('key in', 'chanh-van-phong', {
      obligations: [late],
      signedBy: 'chu-tich-hoi-nong-dan',
      receivedAt: '2020-11-27T08:40:00.000Z',
    });
    expect(await playAct(stage, paper)).toBe('done');
    const { rows } = await office.register.pool.query<{ state: string }>(
      'select state from finding where id = $1',
      [findings.get('chu-tich-hoi-nong-dan')],
    );
    expect(rows[0]?.state).toBe('reversed');
  });

  test('release what waits; a second look finds nothing more to tell superiors', async () => {
    const release = { process: '5-reports', periodKey: '2020-11-28' };
    const first = await playAct(stage, act('release', 'chanh-van-phong', release));
    expect(first).toMatch(/escalations: done$/);
    const second = await playAct(stage, act('release', 'chanh-van-phong', release, 'second'));
    expect(second).toMatch(/escalations: refused \(409\)/);
  });

  test('their tokens end with the cast', async () => {
    await stage.api.close();
    const { rows } = await office.register.pool.query<{ label: string }>(
      `select label from api_token where label like 'rehearsal: %' and revoked_at is null`,
    );
    expect(rows).toEqual([]);
  });
});

describe('what no person should ever get', () => {
  test('an error of the server ends the piece and says where', async () => {
    const { port } = broken.address() as AddressInfo;
    const failing = { ...stage, apiUrl: `http://127.0.0.1:${port}` };
    const played = playAct(failing, handIn('truong-cum-1', 'report'));
    await expect(played).rejects.toThrow(CastFailed);
    await expect(played).rejects.toThrow(/GET .*\/r\/.*answered 500: Something failed on purpose/);
  });

  test('so does a server that is not there', async () => {
    const gone = { ...stage, apiUrl: 'http://127.0.0.1:1' };
    await expect(playAct(gone, handIn('truong-cum-1', 'report'))).rejects.toThrow(/no answer/);
  });
});

test('only reports of different people at one instant are handed in beside each other', () => {
  const at = (actor: string, when: string, name: ActName = 'hand in') =>
    ({ id: actor, actor, act: name, subject: {}, at: when }) as ActOf<ActName>;
  const acts = [
    at('a', '1'),
    at('b', '1'),
    at('b', '1'),
    at('c', '1', 'review'),
    at('d', '1'),
    at('e', '2'),
  ];
  expect(batchesOf(acts).map((batch) => batch.length)).toEqual([2, 1, 1, 1, 1]);
  const many = Array.from({ length: 20 }, (_, nth) => at(`p${nth}`, '1'));
  expect(batchesOf(many).map((batch) => batch.length)).toEqual([8, 8, 4]);
});
