import type { SilentOnDesk } from '../../../../db/reading/desk.ts';
import type { Writing } from '../../../../letters/compose/writing.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import type { Given } from '../../desk/refusedForm.ts';
import type { Opened } from '../../openLink.ts';
import { periodWords } from '../../periodWords.ts';
import { titleOf } from '../../titleOf.ts';
import { ChoiceField } from './fields.tsx';

const GROUNDS = ['leave', 'sickness', 'mission', 'other'] as const;

/** On which ground somebody is excused. */
export function GroundField({
  writing,
  id,
  given,
}: {
  writing: Writing;
  id: string;
  given: Given;
}) {
  const say = writing.say(phrases);
  return (
    <ChoiceField
      id={`ground-${id}`}
      name="ground"
      label={say.ground}
      empty="–"
      given={given}
      options={GROUNDS.map((value) => ({ value, label: say.grounds(value) }))}
    />
  );
}

/** Whose obligation it is about, and in which period: one of these. */
export function ObligationField(props: {
  opened: Opened;
  id: string;
  given: Given;
  open: readonly SilentOnDesk[];
}) {
  const { opened, id, given, open } = props;
  const say = opened.writing.say(phrases);
  return (
    <ChoiceField
      id={`whose-${id}`}
      name="obligation"
      label={say.whose}
      given={given}
      empty="–"
      options={open.map((one) => ({
        value: one.obligationId,
        label: `${one.party} – ${periodWords(opened, one)} – ${titleOf(opened.notice, one.processId)}`,
      }))}
    />
  );
}
