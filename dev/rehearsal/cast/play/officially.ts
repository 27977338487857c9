import type { Notice } from '../../../../contracts/notice/index.ts';
import type { ActOf } from '../acts.ts';
import { choose } from '../chance.ts';
import {
  addPeakReason,
  excuseReason,
  extendReason,
  keyInReason,
  moveSessionReason,
  reverseReason,
} from '../words/decisions.ts';
import { reportText } from '../words/reports.ts';
import type { Stage } from './stage.ts';

const GROUNDS = { leave: 3, sickness: 2, mission: 5 };
const CHANNELS = { paper: 6, zalo: 2, telephone: 1, 'e-mail': 1 };

/** The office keys in what lay on its desk, with its time of receipt. */
export function keyIn(stage: Stage, act: ActOf<'key in'>): Promise<string> {
  const { api, notice, seed } = stage;
  const { obligations, signedBy, receivedAt } = act.subject;
  return api.decide(officeOf(act), 'POST', '/obligations/decisions/key-in', act.id, {
    obligations,
    signedBy,
    receivedAt,
    channel: choose(CHANNELS, seed, 'channel', act.id),
    body: reportText(notice.language, seed, act.id),
    checklist: partsIn(notice, obligations),
    reason: keyInReason(notice.language, seed, act.id),
  });
}

/** What comes on paper comes whole. */
function partsIn({ id, directives }: Notice, [first = '']: string[]): string[] {
  if (first.includes(':')) return []; // the guidance, a certificate or a supplement
  const process = directives
    .flatMap(({ processes }) => processes)
    .find((one) => first.startsWith(`${id}/${one.id}/`));
  return process?.kind === 'collection' ? process.checklist.map((part) => part.id) : [];
}

/** The office enters leave, sickness or mission before the due time. */
export function excuseBefore(stage: Stage, act: ActOf<'excuse before'>): Promise<string> {
  const { api, notice, seed } = stage;
  return api.decide(officeOf(act), 'POST', '/obligations/decisions/excuse', act.id, {
    obligations: act.subject.obligations,
    ground: choose(GROUNDS, seed, 'ground', act.id),
    reason: excuseReason(notice.language, seed, act.id),
  });
}

/** Whoever is above gives more time to somebody who asked for it. */
export function extend(stage: Stage, act: ActOf<'extend'>): Promise<string> {
  const { api, notice, seed } = stage;
  return api.decide(superiorOf(act), 'POST', '/obligations/decisions/extend', act.id, {
    obligations: act.subject.obligations,
    dueDate: act.subject.dueDate,
    reason: extendReason(notice.language, seed, act.id),
  });
}

/** The office enters the days of a peak that makes up for a missed one. */
export function addPeak({ api, notice, seed }: Stage, act: ActOf<'add peak'>): Promise<string> {
  const { process, ...days } = act.subject;
  const path = `/notices/${notice.id}/processes/${process}/peaks`;
  const reason = addPeakReason(notice.language, seed, act.id);
  return api.decide(officeOf(act), 'POST', path, act.id, { ...days, reason });
}

/** The office enters the day on which a session meets, as it was announced. */
export function moveSession(stage: Stage, act: ActOf<'move session'>): Promise<string> {
  const { api, notice, seed } = stage;
  const { process, dueDate } = act.subject;
  const path = `/notices/${notice.id}/processes/${process}/move-due`;
  const reason = moveSessionReason(notice.language, seed, act.id);
  return api.decide(officeOf(act), 'POST', path, act.id, { dueDate, reason });
}

/** Whoever is above takes a finding back after reading the answer to it. */
export function reverse(stage: Stage, act: ActOf<'reverse'>): Promise<string> {
  const { api, notice, seed } = stage;
  const path = `/findings/${act.subject.finding}/reverse`;
  const reason = reverseReason(notice.language, seed, act.id);
  return api.decide(superiorOf(act), 'POST', path, act.id, { reason });
}

const officeOf = ({ actor }: { actor: string }) => ({ role: 'office', person: actor }) as const;
const superiorOf = ({ actor, subject }: ActOf<'extend' | 'reverse'>) => ({
  role: subject.as,
  person: actor,
});
