import type { Handling } from '../../../contracts/digest.ts';
import type { StoryEvent } from '../../../domain/log/storyEvent.ts';
import { doubtReasons, handlings } from '../../../letters/catalogue/digest.ts';
import { decidedHandlings } from '../../../letters/catalogue/handling.ts';
import { channels } from '../../../letters/catalogue/submissions.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { standings, story } from '../catalogue/story.ts';
import { dueWords } from '../dueWords.ts';

/** What an event says beside its action, in words. */
export function detailsOf(writing: Writing, event: StoryEvent): string[] {
  return [
    ...whatField(writing, event),
    ...whereTo(writing, event),
    ...whenDue(writing, event),
    ...handedIn(writing, event),
    ...judged(writing, event),
    ...counted(writing, event),
  ];
}

/** What an amendment changed, by its pointer: the notice file has no other names for its parts. */
const whatField = ({ say }: Writing, { detail }: StoryEvent): string[] =>
  typeof detail.field === 'string' ? [say(story).field(detail.field)] : [];

function whereTo(writing: Writing, { recipient, detail }: StoryEvent): string[] {
  const say = writing.say(story);
  return [
    ...(recipient === null ? [] : [say.to(recipient)]),
    ...(detail.needsRelease === true ? [say.needsRelease] : []),
  ];
}

function whenDue(writing: Writing, { detail }: StoryEvent): string[] {
  const say = writing.say(story);
  const [from, to, dueAt] = [detail.from, detail.to, detail.dueAt].map((value) =>
    dueIn(writing, value),
  );
  if (from !== undefined && to !== undefined) return [say.movedTo(from, to)];
  const at = to ?? dueAt;
  return at === undefined ? [] : [say.dueAt(at)];
}

function handedIn(writing: Writing, { submission, deliverable, detail }: StoryEvent): string[] {
  if (submission === null) return [];
  const say = writing.say(story);
  const { kind, channel } = submission;
  const { receivedAt } = detail;
  const wasKeyedIn = channel !== 'link' && channel !== 'api';
  return [
    ...(kind === 'nothing' ? [deliverable === 'stage' ? say.noOpinion : say.nothingToReport] : []),
    detail.late === true ? say.late : say.inTime,
    say.through(channels[channel][writing.head.language]),
    ...(wasKeyedIn && typeof receivedAt === 'string'
      ? [say.receivedAt(writing.at(receivedAt))]
      : []),
    ...(typeof detail.receiptNo === 'string' ? [say.receipt(detail.receiptNo)] : []),
  ];
}

function judged({ head: { language } }: Writing, { detail, decision }: StoryEvent): string[] {
  const doubts = Array.isArray(detail.doubts) ? detail.doubts.map(String) : [];
  const { proposed } = detail;
  return [
    ...doubts.map((doubt) => doubtReasons[doubt]?.[language] ?? doubt),
    ...(typeof proposed === 'string' ? [handlings[proposed as Handling][language]] : []),
    ...(decision?.handling ? [decidedHandlings[decision.handling][language]] : []),
  ];
}

function counted(writing: Writing, { action, detail }: StoryEvent): string[] {
  const say = writing.say(story);
  switch (action) {
    case 'fell-due':
    case 'period-closed':
      return standing(writing, detail);
    case 'peak-counted':
    case 'peak-missed':
    case 'peak-recounted':
      return [say.returned(Number(detail.returned), Number(detail.owed))];
    case 'period-opened':
      return detail.trial === true ? [say.trial] : [];
    default:
      return [];
  }
}

/** How many stood how, as far as the row says. */
function standing({ head: { language } }: Writing, detail: StoryEvent['detail']): string[] {
  return Object.entries(standings[language]).flatMap(([outcome, word]) =>
    typeof detail[outcome] === 'number' ? [`${word} ${detail[outcome]}`] : [],
  );
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A due time or a day in words; what an amendment changed may be anything short, and stands as it is. */
const dueIn = (writing: Writing, value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  if (DAY.test(value)) return writing.day(value);
  return INSTANT.test(value) ? dueWords(writing, value) : value;
};
