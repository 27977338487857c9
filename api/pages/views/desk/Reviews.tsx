import type { ReviewOnDesk } from '../../../../db/reading/desk.ts';
import { dossierParts, missingParts } from '../../../../domain/notice/dossier.ts';
import { collection } from '../../catalogue/collection.ts';
import { common } from '../../catalogue/common.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import { report } from '../../catalogue/report.ts';
import { findOutline, outlineOfExplanation } from '../../desk/findOutline.ts';
import { Field } from '../parts.tsx';
import { DeskForm, type DeskProps } from './DeskForm.tsx';
import { titleOf } from './Own.tsx';

const SHOWN_OPEN = 50;

/** What the office has to review: each with its text and files, to accept or to ask for a supplement. */
export function Reviews({ opened, desk, once }: DeskProps) {
  const { writing } = opened;
  const say = writing.say(phrases);
  if (desk.reviews.length === 0) return null;
  const shown = desk.reviews.slice(0, SHOWN_OPEN);
  return (
    <section>
      <h2>
        {say.reviews} ({desk.reviews.length})
      </h2>
      <p class="hint">{say.reviewHint}</p>
      {shown.map((one) => (
        <Review
          opened={opened}
          review={one}
          contained={desk.contained.get(one.obligationId) ?? []}
          once={once}
        />
      ))}
      {desk.reviews.length > SHOWN_OPEN ? <p>{say.tooMany(SHOWN_OPEN)}</p> : null}
    </section>
  );
}

function Review({
  opened,
  review,
  contained,
  once,
}: Pick<DeskProps, 'opened' | 'once'> & { review: ReviewOnDesk; contained: string[] }) {
  const { writing, notice, path } = opened;
  const say = writing.say(phrases);
  const shared = writing.say(common);
  const words = writing.say(report);
  const { submissionId } = review;
  const parts = dossierParts(notice, review.processId, review.deliverable);
  const missing = missingParts(parts, contained).map(({ title }) => title);
  const sections =
    review.deliverable === 'explanation'
      ? outlineOfExplanation(notice)
      : findOutline(notice, review.processId);
  return (
    <details>
      <summary>
        {writing.list(review.capacities)} – {writing.day(review.periodKey.slice(0, 10))}{' '}
        {review.late ? <span class="tag late">{words.late}</span> : null}
      </summary>
      <p class="hint">
        {titleOf(notice, review.processId)}. {review.receiptNo}, {writing.at(review.receivedAt)},{' '}
        {shared.channel(review.channel)}; {say.reviewBy(writing.at(review.reviewDueAt))}
      </p>
      {review.kind === 'nothing' ? <p>{words.nothing}</p> : null}
      {Object.entries(review.answers).map(([id, text]) => (
        <>
          <h3>{sections.get(id) ?? id}</h3>
          <p class="said">{text}</p>
        </>
      ))}
      {review.body === '' ? null : <p class="said">{review.body}</p>}
      {missing.length > 0 ? (
        <p>
          <span class="tag late">{writing.say(collection).stillMissing}</span> {missing.join('; ')}
        </p>
      ) : null}
      {review.attachments.length > 0 ? (
        <ul>
          {review.attachments.map(({ id, fileName, size }) => (
            <li>
              <a href={`${path}/files/${id}`}>{fileName}</a>{' '}
              <small>{Math.ceil(size / 1024)} kB</small>
            </li>
          ))}
        </ul>
      ) : null}
      <DeskForm
        opened={opened}
        act="accept"
        about={{ submission: submissionId }}
        once={`${once}-${submissionId}`}
        submit={say.accept}
      />
      <details>
        <summary>{say.askSupplement}</summary>
        <DeskForm
          opened={opened}
          act="supplement"
          about={{ submission: submissionId }}
          once={`${once}-${submissionId}-s`}
          submit={say.askSupplement}
          second
        >
          <Field id={`comment-${submissionId}`} label={say.commentNeeded}>
            {(attributes) => (
              <textarea
                {...attributes}
                name="comment"
                required
                minLength={3}
                maxLength={4000}
                rows={3}
              />
            )}
          </Field>
          <Field id={`missing-${submissionId}`} label={say.missing}>
            {(attributes) => (
              <textarea
                {...attributes}
                name="missing"
                maxLength={4000}
                rows={Math.max(2, missing.length)}
              >
                {missing.join('\n')}
              </textarea>
            )}
          </Field>
          <Field id={`due-${submissionId}`} label={say.newDue}>
            {(attributes) => <input {...attributes} type="date" name="dueDate" required />}
          </Field>
        </DeskForm>
      </details>
    </details>
  );
}
