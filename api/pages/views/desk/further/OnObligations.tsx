import { desk as phrases } from '../../../catalogue/desk.ts';
import { further } from '../../../catalogue/further.ts';
import { ReasonField } from '../../parts.tsx';
import { DeskForm, type DeskProps, Folded } from '../DeskForm.tsx';
import { DayField } from '../fields.tsx';
import { GroundField, ObligationField } from '../obligationFields.tsx';
import { PartyField } from './PartyField.tsx';

/** More time before the due time is over; after it, each stands by itself above. */
export function ExtendAhead(props: DeskProps) {
  const { opened, desk } = props;
  const say = opened.writing.say(phrases);
  const words = opened.writing.say(further);
  const open = desk.further.extend;
  const id = 'extend-ahead';
  if (open.length === 0) return null;
  return (
    <Folded on={props} forms={[id]} summary={words.extendAhead}>
      <p class="hint">{say.extendHint}</p>
      <DeskForm on={props} id={id} act="extend" submit={say.extend}>
        {(given) => (
          <>
            <ObligationField opened={opened} id={id} given={given} open={open} />
            <DayField id={`due-${id}`} name="dueDate" label={say.newDue} given={given} />
            <ReasonField writing={opened.writing} id={id} value={given.text('reason')} />
          </>
        )}
      </DeskForm>
    </Folded>
  );
}

/** Leave, sickness and mission, entered before the due time by the office. */
export function ExcuseBefore(props: DeskProps) {
  const { opened, desk } = props;
  const say = opened.writing.say(phrases);
  const id = 'excuse-before';
  if (desk.further.excuse.length === 0) return null;
  return (
    <Folded on={props} forms={[id]} summary={say.excuseBefore}>
      <p class="hint">{say.excuseHint}</p>
      <DeskForm on={props} id={id} act="excuse" submit={say.excuse}>
        {(given) => (
          <>
            <ObligationField opened={opened} id={id} given={given} open={desk.further.excuse} />
            <GroundField writing={opened.writing} id={id} given={given} />
            <ReasonField writing={opened.writing} id={id} value={given.text('reason')} />
          </>
        )}
      </DeskForm>
    </Folded>
  );
}

/** What one party owes is passed on to another. */
export function Reassign(props: DeskProps) {
  const { opened, desk } = props;
  const words = opened.writing.say(further);
  const { reassign: open, takers } = desk.further;
  const id = 'reassign';
  if (open.length === 0) return null;
  return (
    <Folded on={props} forms={[id]} summary={words.reassign}>
      <p class="hint">{words.reassignHint}</p>
      <DeskForm on={props} id={id} act="reassign" submit={words.reassignNow}>
        {(given) => (
          <>
            <ObligationField opened={opened} id={id} given={given} open={open} />
            <PartyField
              opened={opened}
              id="reassign-to"
              name="to"
              label={words.reassignTo}
              given={given}
              parties={takers}
            />
            <DayField
              id={`due-${id}`}
              name="dueDate"
              label={words.reassignDue}
              hint={words.reassignDueHint}
              given={given}
              required={false}
            />
            <ReasonField writing={opened.writing} id={id} value={given.text('reason')} />
          </>
        )}
      </DeskForm>
    </Folded>
  );
}
