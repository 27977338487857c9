import type { DutyOnPage, ReportPage } from '../../../db/reading/reportPage.ts';
import { wordsFor } from '../../../letters/catalogue/deliverables.ts';
import { drafting } from '../../../letters/catalogue/drafting.ts';
import { duty as dutyWords } from '../../../letters/catalogue/duty.ts';
import { submissions } from '../../../letters/catalogue/submissions.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { report } from '../catalogue/report.ts';
import { dueWords } from '../dueWords.ts';
import type { StageOnPage } from '../readStagePage.ts';
import { spokenOn } from '../spokenOn.ts';

/** What the page tells of an obligation that nothing has been handed in for. */
interface Awaited {
  writing: Writing;
  page: ReportPage;
  stage: StageOnPage | null;
  /** 'YYYY-MM-DDThh:mm:ss.sssZ' */
  now: string;
  /** the office opened it in the place of a post that is vacant, of which nothing is found */
  insteadOf: boolean;
}

/** What happens where nothing comes, sentence by sentence; none where everything has come or is closed. */
export function whatFollows({ writing, page, stage, now, insteadOf }: Awaited): string[] {
  const duty = page.duties.find(isAwaited);
  if (duty === undefined || insteadOf || page.deliverable === 'digest') return [];
  const words = writing.say(dutyWords);
  const say = writing.say(report);
  const spoken = spokenOn(page, stage);
  if (duty.status === 'paused') return [say.paused];
  if (page.trial) return [words.trial];
  if (spoken === 'supplement') return [writing.say(submissions).withoutSupplement];
  if (spoken === 'stage-consult') return [writing.say(drafting).consultFollows];
  const noun = wordsFor(spoken).noun[writing.head.language];
  if (duty.lockAt === null) return [words.neverLocked(noun)];
  const isOver = Date.parse(now) >= Date.parse(duty.dueAt);
  const isLocked = Date.parse(now) >= Date.parse(duty.lockAt);
  return [
    ...(page.deliverable === 'certificate' ? [words.gated] : []),
    ...(isOver ? [say.stillTaken] : []),
    isLocked
      ? words.recordedNow(noun, null)
      : say.followsAtLock(noun, lockWords(writing, duty.lockAt, duty)),
  ];
}

const STANDING: readonly DutyOnPage['status'][] = [
  'open-in-time',
  'open-overdue',
  'paused',
  'trial',
];

const isAwaited = ({ closed, receivedAs, status }: DutyOnPage): boolean =>
  !closed && receivedAs === null && STANDING.includes(status);

const lockWords = (writing: Writing, lockAt: string, { dueAt }: DutyOnPage): string =>
  lockAt === dueAt ? dueWords(writing, dueAt) : writing.atOn(lockAt);
