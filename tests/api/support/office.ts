import pino from 'pino';
import { buildApi } from '../../../api/app.ts';
import type { Api } from '../../../api/deps.ts';
import { obligationId, periodId } from '../../../contracts/ids.ts';
import type { Notice } from '../../../contracts/notice/index.ts';
import type { Instant } from '../../../contracts/plan.ts';
import { makeToken, type Role } from '../../../db/access/tokens.ts';
import { loadNotice } from '../../../db/notices/loadNotice.ts';
import { openPeriod } from '../../../db/periods/openPeriod.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { type LinkPurpose, makeLinkToken } from '../../../security/linkToken.ts';
import { noticeOf, TRIEU_SON_TEXT } from '../../data/noticeFiles.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { type FakeProcesses, fakeProcesses } from './fakeProcesses.ts';

export const NOTICE = 'trieu-son-2020';
export const SECRET = 'a secret for tests that nobody else has';
/** 27/11/2020, 09:00 in Triệu Sơn: the last working morning before the reports of the 28th. */
export const MORNING = '2020-11-27T02:00:00.000Z';
export const PERIOD = periodId(NOTICE, '5-reports', '2020-11-28');

/** The first notice, loaded, with its reports of 28/11/2020 open and prompted, and the API before it. */
export interface Office {
  api: Api;
  register: FreshDatabase;
  notice: Notice;
  processes: FakeProcesses;
  /** the notice's clock stands here; tests move it */
  clock: { now: Instant };
  /** how many requests the register says are being answered; an API on the live clock notes none */
  inFlight(): Promise<number>;
  tokens: Record<Role, string>;
  bearer(role: Role): { authorization: string };
  tokenFor(role: Role, personId: string): Promise<{ authorization: string }>;
  link(purpose: LinkPurpose, person: string, subject: string, generation?: number): string;
  owed(party: string, track?: string): string;
  close(): Promise<void>;
}

export async function openOffice(
  options: { connections?: number; requestsPerMinute?: number; clock?: 'rehearsal' } = {},
): Promise<Office> {
  const register = await freshDatabase({ max: options.connections ?? 10 });
  const { pool } = register;
  const notice = noticeOf(TRIEU_SON_TEXT);
  await loadNotice(pool, { notice, now: '2020-11-11T07:00:00.000Z', clock: 'live' });
  await pool.query(
    `update process set state = 'running', started_at = '2020-11-11T07:00:00Z' where id in ('5-reports', 'closing-digest')`,
  );
  await pool.query(
    `update notice set state = 'running', started_at = '2020-11-11T07:00:00Z' where id = $1`,
    [NOTICE],
  );
  await openPeriod(pool, planPeriod(notice, '5-reports', '2020-11-28'), MORNING);
  await pool.query(`update schedule_step set done_at = at where at <= $1`, [MORNING]);
  const clock = { now: MORNING };
  const processes = fakeProcesses();
  const api = await buildApi({
    pool,
    processes,
    now: async () => clock.now,
    linkSecret: SECRET,
    baseUrl: 'http://localhost:3000',
    links: () => ({ temporalUi: 'http://localhost:8233/', inbox: 'http://localhost:8025/' }),
    logger: pino({ level: 'silent' }),
    requestsPerMinute: options.requestsPerMinute ?? 100_000,
    clock: options.clock ?? 'live',
  });
  const make = async (role: Role, person: string | null) => {
    const made = await makeToken(pool, {
      label: role,
      role,
      noticeId: role === 'admin' ? null : NOTICE,
      personId: person,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    return made.token;
  };
  const tokens: Record<Role, string> = {
    admin: await make('admin', null),
    office: await make('office', 'chanh-van-phong'),
    supervisor: await make('supervisor', 'pho-bi-thu-thuong-truc'),
    head: await make('head', 'truong-ban'),
    party: await make('party', 'chu-tich-mttq'),
  };
  return {
    api,
    register,
    notice,
    processes,
    clock,
    inFlight: async () => {
      const { rows } = await pool.query<{ n: number }>(
        'select count(*)::int as n from rehearsal_request',
      );
      return rows[0]?.n ?? 0;
    },
    tokens,
    bearer: (role) => ({ authorization: `Bearer ${tokens[role]}` }),
    tokenFor: async (role, personId) => ({ authorization: `Bearer ${await make(role, personId)}` }),
    link: (purpose, person, subject, generation = 1) =>
      makeLinkToken({ purpose, noticeId: NOTICE, subject, person, generation }, SECRET),
    owed: (party, track = 'main') => obligationId(PERIOD, track, party),
    close: async () => {
      await api.close();
      await register.close();
    },
  };
}
