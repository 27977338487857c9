import type { SilentOnDesk } from '../../../../db/reading/desk.ts';
import { spokenOf } from '../../../../domain/drafting/spokenOf.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import { SHOWN } from '../../desk/readDesk.ts';
import { owedWords } from '../../owedWords.ts';
import { statusWords } from '../../statusWords.ts';
import { titleOf } from '../../titleOf.ts';
import { EvidenceTable, Field, ReasonField } from '../parts.tsx';
import { DeskForm, type DeskProps, Folded, type OnDesk } from './DeskForm.tsx';
import { DayField } from './fields.tsx';
import { GroundField } from './obligationFields.tsx';

/** Those under this person who have not reported, with the letters sent and what may be decided for each. */
export function Below(props: DeskProps) {
  const { opened, desk } = props;
  const say = opened.writing.say(phrases);
  const { overdue } = desk;
  if (overdue.length === 0) return null;
  return (
    <section>
      <h2>
        {say.silent} ({overdue.length})
      </h2>
      <p class="hint">{say.silentHint}</p>
      {overdue.slice(0, SHOWN).map((one) => (
        <Silent {...props} silent={one} />
      ))}
      {overdue.length > SHOWN ? <p>{say.tooMany(SHOWN)}</p> : null}
    </section>
  );
}

interface SilentProps extends OnDesk {
  silent: SilentOnDesk;
}

const ARRIVED = new Set(['sent', 'queued', 'sending', 'stopped']);

function Silent(props: DeskProps & { silent: SilentOnDesk }) {
  const { opened, silent, desk } = props;
  const { obligationId } = silent;
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  return (
    <Folded
      on={props}
      forms={['hold', 'extend', 'excuse'].map((act) => idOf(act, silent))}
      summary={`${silent.party} – ${owedWords(opened, silent)}`}
    >
      <p class="hint">
        {titleOf(notice, silent.processId)}. {silent.holders.join(', ') || say.vacant}. {say.newDue}
        : {writing.due(silent.dueAt, silent.lastDay)};{' '}
        {statusWords(spokenOf(notice, silent), 'open-overdue', writing.head.language)}.
      </p>
      {silent.evidence.every(({ state }) => ARRIVED.has(state)) ? null : (
        <p class="tag late">{say.notDelivered}</p>
      )}
      <EvidenceTable writing={writing} sent={silent.evidence} />
      {desk.may('hold-rung', obligationId) && silent.rungsAhead.length > 0 ? (
        <Hold {...props} />
      ) : null}
      {desk.may('extend', obligationId) ? <Extend {...props} /> : null}
      {desk.may('excuse', obligationId) ? <Excuse {...props} /> : null}
    </Folded>
  );
}

const idOf = (act: string, { obligationId }: SilentOnDesk): string => `${act}-${obligationId}`;

function Hold(props: SilentProps) {
  const { opened, silent } = props;
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  const id = idOf('hold', silent);
  const most = notice.settings.hold.maxWorkingDays;
  return (
    <Folded on={props} forms={[id]} summary={say.hold}>
      <DeskForm
        on={props}
        id={id}
        act="hold"
        about={{ obligation: silent.obligationId, rung: silent.rungsAhead[0] ?? '' }}
        submit={say.hold}
        second
      >
        {({ text }) => (
          <>
            <p class="hint">{say.holdHint}</p>
            <Field id={`days-${id}`} label={say.workingDays(most)}>
              {(attributes) => (
                <input
                  {...attributes}
                  type="number"
                  name="workingDays"
                  min={1}
                  max={most}
                  value={text('workingDays') ?? 1}
                  required
                />
              )}
            </Field>
            <ReasonField writing={writing} id={id} value={text('reason')} />
          </>
        )}
      </DeskForm>
    </Folded>
  );
}

function Extend(props: SilentProps) {
  const { opened, silent } = props;
  const say = opened.writing.say(phrases);
  const id = idOf('extend', silent);
  return (
    <Folded on={props} forms={[id]} summary={say.extend}>
      <DeskForm
        on={props}
        id={id}
        act="extend"
        about={{ obligation: silent.obligationId }}
        submit={say.extend}
        second
      >
        {(given) => (
          <>
            <p class="hint">{say.extendHint}</p>
            <DayField id={`due-${id}`} name="dueDate" label={say.newDue} given={given} />
            <ReasonField writing={opened.writing} id={id} value={given.text('reason')} />
          </>
        )}
      </DeskForm>
    </Folded>
  );
}

function Excuse(props: SilentProps) {
  const { opened, silent } = props;
  const say = opened.writing.say(phrases);
  const id = idOf('excuse', silent);
  return (
    <Folded on={props} forms={[id]} summary={say.excuse}>
      <DeskForm
        on={props}
        id={id}
        act="excuse"
        about={{ obligation: silent.obligationId }}
        submit={say.excuse}
        second
      >
        {(given) => (
          <>
            <GroundField writing={opened.writing} id={id} given={given} />
            <ReasonField writing={opened.writing} id={id} value={given.text('reason')} />
          </>
        )}
      </DeskForm>
    </Folded>
  );
}
