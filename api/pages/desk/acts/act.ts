import { z } from 'zod';
import { Release } from '../../../../contracts/decisions.ts';
import type { Asked } from '../../../deciding/decide.ts';
import type { PeriodName } from '../../../deciding/decideAsOffice.ts';
import type { ApiDeps } from '../../../deps.ts';
import { derivedId } from '../../../idempotency/derivedId.ts';
import { type Form, fingerprintOf, textIn } from '../../../uploads/readForm.ts';
import type { Opened } from '../../openLink.ts';

/** A form that does not say enough: shown again with a word, nothing decided. */
export class IncompleteForm extends Error {
  override readonly name = 'IncompleteForm';
  /** the field at fault, as the decision calls it; '' for the form as a whole */
  readonly field: string;
  constructor(message: string, field = '') {
    super(message);
    this.field = field;
  }
}

/** Where a form came in: who sent it, by which link or session, about which notice. */
export type Sender = Pick<Opened, 'caller' | 'token' | 'noticeId' | 'notice' | 'now'>;

/** One form as it came in, with what an act needs to make a decision of it. */
export interface Act {
  deps: ApiDeps;
  opened: Sender;
  form: Form;
  /** a field's text; '' where it is left empty */
  field(name: string): string;
  /** the same, nothing where it is left empty */
  optional(name: string): string | undefined;
  /** everything under a name, as boxes of one name are ticked */
  all(name: string): string[];
  /** the decision as this person asks for it, once its fields have their shape. @throws IncompleteForm */
  given<Shape extends z.ZodType>(shape: Shape, fields: unknown): Asked<z.output<Shape>>;
  /** the period that the form names */
  period: PeriodName;
}

/** Does what one kind of form asks. @throws as its decision does; IncompleteForm */
export type DoAct = (act: Act) => Promise<unknown>;

/** A form as an act sees it. */
export function actOf(deps: ApiDeps, opened: Sender, form: Form): Act {
  const { caller, token, noticeId } = opened;
  // sent twice it is decided once; sent again with other words it is another decision
  const decisionId = derivedId('desk', token, fingerprintOf(form));
  const field = (name: string): string => textIn(form, name);
  return {
    deps,
    opened,
    form,
    field,
    optional: (name) => field(name) || undefined,
    all: (name) => form.texts.get(name) ?? [],
    given(shape, fields) {
      const parsed = shape.safeParse(fields);
      if (parsed.success) return { caller, decisionId, decision: parsed.data };
      const [first] = parsed.error.issues;
      throw new IncompleteForm(parsed.error.message, String(first?.path[0] ?? ''));
    },
    period: { noticeId, processId: field('process'), key: field('period') },
  };
}

/** A decision for which the reason alone is typed. */
export const reasonOf = ({ field, given }: Act): Asked<{ reason: string }> =>
  given(Release, { reason: field('reason') });

/** The id of a finding, or of a proposal. */
export const idOf = ({ field, given }: Act, name: string): string =>
  given(z.uuid(), field(name)).decision;
