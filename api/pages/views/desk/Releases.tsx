import type { FindingOnDesk } from '../../../../db/reading/desk.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import { periodWords } from '../../periodWords.ts';
import { titleOf } from '../../titleOf.ts';
import { EvidenceTable, ReasonField } from '../parts.tsx';
import { Table } from '../Table.tsx';
import { DeskForm, type DeskProps, Folded } from './DeskForm.tsx';

/** Findings whose words wait for somebody's release. */
export function Release(props: DeskProps) {
  const { opened, desk } = props;
  const { writing } = opened;
  const say = writing.say(phrases);
  if (desk.release.length === 0) return null;
  return (
    <section>
      <h2>
        {say.release} ({desk.release.length})
      </h2>
      <p class="hint">{say.releaseHint}</p>
      {desk.release.map((one) => {
        const release = `release-${one.findingId}`;
        const hold = `keep-${one.findingId}`;
        const about = { finding: one.findingId };
        return (
          <Folded
            on={props}
            forms={[release, hold]}
            summary={<Summary opened={opened} finding={one} />}
          >
            <About {...props} finding={one} />
            <DeskForm
              on={props}
              id={release}
              act="release-finding"
              about={about}
              submit={say.releaseNow}
            >
              {({ text }) => <ReasonField writing={writing} id={release} value={text('reason')} />}
            </DeskForm>
            <Folded on={props} forms={[hold]} summary={say.keepBack}>
              <DeskForm
                on={props}
                id={hold}
                act="hold-finding"
                about={about}
                submit={say.keepBack}
                second
              >
                {({ text }) => <ReasonField writing={writing} id={hold} value={text('reason')} />}
              </DeskForm>
            </Folded>
          </Folded>
        );
      })}
    </section>
  );
}

/** The findings that this person may reverse, each with its evidence. */
export function Standing(props: DeskProps) {
  const { opened, desk } = props;
  const { writing } = opened;
  const say = writing.say(phrases);
  const { reverse } = desk.further;
  if (reverse.length === 0) return null;
  const idOf = ({ findingId }: FindingOnDesk) => `reverse-${findingId}`;
  return (
    <Folded on={props} forms={reverse.map(idOf)} summary={`${say.standing} (${reverse.length})`}>
      <p class="hint">{say.standingHint}</p>
      {reverse.map((one) => {
        const id = idOf(one);
        return (
          <Folded on={props} forms={[id]} summary={<Summary opened={opened} finding={one} />}>
            <About {...props} finding={one} />
            <DeskForm
              on={props}
              id={id}
              act="reverse-finding"
              about={{ finding: one.findingId }}
              submit={say.reverse}
              second
            >
              {({ text }) => <ReasonField writing={writing} id={id} value={text('reason')} />}
            </DeskForm>
          </Folded>
        );
      })}
    </Folded>
  );
}

/** What has climbed in one of the first periods and waits for the office. */
export function Escalations(props: DeskProps) {
  const { opened, desk } = props;
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  if (desk.escalations.length === 0) return null;
  return (
    <section>
      <h2>{say.escalations}</h2>
      <p class="hint">{say.escalationsHint}</p>
      {desk.escalations.map((one) => {
        const { processId, periodKey, climbs } = one;
        const id = `escalations-${processId}-${periodKey}`;
        return (
          <section>
            <h3>
              {titleOf(notice, processId)}, {periodWords(opened, one)}
            </h3>
            <Table
              columns={[{ label: say.silent }, { label: say.goesTo }]}
              rows={climbs.map(({ party, to }) => [party, to])}
            />
            <DeskForm
              on={props}
              id={id}
              act="release-escalations"
              about={{ process: processId, period: periodKey }}
              submit={say.releaseNow}
            >
              {({ text }) => <ReasonField writing={writing} id={id} value={text('reason')} />}
            </DeskForm>
          </section>
        );
      })}
    </section>
  );
}

function Summary({ opened, finding }: Pick<DeskProps, 'opened'> & { finding: FindingOnDesk }) {
  return (
    <>
      {finding.party} – {periodWords(opened, finding)}
    </>
  );
}

/** What was missed, what was sent, and what the person answered. */
function About({ opened, finding }: Pick<DeskProps, 'opened'> & { finding: FindingOnDesk }) {
  const { writing, notice } = opened;
  return (
    <>
      <p class="hint">{titleOf(notice, finding.processId)}</p>
      <EvidenceTable writing={writing} sent={finding.evidence} />
      {finding.answers.map(({ at, body }) => (
        <>
          <p class="hint">
            {writing.say(phrases).answeredAt} {writing.at(at)}
          </p>
          <p class="said">{body}</p>
        </>
      ))}
    </>
  );
}
