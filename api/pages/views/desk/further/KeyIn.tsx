import { common } from '../../../catalogue/common.ts';
import { desk as phrases } from '../../../catalogue/desk.ts';
import { further } from '../../../catalogue/further.ts';
import type { Given } from '../../../desk/refusedForm.ts';
import { titleOf } from '../../../titleOf.ts';
import { Choice, Field, FilesField, ReasonField } from '../../parts.tsx';
import { DeskForm, type DeskProps, Folded } from '../DeskForm.tsx';
import { ChoiceField, DayField, TextField } from '../fields.tsx';
import { ObligationField } from '../obligationFields.tsx';

const CHANNELS = ['paper', 'telephone', 'zalo', 'e-mail'] as const;
const ID = 'key-in';

/** What reached the office another way: keyed in with its time of receipt, a reason, a scan and what its dossier contains. */
export function KeyIn(props: DeskProps) {
  const { opened, desk } = props;
  const { writing } = opened;
  const say = writing.say(phrases);
  const shared = writing.say(common);
  if (desk.further.keyIn.length === 0) return null;
  return (
    <Folded on={props} forms={[ID]} summary={say.keyIn}>
      <p class="hint">{say.keyInHint}</p>
      <DeskForm on={props} id={ID} act="key-in" submit={say.enter} files>
        {(given) => (
          <>
            <ObligationField opened={opened} id={ID} given={given} open={desk.further.keyIn} />
            <ChoiceField
              id="key-in-channel"
              name="channel"
              label={say.how}
              given={given}
              options={CHANNELS.map((value) => ({ value, label: shared.channel(value) }))}
            />
            <DayField id="key-in-day" name="receivedOn" label={say.receivedOn} given={given} />
            <Field id="key-in-time" label={say.receivedTime}>
              {(attributes) => (
                <input
                  {...attributes}
                  type="time"
                  name="receivedTime"
                  value={given.text('receivedTime')}
                  required
                />
              )}
            </Field>
            <Choice
              type="checkbox"
              name="nothing"
              value="yes"
              checked={given.has('nothing', 'yes')}
            >
              {say.isNothing}
            </Choice>
            <TextField
              id="key-in-body"
              name="body"
              label={say.gist}
              given={given}
              maxLength={200_000}
              rows={4}
            />
            <Dossiers {...props} given={given} />
            <FilesField id="key-in-scan" label={say.scan} hint={shared.filesHint} />
            <ReasonField writing={writing} id={ID} value={given.text('reason')} />
          </>
        )}
      </DeskForm>
    </Folded>
  );
}

/** For each dossier that is still owed: which parts came with the paper. */
function Dossiers({ opened, desk, given }: DeskProps & { given: Given }) {
  const say = opened.writing.say(further);
  return (
    <>
      {desk.further.dossiers.map(({ processId, parts }) => (
        <fieldset>
          <legend>{say.dossierOf(titleOf(opened.notice, processId))}</legend>
          <p class="hint">{say.dossierHint}</p>
          {parts.map((part) => {
            const value = `${processId}/${part.id}`;
            return (
              <Choice type="checkbox" name="part" value={value} checked={given.has('part', value)}>
                {part.title}
              </Choice>
            );
          })}
        </fieldset>
      ))}
    </>
  );
}
