import { further } from '../../../catalogue/further.ts';
import type { DeskProps } from '../DeskForm.tsx';
import { Standing } from '../Releases.tsx';
import { AddPeak } from './AddPeak.tsx';
import { ChangeHolder } from './ChangeHolder.tsx';
import { KeyIn } from './KeyIn.tsx';
import { ExcuseBefore, ExtendAhead, Reassign } from './OnObligations.tsx';
import { Split } from './Split.tsx';
import { TakeOut } from './TakeOut.tsx';

/** What this person may decide without anything waiting for it, each decision folded away. */
export function Further(props: DeskProps) {
  const { opened, desk } = props;
  const { takers: _takers, dossiers: _dossiers, ...decisions } = desk.further;
  if (Object.values(decisions).every((on) => on.length === 0)) return null;
  const say = opened.writing.say(further);
  return (
    <section class="further">
      <h2>{say.title}</h2>
      <p class="hint">{say.hint}</p>
      <KeyIn {...props} />
      <ExcuseBefore {...props} />
      <ExtendAhead {...props} />
      <Reassign {...props} />
      <Standing {...props} />
      <TakeOut {...props} />
      <AddPeak {...props} />
      <Split {...props} />
      <ChangeHolder {...props} />
    </section>
  );
}
