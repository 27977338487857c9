import { further } from '../../../catalogue/further.ts';
import { titleOf } from '../../../titleOf.ts';
import { ReasonField } from '../../parts.tsx';
import { DeskForm, type DeskProps, Folded } from '../DeskForm.tsx';
import { DayField } from '../fields.tsx';

/** A further peak of a campaign, to make up for one that was missed. */
export function AddPeak(props: DeskProps) {
  const { opened, desk } = props;
  const { writing, notice } = opened;
  const say = writing.say(further);
  return (
    <>
      {desk.further.campaigns.map((processId) => {
        const id = `add-peak-${processId}`;
        return (
          <Folded on={props} forms={[id]} summary={`${say.addPeak}: ${titleOf(notice, processId)}`}>
            <p class="hint">{say.addPeakHint}</p>
            <DeskForm
              on={props}
              id={id}
              act="add-peak"
              about={{ process: processId }}
              submit={say.addPeakNow}
            >
              {(given) => (
                <>
                  <DayField id={`${id}-call`} name="call" label={say.peakCall} given={given} />
                  <DayField id={`${id}-from`} name="from" label={say.peakFrom} given={given} />
                  <DayField id={`${id}-to`} name="to" label={say.peakTo} given={given} />
                  <DayField
                    id={`${id}-returns`}
                    name="returnsDue"
                    label={say.peakReturns}
                    given={given}
                  />
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
