import type { SilentOnDesk } from '../../../../db/reading/desk.ts';
import type { Writing } from '../../../../letters/compose/writing.ts';
import { common } from '../../catalogue/common.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import { Choice, Field, ReasonField } from '../parts.tsx';
import { DeskForm, type DeskProps } from './DeskForm.tsx';
import { titleOf } from './Own.tsx';

const CHANNELS = ['paper', 'telephone', 'zalo', 'e-mail'] as const;
const GROUNDS = ['leave', 'sickness', 'mission', 'other'] as const;

/** What reached the office another way: keyed in with its time of receipt, a reason and a scan. */
export function KeyIn({ opened, desk, once }: DeskProps) {
  const { writing } = opened;
  const say = writing.say(phrases);
  const shared = writing.say(common);
  const open = desk.everybody.filter((one) => one.partyId !== opened.notice.roles.office);
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{say.keyIn}</h2>
      <p class="hint">{say.keyInHint}</p>
      <DeskForm
        opened={opened}
        act="key-in"
        about={{}}
        once={`${once}-key-in`}
        submit={say.enter}
        files
      >
        <Field id="key-in-whose" label={say.whose}>
          {(attributes) => <Obligations opened={opened} open={open} attributes={attributes} />}
        </Field>
        <div class="row">
          <div>
            <Field id="key-in-channel" label={say.how}>
              {(attributes) => (
                <select {...attributes} name="channel">
                  {CHANNELS.map((channel) => (
                    <option value={channel}>{shared.channel(channel)}</option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <div>
            <Field id="key-in-day" label={say.receivedOn}>
              {(attributes) => <input {...attributes} type="date" name="receivedOn" required />}
            </Field>
          </div>
          <div>
            <Field id="key-in-time" label={say.receivedTime}>
              {(attributes) => <input {...attributes} type="time" name="receivedTime" required />}
            </Field>
          </div>
        </div>
        <Choice type="checkbox" name="nothing" value="yes">
          {say.isNothing}
        </Choice>
        <Field id="key-in-body" label={say.gist}>
          {(attributes) => <textarea {...attributes} name="body" maxLength={200_000} rows={4} />}
        </Field>
        <Field id="key-in-scan" label={say.scan} hint={shared.filesHint}>
          {(attributes) => (
            <input
              {...attributes}
              type="file"
              name="files"
              multiple
              accept=".pdf,.jpg,.jpeg,.png"
            />
          )}
        </Field>
        <ReasonField writing={writing} id="key-in" />
      </DeskForm>
    </section>
  );
}

/** Leave, sickness and mission, entered before the due time. */
export function ExcuseBefore({ opened, desk, once }: DeskProps) {
  const { writing } = opened;
  const say = writing.say(phrases);
  const open = desk.everybody.filter(
    (one) => !one.overdue && one.partyId !== opened.notice.roles.office,
  );
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{say.excuseBefore}</h2>
      <p class="hint">{say.excuseHint}</p>
      <DeskForm
        opened={opened}
        act="excuse"
        about={{}}
        once={`${once}-excuse`}
        submit={say.excuse}
        second
      >
        <Field id="excuse-whose" label={say.whose}>
          {(attributes) => <Obligations opened={opened} open={open} attributes={attributes} />}
        </Field>
        <GroundField writing={writing} id="before" />
        <ReasonField writing={writing} id="excuse-before" />
      </DeskForm>
    </section>
  );
}

/** On which ground somebody is excused. */
export function GroundField({ writing, id }: { writing: Writing; id: string }) {
  const say = writing.say(phrases);
  return (
    <Field id={`ground-${id}`} label={say.ground}>
      {(attributes) => (
        <select {...attributes} name="ground">
          {GROUNDS.map((ground) => (
            <option value={ground}>{say.grounds(ground)}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Obligations(props: {
  opened: DeskProps['opened'];
  open: SilentOnDesk[];
  attributes: { id: string };
}) {
  const { opened, open, attributes } = props;
  const { writing, notice } = opened;
  return (
    <select {...attributes} name="obligation" required>
      <option value="">–</option>
      {open.map((one) => (
        <option value={one.obligationId}>
          {one.party} – {writing.day(one.periodKey.slice(0, 10))} – {titleOf(notice, one.processId)}
        </option>
      ))}
    </select>
  );
}
