import { further } from '../../../catalogue/further.ts';
import type { Given } from '../../../desk/refusedForm.ts';
import type { Opened } from '../../../openLink.ts';
import { ChoiceField, type Option } from '../fields.tsx';

/** One of several posts and units, posts first. */
export function PartyField(props: {
  opened: Opened;
  id: string;
  name: string;
  label: string;
  given: Given;
  parties: readonly { id: string; kind: 'position' | 'unit'; title: string }[];
}) {
  const { opened, parties, ...field } = props;
  const say = opened.writing.say(further);
  const of = (kind: 'position' | 'unit'): Option[] =>
    parties
      .filter((one) => one.kind === kind)
      .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <ChoiceField
      {...field}
      empty="–"
      options={[]}
      groups={[
        { label: say.positions, options: of('position') },
        { label: say.units, options: of('unit') },
      ]}
    />
  );
}
