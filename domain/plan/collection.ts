import type { Process } from '../../contracts/notice/index.ts';
import { owing } from '../notice/roster.ts';
import { dueOf, nameDay } from './due.ts';
import { type OneOffTrack, oneOffPlan } from './oneOff.ts';
import { ladderOf, type PeriodPlan, type PlanContext } from './planContext.ts';
import { promptMoment } from './track.ts';

type Collection = Extract<Process, { kind: 'collection' }>;

/**
 * A collection: one period, with the reports or (where there is a checklist) the dossiers that are collected, and a
 * track for the guidance that goes out first, an obligation of its own.
 */
export function planCollection(context: PlanContext, process: Collection): PeriodPlan {
  const { notice, calendar } = context;
  const { guidance } = process;
  const track = (
    given: Pick<OneOffTrack, 'key' | 'deliverable' | 'parties' | 'outline'>,
    from: { due: Collection['due']; ladder: string },
  ): OneOffTrack => {
    const ladder = ladderOf(notice, from.ladder);
    const due = dueOf(calendar, from.due);
    const prompt = promptMoment(calendar, due, ladder.prompt, ladder.letters);
    return { ...given, ladder, due, prompt, ownPromptAt: prompt.at, neverLate: false };
  };
  const main = track(
    {
      key: 'main',
      deliverable: process.checklist.length > 0 ? 'dossier' : 'report',
      parties: owing(notice, process.owes),
      outline: process.outline,
    },
    process,
  );
  const further =
    guidance === undefined
      ? []
      : [
          track(
            {
              key: 'guidance',
              deliverable: 'guidance',
              parties: [guidance.by],
              outline: guidance.outline,
            },
            guidance,
          ),
        ];
  return oneOffPlan(context, process.id, [
    { key: nameDay(process.due), tracks: [main, ...further] },
  ]);
}
