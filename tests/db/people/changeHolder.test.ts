import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Holder } from '../../../contracts/decisions.ts';
import { FAILURES } from '../../../contracts/failures.ts';
import { makeToken } from '../../../db/access/tokens.ts';
import { readSubjectFacts } from '../../../db/decisions/subjectFacts.ts';
import { readStreaks } from '../../../db/findings/readStreaks.ts';
import { changeHolder } from '../../../db/people/changeHolder.ts';
import { nextHandOver } from '../../../db/people/handOvers.ts';
import { readStanding } from '../../../db/people/readStanding.ts';
import { findLinkHolder } from '../../../db/reading/linkHolder.ts';
import { listParties } from '../../../db/reading/parties.ts';
import { readReportPage } from '../../../db/reading/reportPage.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  DECEMBER,
  logOf,
  openCommittee,
  race,
  recordFinding,
  takeWake,
} from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));

const AT = '2020-12-10T03:00:00.000Z';
const LATER = '2021-01-04T01:00:00.000Z';
const CHI: Holder = { id: 'p-chi', name: 'Chi', address: 'chi@example.test' };
interface Change {
  party?: string;
  leaving?: 'holder' | { person: string } | null;
  coming?: Holder | null;
  since?: string;
  at?: string;
  decisionId?: string;
}
const change = ({
  party = 'binh',
  leaving = 'holder',
  coming = CHI,
  since,
  at = AT,
  ...over
}: Change) =>
  changeHolder(register.pool, {
    decisionId: over.decisionId ?? randomUUID(),
    noticeId: committee.id,
    partyId: party,
    actor: { id: 'person:p-office', capacity: 'office' },
    at,
    decision: { leaving, coming, since, reason: 'Quyết định điều động.' },
  });
const holderOf = async (party: string, now: string) =>
  (await readStanding(register.pool, committee.id, now)).personOf(party);
const linkHolder = (person: string, generation: number, now: string) =>
  findLinkHolder(register.pool, { noticeId: committee.id, person, generation, now });
const generationOf = async (person: string): Promise<number> => {
  const { rows } = await register.pool.query<{ n: number }>(
    'select link_generation as n from person where notice_id = $1 and id = $2',
    [committee.id, person],
  );
  return rows[0]?.n ?? 0;
};

test('a post passes to somebody new from now on, and the past stays', async () => {
  await change({});
  expect(await holderOf('binh', DECEMBER.prompt)).toBe('p-binh');
  expect(await holderOf('binh', AT)).toBe('p-chi');
  expect(await takeWake(register.pool, committee.id)).toBe(true);
  expect(await logOf(register.pool, 'binh')).toEqual(['decided-change-holder', 'post-handed-over']);
  expect(await logOf(register.pool, 'p-binh')).toEqual(['links-made-void']);
});

test('entered for later, it comes into force then, and is shown beforehand', async () => {
  await change({ since: LATER });
  expect(await holderOf('binh', '2021-01-04T00:59:59.999Z')).toBe('p-binh');
  expect(await holderOf('binh', LATER)).toBe('p-chi');
  expect(await nextHandOver(register.pool, committee.id)).toBe(LATER);
  expect(await linkHolder('p-binh', 1, AT)).toBeDefined();
  const { items } = await listParties(register.pool, {
    noticeId: committee.id,
    now: AT,
    limit: 100,
  });
  expect(items.find(({ id }) => id === 'binh')).toMatchObject({
    holders: [{ personId: 'p-binh', name: 'Name of p-binh', hasAddress: true }],
    ahead: { leaving: 'p-binh', coming: 'p-chi', at: LATER },
    open: 1,
  });
  await expect(change({ coming: null })).rejects.toMatchObject({ failure: FAILURES.conflict });
});

test('whoever leaves the last post loses every link and token; the newcomer’s work', async () => {
  await makeToken(register.pool, {
    label: 'binh',
    role: 'party',
    noticeId: committee.id,
    personId: 'p-binh',
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await change({});
  expect(await linkHolder('p-binh', 1, AT)).toBeUndefined();
  expect(await linkHolder('p-chi', 1, AT)).toMatchObject({ parties: [{ id: 'binh' }] });
  const { rows } = await register.pool.query(
    'select revoked_at is not null as revoked from api_token where notice_id = $1 and person_id = $2',
    [committee.id, 'p-binh'],
  );
  expect(rows).toEqual([{ revoked: true }]);
});

test('whoever keeps another post keeps its links; those of the post that was left open nothing', async () => {
  await change({ party: 'ana' });
  expect(await generationOf('p-ana')).toBe(1);
  const holder = await linkHolder('p-ana', 1, AT);
  expect(holder?.parties.map(({ id }) => id)).toEqual(['sub-ana']);
  const page = await readReportPage(register.pool, {
    obligationId: committee.owed('ana'),
    noticeId: committee.id,
    parties: holder?.parties.map(({ id }) => id) ?? [],
    now: AT,
  });
  expect(page).toBeUndefined();
});

test('a post may fall vacant, and be filled again by somebody known', async () => {
  await change({ coming: null });
  expect(await holderOf('binh', AT)).toBeNull();
  await change({ coming: { person: 'p-deputy' }, at: '2020-12-11T03:00:00.000Z' });
  expect(await holderOf('binh', '2020-12-11T03:00:00.000Z')).toBe('p-deputy');
});

test('a unit’s addressees come and go one by one', async () => {
  const addressees = async (now: string) => {
    const { items } = await listParties(register.pool, {
      noticeId: committee.id,
      now,
      limit: 100,
      kind: 'unit',
    });
    return items.find(({ id }) => id === 'unit-1')?.holders.map(({ personId }) => personId);
  };
  await change({ party: 'unit-1', leaving: null, coming: { id: 'p-second', name: 'Đảng ủy' } });
  expect(await addressees(AT)).toEqual(['p-unit-1', 'p-second']);
  await change({
    party: 'unit-1',
    leaving: { person: 'p-unit-1' },
    coming: null,
    at: '2020-12-11T03:00:00.000Z',
  });
  expect(await addressees('2020-12-11T03:00:00.000Z')).toEqual(['p-second']);
});

test('a finding about what fell due before the hand-over stays the predecessor’s, and misses start anew', async () => {
  const id = committee.owed('binh');
  await change({ at: '2020-12-15T01:00:00.000Z' }); // between the due time and the lock
  await recordFinding(register.pool, committee, id);
  const facts = (await readSubjectFacts(register.pool, committee.id, [id], DECEMBER.chair)).get(id);
  expect(facts?.foundIds).toEqual(['p-binh']);
  expect(facts?.holderIds).toEqual(['p-chi']);
  const streaks = await readStreaks(register.pool, {
    noticeId: committee.id,
    personIds: ['p-binh', 'p-chi'],
    now: DECEMBER.chair,
  });
  expect(streaks.get('p-binh')?.missesInARow).toBe(1);
  expect(streaks.get('p-chi')).toBeUndefined();
});

test('decides once for its id', async () => {
  const decisionId = randomUUID();
  await change({ decisionId });
  await change({ decisionId });
  expect(await generationOf('p-binh')).toBe(2);
});

test.each([
  ['an unknown party', FAILURES.notFound, { party: 'nobody' }],
  ['somebody unknown', FAILURES.notFound, { coming: { person: 'p-nobody' } }],
  ['a new person with a known id', FAILURES.conflict, { coming: { id: 'p-ana', name: 'X' } }],
  ['whoever holds it already', FAILURES.conflict, { coming: { person: 'p-binh' } }],
  ['nobody after nobody', FAILURES.conflict, { party: 'vacant', coming: null }],
  ['the past', FAILURES.invalid, { since: '2020-12-01T03:00:00.000Z' }],
  ['a unit as if it had one holder', FAILURES.invalid, { party: 'unit-1' }],
  ['a stranger’s leaving', FAILURES.notFound, { party: 'unit-1', leaving: { person: 'p-ana' } }],
] as const)('refuses %s, and changes nothing', async (_, failure, wish) => {
  await expect(change(wish as Change)).rejects.toMatchObject({ failure });
  expect(await holderOf('binh', AT)).toBe('p-binh');
  expect(await nextHandOver(register.pool, committee.id)).toBeNull();
});

test('whoever leaves two posts at one instant, by two decisions, loses every link', async () => {
  const leave = (party: string) => () => change({ party, coming: null });
  const results = await race(register.pool, committee.id, leave('ana'), leave('sub-ana'));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await linkHolder('p-ana', 1, LATER)).toBeUndefined();
});
