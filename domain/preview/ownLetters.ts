import type { LetterKind } from '../../contracts/letters.ts';
import { stageOf } from '../plan/drafting.ts';
import { aboutStep, type PreviewedPeriod, type PreviewLetter } from './previewLetter.ts';
import type { PreviewStep, StepRecipient } from './steps.ts';

type OwnStep = 'prompt' | 'remind' | 'overdue';

/**
 * The letters to those who owe something, by steps of these kinds. What one person is reminded of at one instant is one
 * letter, whatever processes it comes from, and so is what is overdue; what goes to the office in place of a post is
 * about that post alone.
 */
export function ownLetters(
  periods: readonly PreviewedPeriod[],
  kinds: readonly OwnStep[],
): PreviewLetter[] {
  const letters = new Map<string, PreviewLetter>();
  for (const of of periods) {
    for (const step of of.steps) {
      const kind = kinds.find((one) => one === step.kind);
      if (kind === undefined) continue;
      for (const { person, insteadOf, parties } of step.recipients.flatMap(receivers)) {
        const alone = kind === 'prompt' ? ` ${step.processId} ${step.periodKey} ${step.track}` : '';
        const key = `${kind} ${step.at} ${person} ${insteadOf}${alone}`;
        const fresh = { person, at: step.at, kind: letterKind(of, step, kind), about: [] };
        const letter = letters.get(key) ?? fresh;
        letter.about.push(aboutStep(step, parties));
        letters.set(key, letter);
      }
    }
  }
  return [...letters.values()];
}

/** One letter for all capacities of a person, and one for each post in whose place the office is written to. */
function receivers({ person, why, parties }: StepRecipient) {
  if (why !== 'instead-of') return [{ person, insteadOf: '', parties }];
  return parties.map((party) => ({ person, insteadOf: party, parties: [party] }));
}

/** A peak is called, and a body asked for its opinion of the draft of the stage before; everything else is prompted for. */
function letterKind(
  { process, period }: PreviewedPeriod,
  { track }: PreviewStep,
  kind: OwnStep,
): LetterKind {
  if (kind !== 'prompt') return kind;
  if (period.peak !== undefined) return 'campaign-call';
  if (process.kind !== 'drafting' || track !== 'main') return 'prompt';
  const stage = stageOf(process, period.key);
  return stage?.kind === 'consult' && stage !== process.stages[0] ? 'consult-request' : 'prompt';
}
