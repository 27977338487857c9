import type { Matter } from '../../../contracts/letters.ts';
import type { ReportPage } from '../../../db/reading/reportPage.ts';
import { common } from '../../../letters/catalogue/common.ts';
import { wordsFor } from '../../../letters/catalogue/deliverables.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { capitalise } from '../../../letters/format/list.ts';
import { report } from '../catalogue/report.ts';
import { nothingAtStage, stage as phrases } from '../catalogue/stage.ts';
import type { StageOnPage } from '../readStagePage.ts';
import { spokenOn } from '../spokenOn.ts';

/** What a page is about, as the words on it need it. */
interface About {
  writing: Writing;
  page: ReportPage;
  stage: StageOnPage | null;
  matter: Matter;
}

/** The period of a page: its day, and the last day in time of what is owed. */
export const periodOnPage = ({ periodKey, duties }: ReportPage) => ({
  periodKey: periodKey.slice(0, 10),
  lastDay: duties[0]?.lastDay ?? periodKey.slice(0, 10),
});

/** 'Báo cáo – kỳ 14/12/2020'; of a drafting its stage and the day that is due. */
export function reportTitle({ writing, page, stage, matter }: About): string {
  const period = periodOnPage(page);
  if (stage) return writing.say(phrases).title(stage.title, writing.day(period.lastDay));
  const noun = wordsFor(spokenOn(page, stage)).noun[writing.head.language];
  return writing.say(report).title(capitalise(noun), writing.periodOf(period, matter));
}

/** What the confirmed "nothing" says, in the middle of a sentence. */
export function nothingWords({ writing, stage }: Pick<About, 'writing' | 'stage'>): string {
  if (!stage?.nothing) return writing.say(report).nothing;
  return nothingAtStage[stage.nothing].title[writing.head.language].toLocaleLowerCase('vi');
}

/** What a page calls whoever owes: 'Tư cách' of a post, 'Đơn vị' of a unit. */
export function capacityLabel(writing: Writing, addressee: 'person' | 'unit'): string {
  const words = writing.say(common);
  return addressee === 'unit' ? words.unit : words.capacity;
}
