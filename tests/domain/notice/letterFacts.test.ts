import { expect, test } from 'vitest';
import { matterOf } from '../../../domain/notice/letterFacts.ts';
import { noticeOf, TRIEU_SON_TEXT } from '../../data/noticeFiles.ts';

const notice = noticeOf(TRIEU_SON_TEXT);

test('guidance is quoted in the sentence that asks for it', () => {
  expect(matterOf(notice, '2b-results', 'guidance').sentence).toMatch(
    /^Giao Văn phòng NTM huyện hướng dẫn cụ thể báo cáo và hồ sơ/,
  );
  expect(matterOf(notice, '2b-results', 'dossier').sentence).toMatch(/^BCĐ, Văn phòng NTM huyện/);
});

test('a check-in whose rhythm the notice does not give cites no clause, whatever its process does', () => {
  expect(matterOf(notice, '1-propaganda', 'check-in').sentence).toBeNull();
  expect(matterOf(notice, '1-propaganda').sentence).not.toBeNull();
});

test('a campaign’s document is asked for by its own name, its returns by theirs', () => {
  expect(matterOf(notice, '6-cleanup', 'document').asks).toBe(
    'văn bản chỉ đạo phát động phong trào tổng vệ sinh môi trường',
  );
  expect(matterOf(notice, '6-cleanup', 'return').asks).toBe(
    'báo cáo kết quả đợt cao điểm tổng vệ sinh môi trường',
  );
});

test('only what comes back has periods', () => {
  const once = (processId: string, deliverable: string) =>
    matterOf(notice, processId, deliverable).once ?? false;
  expect(once('5-reports', 'report')).toBe(false);
  expect(once('1-propaganda', 'check-in')).toBe(false);
  expect(once('5-reports', 'explanation')).toBe(true);
  expect(once('2b-results', 'dossier')).toBe(true);
  expect(once('7-support', 'stage')).toBe(true);
  expect(once('6-cleanup', 'return')).toBe(true);
});
