import type { DraftComment } from '../../../db/comments/listComments.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { stage as phrases } from '../catalogue/stage.ts';
import type { StageOnPage } from '../readStagePage.ts';
import { Choice, Field } from './parts.tsx';

interface StageProps {
  writing: Writing;
  stage: StageOnPage;
  /** the link's own path */
  action: string;
}

/** What is shown before the form: the draft on which an opinion is asked for, or the comments that are to be answered. */
export function StageParts(props: StageProps) {
  const { stage } = props;
  if (stage.spoken === 'stage-consult') return <Draft {...props} />;
  return stage.comments === null ? null : <Comments {...props} comments={stage.comments} />;
}

function Draft({ writing, stage, action }: StageProps) {
  const say = writing.say(phrases);
  const { draft } = stage;
  return (
    <section>
      <h2>{say.draft}</h2>
      {draft === null ? <p>{say.noDraft}</p> : <Paragraphs text={draft.text} />}
      <Files files={draft?.attachments ?? []} action={action} />
    </section>
  );
}

function Comments({ writing, action, comments }: StageProps & { comments: DraftComment[] }) {
  const say = writing.say(phrases);
  return (
    <section>
      <h2>{say.comments}</h2>
      {comments.length === 0 ? <p>{say.noComments}</p> : null}
      {comments.map((comment) => (
        <Comment writing={writing} action={action} comment={comment} />
      ))}
    </section>
  );
}

function Comment({
  writing,
  action,
  comment,
}: {
  writing: Writing;
  action: string;
  comment: DraftComment;
}) {
  const say = writing.say(phrases);
  const { id, madeBy, absorbed, why, attachments } = comment;
  const state = absorbed === null ? say.unanswered : absorbed ? say.absorbed : say.notAbsorbed;
  return (
    <article>
      <h3>
        {madeBy} <span class={absorbed === null ? 'tag late' : 'tag'}>{state}</span>
      </h3>
      <Paragraphs text={comment.comment || say.onlyFiles} />
      <Files files={attachments} action={action} />
      <form method="post" action={`${action}/comments/${id}`}>
        <Choice type="radio" name="absorbed" value="yes" checked={absorbed === true} required>
          {say.absorbed}
        </Choice>
        <Choice type="radio" name="absorbed" value="no" checked={absorbed === false} required>
          {say.notAbsorbed}
        </Choice>
        <Field id={`why-${id}`} label={say.why} hint={say.whyHint}>
          {(attributes) => (
            <textarea {...attributes} name="why" maxLength={4000} rows={2}>
              {why ?? ''}
            </textarea>
          )}
        </Field>
        <button type="submit" class="second">
          {say.answer}
        </button>
      </form>
    </article>
  );
}

function Paragraphs({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    <>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </>
  );
}

/** Files behind the link: whoever may open the page may have them. */
function Files({ files, action }: { files: { id: string; fileName: string }[]; action: string }) {
  if (files.length === 0) return null;
  return (
    <ul>
      {files.map(({ id, fileName }) => (
        <li>
          <a href={`${action}/files/${id}`}>{fileName}</a>
        </li>
      ))}
    </ul>
  );
}
