import { further } from '../../../catalogue/further.ts';
import type { Turns } from '../../../desk/further/readTurns.ts';
import type { Given } from '../../../desk/refusedForm.ts';
import { titleOf } from '../../../titleOf.ts';
import { Choice, ReasonField } from '../../parts.tsx';
import { DeskForm, type DeskProps, Folded } from '../DeskForm.tsx';
import { ChoiceField } from '../fields.tsx';

const idOf = ({ processId }: Turns): string => `take-out-${processId}`;

/** The chair leaves a period out, or lets a later one cover it: one form for each process that comes again. */
export function TakeOut(props: DeskProps) {
  const { opened, desk } = props;
  const say = opened.writing.say(further);
  const { turns } = desk.further;
  if (turns.length === 0) return null;
  return (
    <Folded on={props} forms={turns.map(idOf)} summary={say.takeOut}>
      <p class="hint">{say.takeOutHint}</p>
      {turns.map((one) => (
        <Folded on={props} forms={[idOf(one)]} summary={titleOf(opened.notice, one.processId)}>
          <TakeOutForm {...props} turns={one} />
        </Folded>
      ))}
    </Folded>
  );
}

function TakeOutForm(props: DeskProps & { turns: Turns }) {
  const { opened, turns } = props;
  const { writing } = opened;
  const say = writing.say(further);
  const id = idOf(turns);
  const options = turns.keys.map((value) => ({
    value,
    label: writing.periodOf({ periodKey: value, lastDay: value }),
  }));
  return (
    <DeskForm
      on={props}
      id={id}
      act="take-out"
      about={{ process: turns.processId }}
      submit={say.decide}
    >
      {(given) => (
        <>
          <ChoiceField
            id={`${id}-period`}
            name="period"
            label={say.whichPeriod}
            given={given}
            empty="–"
            options={options}
          />
          <ChoiceField
            id={`${id}-into`}
            name="into"
            label={say.whatBecomesOfIt}
            given={given}
            empty="–"
            options={[
              { value: 'skip', label: say.skip },
              ...options
                .slice(1)
                .map(({ value, label }) => ({ value, label: say.mergeInto(label) })),
            ]}
          />
          <Some {...props} given={given} />
          <ReasonField writing={writing} id={id} value={given.text('reason')} />
        </>
      )}
    </DeskForm>
  );
}

/** For some alone: nobody ticked means everybody. */
function Some({ opened, turns, given }: DeskProps & { turns: Turns; given: Given }) {
  const say = opened.writing.say(further);
  if (turns.owing.length < 2) return null;
  return (
    <details open={turns.owing.some((party) => given.has('party', party.id))}>
      <summary>{say.forSome}</summary>
      <fieldset>
        <legend>{say.forWhom}</legend>
        <p class="hint">{say.forSomeHint}</p>
        {turns.owing.map((party) => (
          <Choice
            type="checkbox"
            name="party"
            value={party.id}
            checked={given.has('party', party.id)}
          >
            {party.title}
          </Choice>
        ))}
      </fieldset>
    </details>
  );
}
