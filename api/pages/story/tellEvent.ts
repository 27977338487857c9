import type { LetterKind } from '../../../contracts/letters.ts';
import type { Notice } from '../../../contracts/notice/index.ts';
import { spokenOf } from '../../../domain/drafting/spokenOf.ts';
import type { StoryEvent } from '../../../domain/log/storyEvent.ts';
import { capacityTitle } from '../../../domain/notice/roster.ts';
import type { DecisionKind } from '../../../domain/rights/decisionKinds.ts';
import type { ClosedAs } from '../../../domain/status/status.ts';
import { wordsFor } from '../../../letters/catalogue/deliverables.ts';
import { letterNames } from '../../../letters/catalogue/evidence.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { capitalise } from '../../../letters/format/list.ts';
import { decisionNames } from '../catalogue/decisionNames.ts';
import { actionNames, closings, story } from '../catalogue/story.ts';
import { detailsOf } from './detailsOf.ts';

/** One event of a story in words. */
export interface ToldEvent {
  what: string;
  /** whom it concerns, or whom a letter went to; empty where nobody is named */
  whom: string[];
  /** how many more */
  others: number;
  by: string;
  why: string | null;
}

/** Whoever is told a story, and the period it is about, where it is about one. */
export interface Reader {
  notice: Notice;
  writing: Writing;
  period?: { processId: string; periodKey: string };
}

/** Tells an event in the notice's language. */
export function tellEvent(reader: Reader, event: StoryEvent): ToldEvent {
  const { writing } = reader;
  const say = writing.say(story);
  const isLetter = event.action.startsWith('letter-');
  const named = isLetter ? event.receivers : event.parties;
  const count = isLetter ? event.receivers.length : event.partyCount;
  const what = [nameOf(reader, event), ...detailsOf(writing, event)].join(', ');
  return {
    what: event.n > 1 ? say.times(what, event.n) : what,
    whom: named,
    others: count - named.length,
    by: byWhom(reader, event),
    why: event.decision?.reason ?? null,
  };
}

function nameOf({ notice, writing, period }: Reader, event: StoryEvent): string {
  const { action, about, deliverable } = event;
  const { language } = writing.head;
  if (action === 'submission-taken' && period !== undefined && deliverable !== null) {
    const spoken = spokenOf(notice, { ...period, deliverable });
    return writing.say(story).takenIn(wordsFor(spoken).noun[language]);
  }
  if (action.startsWith('decided-')) {
    return capitalise(decisionNames[action.slice('decided-'.length) as DecisionKind][language]);
  }
  if (action in actionNames) {
    const name = actionNames[action as keyof typeof actionNames][language];
    const letter = letterNames[about as LetterKind]?.[language];
    return action.startsWith('letter-') && letter !== undefined ? `${letter}: ${name}` : name;
  }
  return closings[action.slice('obligation-'.length) as ClosedAs][language];
}

/** Who it was done by: for a decision the post in which it was taken. */
function byWhom({ notice, writing }: Reader, { actor, actorName, decision }: StoryEvent): string {
  const say = writing.say(story);
  if (decision !== null) return capacityTitle(notice, decision.capacity);
  if (actor === 'engine') return say.engine;
  if (actorName === null) return say.erased;
  return actor.startsWith('token:') ? say.token(actorName) : actorName;
}
