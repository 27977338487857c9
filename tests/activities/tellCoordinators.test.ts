import { beforeAll, expect, test } from 'vitest';
import { tellCoordinators } from '../../activities/tellCoordinators.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { noticeOf, TRIEU_SON_TEXT } from '../data/noticeFiles.ts';
import { ownRegister } from '../support/ownRegister.ts';
import { lettersOf } from './support/activitiesOf.ts';

const notice = noticeOf(TRIEU_SON_TEXT);
const NOW = '2020-11-11T07:00:00.000Z';
const register = ownRegister();
beforeAll(async () => {
  await loadNotice(register.pool, { notice, now: NOW, clock: 'live' });
});

test('those who coordinate are told once who leads and that they owe nothing, without the clause where it does not name them', async () => {
  await tellCoordinators(register.pool, notice, '1-propaganda', NOW);
  await tellCoordinators(register.pool, notice, '1-propaganda', '2020-11-12T07:00:00.000Z');
  const letters = await lettersOf(register.pool, notice.id, 'programme-starts');
  expect(letters).toHaveLength(5);
  expect(letters.flatMap(({ about }) => about)).toEqual([]);
  const document = letters[0]?.document ?? '';
  expect(document).toContain('Trưởng ban Tuyên giáo');
  expect(document).toContain('không phải gửi báo cáo riêng');
  expect(document).toContain('Thông báo không kê tên nơi phối hợp'); // whom the file names is assumed
});

test('a process of another kind tells nobody', async () => {
  await tellCoordinators(register.pool, notice, '5-reports', NOW);
  const letters = await lettersOf(register.pool, notice.id, 'programme-starts');
  expect(letters.every(({ key }) => key.includes('/1-propaganda/'))).toBe(true);
});
