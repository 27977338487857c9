import { further } from '../../../catalogue/further.ts';
import { titleOf } from '../../../titleOf.ts';
import { ReasonField } from '../../parts.tsx';
import { DeskForm, type DeskProps, Folded } from '../DeskForm.tsx';
import { ChoiceField, DayField, LineField } from '../fields.tsx';

/** The signed list of who has which units in charge: each unit with its deputy, as it stands now until it is changed. */
export function Split(props: DeskProps) {
  const { opened, desk } = props;
  const { writing, notice } = opened;
  const say = writing.say(further);
  return (
    <>
      {desk.further.splits.map(({ processId, units, deputies }) => {
        const id = `split-${processId}`;
        const options = deputies.map(({ id: value, title }) => ({ value, label: title }));
        return (
          <Folded on={props} forms={[id]} summary={`${say.split}: ${titleOf(notice, processId)}`}>
            <p class="hint">{say.splitHint}</p>
            <DeskForm
              on={props}
              id={id}
              act="record-supervision"
              about={{ process: processId }}
              submit={say.splitNow}
            >
              {(given) => (
                <>
                  <DayField
                    id={`${id}-signed`}
                    name="signedOn"
                    label={say.splitSignedOn}
                    given={given}
                  />
                  <LineField
                    id={`${id}-number`}
                    name="number"
                    label={say.splitNumber}
                    given={given}
                    maxLength={100}
                  />
                  <fieldset>
                    <legend>{say.splitUnits}</legend>
                    {units.map((unit) => (
                      <ChoiceField
                        id={`${id}-${unit.id}`}
                        name={`unit:${unit.id}`}
                        label={unit.title}
                        given={given}
                        empty="–"
                        options={options}
                        value={unit.deputy?.id}
                      />
                    ))}
                  </fieldset>
                  <ReasonField writing={writing} id={id} value={given.text('reason')} />
                </>
              )}
            </DeskForm>
          </Folded>
        );
      })}
    </>
  );
}
