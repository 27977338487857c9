import { common } from '../../catalogue/common.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import { personFile } from '../../catalogue/personFile.ts';
import { renderPage } from '../../layout.tsx';
import { Faults } from '../parts.tsx';
import { Below } from './Below.tsx';
import { Certificates } from './Certificates.tsx';
import type { DeskProps } from './DeskForm.tsx';
import { Digests } from './Digests.tsx';
import { ExcuseBefore, KeyIn } from './OfficeForms.tsx';
import { Own } from './Own.tsx';
import { Explanations, Proposals } from './Proposals.tsx';
import { Escalations, Release, Standing } from './Releases.tsx';
import { Reviews } from './Reviews.tsx';

export interface DeskViewProps extends DeskProps {
  done: boolean;
  faults: readonly string[];
  hadFiles: boolean;
  /** path of the page of an obligation that this person owes */
  reportPath: (obligationId: string) => string;
}

/** A person's desk: everything that waits for this person now, most pressing first. */
export function deskView(props: DeskViewProps): string {
  const { opened, desk, done, faults, hadFiles, reportPath } = props;
  const { writing, holder, now } = opened;
  const say = writing.say(phrases);
  const isEmpty =
    desk.own.length +
      desk.reviews.length +
      desk.release.length +
      desk.escalations.length +
      desk.digests.length +
      desk.proposals.length +
      desk.explanations.length +
      desk.everybody.length +
      desk.below.length +
      desk.standing.length ===
    0;
  return renderPage(
    {
      language: writing.head.language,
      title: say.title,
      head: writing.head,
      footer: writing.say(common).personal,
    },
    <>
      <h1>{say.title}</h1>
      <p>
        {holder.name}. {say.asOf(writing.atOn(now))}
      </p>
      <p>
        <a href={`${opened.deskPath}/file`}>{writing.say(personFile).title}</a>
      </p>
      {done ? (
        <section class="good" role="status">
          <p>{say.done}</p>
        </section>
      ) : null}
      <Faults writing={writing} faults={faults} files={hadFiles} />
      {isEmpty ? (
        <section>
          <p>{say.empty}</p>
        </section>
      ) : null}
      <Own {...props} reportPath={reportPath} />
      <Certificates {...props} />
      <Digests {...props} />
      <Release {...props} />
      <Escalations {...props} />
      <Proposals {...props} />
      <Below {...props} />
      <Standing {...props} />
      <Explanations {...props} />
      <Reviews {...props} />
      <KeyIn {...props} />
      <ExcuseBefore {...props} />
    </>,
  );
}
