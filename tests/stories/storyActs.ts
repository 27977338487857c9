import type { StoryStage } from './stage.ts';

/** What people do in every story, by the links in their letters and the office's own token. */
export function storyActs(stage: StoryStage, noticeId: string) {
  const office = () => stage.as('office', 'p-office');
  const period = (process: string, key: string) => `${noticeId}/${process}/${key}`;
  return {
    /** the office's word that its book, tray and Zalo hold nothing more, from its latest letter that asks for it */
    async certify(): Promise<void> {
      const asking = stage.letters('prompt', 'office').filter(({ text }) => text.includes('Zalo'));
      await stage.fillIn(asking.at(-1), { book: 'yes', tray: 'yes', zalo: 'yes', comment: '' });
    },
    async releaseDigest(key: string): Promise<void> {
      const path = `/notices/${noticeId}/processes/digest/periods/${key}/digest/release`;
      await (await office()).post(path, { reason: 'Đã duyệt' });
    },
    /** a report from the page that the party's latest prompt links to; answers with the receipt's page */
    report(process: string, key: string, member: string, body = 'Đã kiểm tra hai xã.') {
      const obligation = `${period(process, key)}/${member}`;
      return stage.fillIn(stage.letters('prompt', member).at(-1), {
        kind: 'report',
        obligation,
        body,
      });
    },
    /** the findings of a reporting period, by party */
    async findings(
      key: string,
    ): Promise<Map<string, { id: string; state: string; held: boolean }>> {
      const found = await stage.rows<{ party: string; id: string; state: string; held: boolean }>(
        `select o.party_id as party, f.id, f.state, f.held from finding f join obligation o on o.id = f.obligation_id
         where o.period_id = $1 and o.track = 'main'`,
        [period('reports', key)],
      );
      return new Map(found.map(({ party, ...finding }) => [party, finding]));
    },
    /** the log's actions about these records, in their order */
    async logged(...subjects: string[]): Promise<string[]> {
      const logged = await stage.rows<{ action: string }>(
        'select action from log where notice_id = $1 and subject = any($2) order by seq',
        [noticeId, subjects],
      );
      return logged.map(({ action }) => action);
    },
  };
}

/** A letter's text on one line, so that it can be searched wherever it was wrapped. */
export const flat = (letter: { text: string } | undefined): string =>
  (letter?.text ?? '').replaceAll(/\s+/g, ' ');
