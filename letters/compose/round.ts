import type { LetterParams } from '../../contracts/letters/params.ts';
import type { ClimbGroup, ClimbItem } from '../../contracts/letters/superiors.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { evidence } from '../catalogue/evidence.ts';
import { climbReasons, round } from '../catalogue/round.ts';
import { whoHolds } from '../format/who.ts';
import { evidenceLines } from './evidence.ts';
import { letter, noticeRow, type Writing } from './writing.ts';

/**
 * One letter to a superior for the day, across all processes: by matter, each silent party with the evidence. It states
 * the record ("chưa có báo cáo") and what he can do. The clause is named and not quoted: its words on silence go out
 * only when released.
 */
export function composeRound(writing: Writing, params: LetterParams['round']): LetterDocument {
  const say = writing.say(round);
  const groups = params.groups
    .flatMap(byDeliverable)
    .map((group) => ({ group, cases: casesOf(group.items) }));
  const howMany = groups.reduce((sum, { cases }) => sum + cases.length, 0);
  const day = writing.day(params.day);
  return letter(writing, params, 'reminder', say.subject(howMany, day), [
    { type: 'text', text: say.intro(day) },
    { type: 'facts', rows: [noticeRow(writing)] },
    ...groups.flatMap(({ group, cases }) => groupBlocks(writing, group, cases)),
    { type: 'text', text: say.onlyTheRecord },
    {
      type: 'list',
      title: say.whatYouCanDo,
      items: [say.canSee, say.canHold, say.canExtend, say.canExcuse, say.canReverse],
    },
    { type: 'text', text: say.reasonNeeded },
    { type: 'link', label: writing.say(common).openDesk, link: { to: 'desk' } },
    { type: 'text', text: say.ifNothing },
  ]);
}

function groupBlocks(writing: Writing, group: ClimbGroup, cases: Case[]): LetterBlock[] {
  const say = writing.say(round);
  const words = writing.say(common);
  const { directive, process } = group.matter;
  const period = writing.periodOf(
    { periodKey: group.periodKey, lastDay: group.items[0]?.lastDay ?? group.periodKey },
    group.matter,
  );
  // units, and whoever is late with what comes once, have no row of misses
  const countsMisses =
    !group.matter.once && group.items.some(({ missesInARow }) => missesInARow > 0);
  const { language } = writing.head;
  const reasons = [...new Set(group.items.map(({ why }) => climbReasons[why][language]))];
  const noun = wordsFor(group.items[0]?.deliverable ?? 'report').noun[language];
  return [
    { type: 'heading', text: say.group(writing.directive(directive), process, period) },
    {
      type: 'table',
      head: [
        say.party(noun),
        words.due,
        writing.say(evidence).title,
        ...(countsMisses ? [say.inARow] : []),
      ],
      rows: cases.map(({ parties, item }) => [
        whoHolds(parties.join('; '), item.holder),
        writing.due(item.dueAt, item.lastDay),
        evidenceLines(writing, item.evidence),
        ...(countsMisses ? [String(item.missesInARow)] : []),
      ]),
    },
    { type: 'text', text: `${say.whyToYou}${reasons.join('; ')}.` },
  ];
}

/** A certificate that the office did not give stands apart from the reports it certifies. */
function byDeliverable(group: ClimbGroup): ClimbGroup[] {
  const kinds = [...new Set(group.items.map(({ deliverable }) => deliverable))];
  return kinds.map((kind) => ({
    ...group,
    items: group.items.filter(({ deliverable }) => deliverable === kind),
  }));
}

interface Case {
  parties: string[];
  item: ClimbItem;
}

/** A person's several positions are one case for a due date (the domain: "one miss for a person and due date"). */
function casesOf(items: readonly ClimbItem[]): Case[] {
  const cases = new Map<string, Case>();
  for (const item of items) {
    const who = item.holder === '' ? item.obligationId : item.holder;
    const key = `${who} ${item.dueAt} ${JSON.stringify(item.evidence)}`;
    const known = cases.get(key);
    if (known) known.parties.push(item.party);
    else cases.set(key, { parties: [item.party], item });
  }
  return [...cases.values()];
}
