import type { FindingOnDesk } from '../../../../db/reading/desk.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import { EvidenceTable, ReasonField } from '../parts.tsx';
import { DeskForm, type DeskProps } from './DeskForm.tsx';
import { titleOf } from './Own.tsx';

/** Findings whose words wait for somebody's release. */
export function Release({ opened, desk, once }: DeskProps) {
  const { writing } = opened;
  const say = writing.say(phrases);
  if (desk.release.length === 0) return null;
  return (
    <section>
      <h2>
        {say.release} ({desk.release.length})
      </h2>
      <p class="hint">{say.releaseHint}</p>
      {desk.release.map((one) => (
        <details>
          <Summary opened={opened} finding={one} />
          <EvidenceTable writing={writing} sent={one.evidence} />
          <Answers opened={opened} finding={one} />
          <DeskForm
            opened={opened}
            act="release-finding"
            about={{ finding: one.findingId }}
            once={`${once}-${one.findingId}`}
            submit={say.releaseNow}
          >
            <ReasonField writing={writing} id={`release-${one.findingId}`} />
          </DeskForm>
          <details>
            <summary>{say.keepBack}</summary>
            <DeskForm
              opened={opened}
              act="hold-finding"
              about={{ finding: one.findingId }}
              once={`${once}-${one.findingId}-h`}
              submit={say.keepBack}
              second
            >
              <ReasonField writing={writing} id={`hold-${one.findingId}`} />
            </DeskForm>
          </details>
        </details>
      ))}
    </section>
  );
}

/** Findings that stand against those below, which this person may reverse. */
export function Standing({ opened, desk, once }: DeskProps) {
  const { writing } = opened;
  const say = writing.say(phrases);
  const mine = desk.standing.filter(({ obligationId }) =>
    desk.rights.get(obligationId)?.has('reverse-finding'),
  );
  if (mine.length === 0) return null;
  return (
    <section>
      <h2>
        {say.standing} ({mine.length})
      </h2>
      {mine.map((one) => (
        <details>
          <Summary opened={opened} finding={one} />
          <EvidenceTable writing={writing} sent={one.evidence} />
          <Answers opened={opened} finding={one} />
          <DeskForm
            opened={opened}
            act="reverse-finding"
            about={{ finding: one.findingId }}
            once={`${once}-${one.findingId}-r`}
            submit={say.reverse}
            second
          >
            <ReasonField writing={writing} id={`reverse-${one.findingId}`} />
          </DeskForm>
        </details>
      ))}
    </section>
  );
}

/** What has climbed in one of the first periods and waits for the office. */
export function Escalations({ opened, desk, once }: DeskProps) {
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  if (desk.escalations.length === 0) return null;
  return (
    <section>
      <h2>{say.escalations}</h2>
      {desk.escalations.map(({ processId, periodKey, climbs }) => (
        <section>
          <h3>
            {titleOf(notice, processId)}, {writing.day(periodKey.slice(0, 10))}
          </h3>
          <div class="wide">
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.silent}</th>
                  <th scope="col">{say.goesTo}</th>
                </tr>
              </thead>
              <tbody>
                {climbs.map(({ party, to }) => (
                  <tr>
                    <td>{party}</td>
                    <td>{to}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <DeskForm
            opened={opened}
            act="release-escalations"
            about={{ process: processId, period: periodKey }}
            once={`${once}-${processId}-${periodKey}`}
            submit={say.releaseNow}
          >
            <ReasonField writing={writing} id={`escalations-${processId}-${periodKey}`} />
          </DeskForm>
        </section>
      ))}
    </section>
  );
}

function Summary({ opened, finding }: Pick<DeskProps, 'opened'> & { finding: FindingOnDesk }) {
  const { writing } = opened;
  return (
    <summary>
      {finding.party} – {writing.day(finding.periodKey.slice(0, 10))}
    </summary>
  );
}

function Answers({ opened, finding }: Pick<DeskProps, 'opened'> & { finding: FindingOnDesk }) {
  return (
    <>
      {finding.answers.map(({ at, body }) => (
        <>
          <p class="hint">{opened.writing.at(at)}</p>
          <p class="said">{body}</p>
        </>
      ))}
    </>
  );
}
