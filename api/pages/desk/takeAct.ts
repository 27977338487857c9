import { z } from 'zod';
import {
  Accept,
  AskForSupplement,
  Certify,
  DecideProposal,
  Excuse,
  Extend,
  HoldRung,
  KeyIn,
  Release,
} from '../../../contracts/decisions.ts';
import { CalendarDay, LocalTime } from '../../../contracts/notice/primitives.ts';
import { paragraphsIn } from '../../../domain/digest/paragraphText.ts';
import { atLocal } from '../../../domain/time/zone.ts';
import { decideExcuse, decideExtend, decideHold, decideSupplement } from '../../deciding/decide.ts';
import {
  decideAccept,
  decideCertify,
  decideKeyIn,
  decideReleaseEscalations,
} from '../../deciding/decideAsOffice.ts';
import {
  decideHoldFinding,
  decideRelease,
  decideReverse,
} from '../../deciding/decideOnFindings.ts';
import { decideOnProposal } from '../../deciding/decideOnProposal.ts';
import type { ApiDeps } from '../../deps.ts';
import { decideEdit, decideReleaseDigest } from '../../digests/digestOf.ts';
import { derivedId } from '../../idempotency/derivedId.ts';
import { type Form, fingerprintOf, textIn } from '../../uploads/readForm.ts';
import type { Opened } from '../openLink.ts';

/** A form that does not say enough: shown again with a word, nothing decided. */
export class IncompleteForm extends Error {
  override readonly name = 'IncompleteForm';
}

/** Takes one form of a desk. @throws IncompleteForm; PermanentFailure as the decision was refused; Problem `unavailable` */
export async function takeAct(deps: ApiDeps, opened: Opened, form: Form): Promise<void> {
  const name = textIn(form, 'act');
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (!act) throw new IncompleteForm('no such act');
  const { caller, token, noticeId } = opened;
  // sent twice it is decided once; sent again with other words it is another decision
  const decisionId = derivedId('desk', token, fingerprintOf(form));
  const field = (name: string): string => textIn(form, name);
  const given = <Shape extends z.ZodType>(shape: Shape, fields: unknown) => {
    const parsed = shape.safeParse(fields);
    if (!parsed.success) throw new IncompleteForm(parsed.error.message);
    return { caller, decisionId, decision: parsed.data };
  };
  const period = { noticeId, processId: field('process'), key: field('period') };
  await act({ deps, opened, form, field, given, period });
}

interface Act {
  deps: ApiDeps;
  opened: Opened;
  form: Form;
  field: (name: string) => string;
  /** the decision as this person asks for it, once its fields have their shape */
  given: <Shape extends z.ZodType>(
    shape: Shape,
    fields: unknown,
  ) => { caller: Opened['caller']; decisionId: string; decision: z.output<Shape> };
  period: { noticeId: string; processId: string; key: string };
}

const reasonOf = ({ field, given }: Act) => given(Release, { reason: field('reason') });
const findingOf = ({ field, given }: Act) => given(z.uuid(), field('finding')).decision;
const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);

const ACTS: Record<string, (act: Act) => Promise<unknown>> = {
  certify: ({ deps, field, given, period }) => {
    const ticked = (name: string) => field(name) === 'yes';
    const ticks = { book: ticked('book'), tray: ticked('tray'), zalo: ticked('zalo') };
    return decideCertify(deps, period, given(Certify, { ...ticks, comment: field('comment') }));
  },
  accept: ({ deps, field, given }) =>
    decideAccept(deps, given(Accept, { submissions: [field('submission')] })),
  supplement: ({ deps, field, given }) =>
    decideSupplement(
      deps,
      given(AskForSupplement, {
        submission: field('submission'),
        comment: field('comment'),
        missing: field('missing')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        dueDate: field('dueDate'),
      }),
    ),
  'release-finding': (act) => decideRelease(act.deps, findingOf(act), reasonOf(act)),
  'hold-finding': (act) => decideHoldFinding(act.deps, findingOf(act), reasonOf(act)),
  'reverse-finding': (act) => decideReverse(act.deps, findingOf(act), reasonOf(act)),
  'release-escalations': (act) => decideReleaseEscalations(act.deps, act.period, reasonOf(act)),
  'edit-digest': ({ deps, field, given, period }) => {
    const shape = z.object({ paragraphs: z.array(z.any()).min(1).max(500), reason: z.null() });
    const paragraphs = paragraphsIn(field('words'));
    const { decision, ...asked } = given(shape, { paragraphs, reason: null });
    return decideEdit(deps, period, { ...asked, decision: { ...decision, paragraphs } });
  },
  'release-digest': (act) => decideReleaseDigest(act.deps, act.period, reasonOf(act)),
  'decide-proposal': ({ deps, field, given }) =>
    decideOnProposal(
      deps,
      field('proposal'),
      given(DecideProposal, {
        handling: field('handling'),
        dueDate: orNothing(field('dueDate')),
        reason: field('reason'),
      }),
    ),
  hold: ({ deps, field, given }) =>
    decideHold(
      deps,
      given(HoldRung, {
        obligations: [field('obligation')],
        rung: field('rung'),
        workingDays: Number(field('workingDays')),
        reason: field('reason'),
      }),
    ),
  extend: ({ deps, field, given }) =>
    decideExtend(
      deps,
      given(Extend, {
        obligations: [field('obligation')],
        dueDate: field('dueDate'),
        reason: field('reason'),
      }),
    ),
  excuse: ({ deps, field, given }) =>
    decideExcuse(
      deps,
      given(Excuse, {
        obligations: [field('obligation')],
        ground: field('ground'),
        reason: field('reason'),
      }),
    ),
  'key-in': ({ deps, opened, form, field, given }) => {
    const { decision: when } = given(z.object({ day: CalendarDay, time: LocalTime }), {
      day: field('receivedOn'),
      time: field('receivedTime'),
    });
    const asked = given(KeyIn, {
      obligations: [field('obligation')],
      channel: field('channel'),
      kind: field('nothing') === 'yes' ? 'nothing' : 'report',
      receivedAt: atLocal(when.day, when.time, opened.notice.zone),
      body: orNothing(field('body')),
      reason: field('reason'),
    });
    return decideKeyIn(deps, asked, form.files);
  },
};
