import type { ReviewOnDesk } from '../../../../db/reading/desk.ts';
import { dossierParts, missingParts } from '../../../../domain/notice/dossier.ts';
import { collection } from '../../catalogue/collection.ts';
import { common } from '../../catalogue/common.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import { report } from '../../catalogue/report.ts';
import { findOutline, outlineOfExplanation } from '../../desk/findOutline.ts';
import { fileSize } from '../../fileSize.ts';
import { owedWords } from '../../owedWords.ts';
import { titleOf } from '../../titleOf.ts';
import { DeskForm, type DeskProps, Folded, type OnDesk } from './DeskForm.tsx';
import { DayField, TextField } from './fields.tsx';

const SHOWN_OPEN = 50;

/** What the office has to review: each with its text and files, to accept or to ask for a supplement. */
export function Reviews(props: DeskProps) {
  const { opened, desk } = props;
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
        <Review {...props} review={one} contained={desk.contained.get(one.obligationId) ?? []} />
      ))}
      {desk.reviews.length > SHOWN_OPEN ? <p>{say.tooMany(SHOWN_OPEN)}</p> : null}
    </section>
  );
}

function Review(props: OnDesk & { review: ReviewOnDesk; contained: string[] }) {
  const { opened, review, contained } = props;
  const { writing, notice, path } = opened;
  const say = writing.say(phrases);
  const shared = writing.say(common);
  const words = writing.say(report);
  const { submissionId } = review;
  const supplement = `supplement-${submissionId}`;
  const parts = dossierParts(notice, review.processId, review.deliverable);
  const missing = missingParts(parts, contained).map(({ title }) => title);
  const sections =
    review.deliverable === 'explanation'
      ? outlineOfExplanation(notice)
      : findOutline(notice, review.processId);
  return (
    <Folded
      on={props}
      forms={[supplement, `accept-${submissionId}`]}
      summary={
        <>
          {writing.list(review.capacities)} – {owedWords(opened, review)}{' '}
          {review.late ? <span class="tag late">{words.late}</span> : null}
        </>
      }
    >
      <p class="hint">
        {titleOf(notice, review.processId)}.{' '}
        {say.receivedBy(
          review.receiptNo,
          writing.at(review.receivedAt),
          shared.channel(review.channel),
        )}
        ; {say.reviewBy(writing.at(review.reviewDueAt))}
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
              <a href={`${path}/files/${id}`}>{fileName}</a> <small>{fileSize(size)}</small>
            </li>
          ))}
        </ul>
      ) : null}
      <DeskForm
        on={props}
        id={`accept-${submissionId}`}
        act="accept"
        about={{ submission: submissionId }}
        submit={say.accept}
      />
      <Folded on={props} forms={[supplement]} summary={say.askSupplement}>
        <DeskForm
          on={props}
          id={supplement}
          act="supplement"
          about={{ submission: submissionId }}
          submit={say.askSupplement}
          second
        >
          {(given) => (
            <>
              <TextField
                id={`comment-${submissionId}`}
                name="comment"
                label={say.commentNeeded}
                given={given}
                required
                maxLength={4000}
                rows={3}
              />
              <TextField
                id={`missing-${submissionId}`}
                name="missing"
                label={say.missing}
                given={given}
                maxLength={4000}
                rows={Math.max(2, missing.length)}
                value={missing.join('\n')}
              />
              <DayField
                id={`due-${submissionId}`}
                name="dueDate"
                label={say.newDue}
                given={given}
              />
            </>
          )}
        </DeskForm>
      </Folded>
    </Folded>
  );
}
