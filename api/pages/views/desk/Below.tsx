import type { SilentOnDesk } from '../../../../db/reading/desk.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import type { RightAbove } from '../../desk/readDesk.ts';
import { SHOWN } from '../../desk/readDesk.ts';
import { EvidenceTable, Field, ReasonField } from '../parts.tsx';
import { DeskForm, type DeskProps } from './DeskForm.tsx';
import { GroundField } from './OfficeForms.tsx';
import { titleOf } from './Own.tsx';

/** Those under this person who have not reported, with the letters sent and what may be decided for each. */
export function Below({ opened, desk, once }: DeskProps) {
  const { writing } = opened;
  const say = writing.say(phrases);
  const overdue = desk.below.filter((one) => one.overdue);
  if (overdue.length === 0) return null;
  return (
    <section>
      <h2>
        {say.silent} ({overdue.length})
      </h2>
      <p class="hint">{say.silentHint}</p>
      {overdue.slice(0, SHOWN).map((one) => (
        <Silent
          opened={opened}
          silent={one}
          once={once}
          rights={desk.rights.get(one.obligationId) ?? new Set()}
        />
      ))}
      {overdue.length > SHOWN ? <p>{say.tooMany(SHOWN)}</p> : null}
    </section>
  );
}

interface SilentProps extends Pick<DeskProps, 'opened' | 'once'> {
  silent: SilentOnDesk;
  rights: Set<RightAbove>;
}

const ARRIVED = new Set(['sent', 'queued', 'sending', 'stopped']);

function Silent(props: SilentProps) {
  const { opened, silent, rights } = props;
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  return (
    <details>
      <summary>
        {silent.party} – {writing.day(silent.periodKey.slice(0, 10))}
      </summary>
      <p class="hint">
        {titleOf(notice, silent.processId)}. {silent.holders.join(', ')}.{' '}
        {writing.due(silent.dueAt, silent.lastDay)}
      </p>
      {silent.evidence.every(({ state }) => ARRIVED.has(state)) ? null : (
        <p class="tag late">{say.notDelivered}</p>
      )}
      <EvidenceTable writing={writing} sent={silent.evidence} />
      {rights.has('hold-rung') && silent.rungsAhead.length > 0 ? <Hold {...props} /> : null}
      {rights.has('extend') ? <Extend {...props} /> : null}
      {rights.has('excuse') ? <Excuse {...props} /> : null}
    </details>
  );
}

function Hold({ opened, silent, once }: SilentProps) {
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  const { obligationId } = silent;
  const most = notice.settings.hold.maxWorkingDays;
  return (
    <details>
      <summary>{say.hold}</summary>
      <DeskForm
        opened={opened}
        act="hold"
        about={{ obligation: obligationId, rung: silent.rungsAhead[0] ?? '' }}
        once={`${once}-${obligationId}-h`}
        submit={say.hold}
        second
      >
        <Field id={`days-${obligationId}`} label={say.workingDays(most)}>
          {(attributes) => (
            <input
              {...attributes}
              type="number"
              name="workingDays"
              min={1}
              max={most}
              value={1}
              required
            />
          )}
        </Field>
        <ReasonField writing={writing} id={`hold-${obligationId}`} />
      </DeskForm>
    </details>
  );
}

function Extend({ opened, silent, once }: SilentProps) {
  const { writing } = opened;
  const say = writing.say(phrases);
  const { obligationId } = silent;
  return (
    <details>
      <summary>{say.extend}</summary>
      <DeskForm
        opened={opened}
        act="extend"
        about={{ obligation: obligationId }}
        once={`${once}-${obligationId}-e`}
        submit={say.extend}
        second
      >
        <Field id={`due-${obligationId}`} label={say.newDue}>
          {(attributes) => <input {...attributes} type="date" name="dueDate" required />}
        </Field>
        <ReasonField writing={writing} id={`extend-${obligationId}`} />
      </DeskForm>
    </details>
  );
}

function Excuse({ opened, silent, once }: SilentProps) {
  const { writing } = opened;
  const say = writing.say(phrases);
  const { obligationId } = silent;
  return (
    <details>
      <summary>{say.excuse}</summary>
      <DeskForm
        opened={opened}
        act="excuse"
        about={{ obligation: obligationId }}
        once={`${once}-${obligationId}-x`}
        submit={say.excuse}
        second
      >
        <GroundField writing={writing} id={obligationId} />
        <ReasonField writing={writing} id={`excuse-${obligationId}`} />
      </DeskForm>
    </details>
  );
}
