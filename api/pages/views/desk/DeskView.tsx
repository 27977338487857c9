import { common } from '../../catalogue/common.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import { personFile } from '../../catalogue/personFile.ts';
import { story } from '../../catalogue/story.ts';
import { renderPage } from '../../layout.tsx';
import { readsRegister } from '../../story/readsRegister.ts';
import { Below } from './Below.tsx';
import { Certificates } from './Certificates.tsx';
import type { DeskProps } from './DeskForm.tsx';
import { Digests } from './Digests.tsx';
import { Further } from './further/Further.tsx';
import { Own } from './Own.tsx';
import { Explanations, Proposals } from './Proposals.tsx';
import { Escalations, Release } from './Releases.tsx';
import { Reviews } from './Reviews.tsx';

export interface DeskViewProps extends DeskProps {
  done: boolean;
  /** path of the page of an obligation that this person owes */
  reportPath: (obligationId: string) => string;
}

/** A person's desk: what waits for this person now, most pressing first; what may be decided beside it, folded away. */
export function deskView(props: DeskViewProps): string {
  const { opened, desk, done, reportPath } = props;
  const { writing, holder, now } = opened;
  const say = writing.say(phrases);
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
        {readsRegister(opened) ? (
          <>
            . <a href={`${opened.deskPath}/register`}>{writing.say(story).register}</a>
          </>
        ) : null}
      </p>
      {done ? (
        <section class="good" role="status">
          <p>{say.done}</p>
        </section>
      ) : null}
      <Refused {...props} />
      {isIdle(desk) ? (
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
      <Reviews {...props} />
      <Explanations {...props} />
      <Further {...props} />
    </>,
  );
}

/** Nothing waits for this person. */
const isIdle = (desk: DeskProps['desk']): boolean =>
  [
    desk.own,
    desk.certificates,
    desk.digests,
    desk.release,
    desk.escalations,
    desk.proposals,
    desk.overdue,
    desk.reviews,
  ].every((waiting) => waiting.length === 0);

/** That a form was not taken, why, and the way to where it stands on the page; gone from it, the words alone. */
function Refused({ opened, refused }: DeskProps) {
  if (refused === null) return null;
  const say = opened.writing.say(phrases);
  const shared = opened.writing.say(common);
  return (
    <section class="note" role="alert">
      <h2>{shared.mended}</h2>
      <ul>
        {refused.faults.map((fault) => (
          <li>{fault}</li>
        ))}
      </ul>
      {refused.id === '' ? null : (
        <p>
          <a href={`#${refused.id}`}>{say.toTheForm}</a>
        </p>
      )}
    </section>
  );
}
