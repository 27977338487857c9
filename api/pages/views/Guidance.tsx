import type { Writing } from '../../../letters/compose/writing.ts';
import { collection } from '../catalogue/collection.ts';
import { fileSize } from '../fileSize.ts';
import type { BesideReport } from '../report/readBeside.ts';

/** The guidance of a collection with its files, or that it is still to come. */
export function Guidance(props: {
  writing: Writing;
  guidance: BesideReport['guidance'];
  /** the link's own path: files are behind it, for whoever was sent it */
  action: string;
}) {
  const { writing, guidance, action } = props;
  const say = writing.say(collection);
  if (guidance === null) return null;
  if (guidance === 'not-yet') {
    return (
      <section class="note">
        <h2>{say.guidance}</h2>
        <p>{say.guidanceNotYet(writing.head.office)}</p>
      </section>
    );
  }
  return (
    <section>
      <h2>{say.guidance}</h2>
      <p class="hint">
        {say.guidanceSince(writing.head.office, writing.atOn(guidance.receivedAt))}
      </p>
      {guidance.pieces.map(({ title, text }) => (
        <>
          {title === null ? null : <h3>{title}</h3>}
          <p class="said">{text}</p>
        </>
      ))}
      {guidance.attachments.length === 0 ? null : (
        <ul>
          {guidance.attachments.map(({ id, fileName, size }) => (
            <li>
              <a href={`${action}/guidance/${id}`}>{fileName}</a> <small>{fileSize(size)}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** How the dossier stands: every part with whether it has come. */
export function Dossier(props: {
  writing: Writing;
  dossier: BesideReport['dossier'];
  /** something has been received already */
  hasBegun: boolean;
}) {
  const { writing, dossier, hasBegun } = props;
  if (dossier.length === 0) return null;
  const say = writing.say(collection);
  const isWhole = dossier.every(({ isIn }) => isIn);
  return (
    <section class={hasBegun && !isWhole ? 'note' : undefined}>
      <h2>{say.dossier}</h2>
      <ol>
        {dossier.map(({ title, isIn }) => (
          <li>
            {title}{' '}
            <span class={isIn ? 'tag good' : 'tag late'}>{isIn ? say.isIn : say.isMissing}</span>
          </li>
        ))}
      </ol>
      {hasBegun ? <p>{isWhole ? say.whole : say.notWhole}</p> : null}
    </section>
  );
}
