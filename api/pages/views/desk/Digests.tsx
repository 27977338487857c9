import { textOf } from '../../../../domain/digest/paragraphText.ts';
import { wordsOf } from '../../../digests/digestOf.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import { dueWords } from '../../dueWords.ts';
import { titleOf } from '../../titleOf.ts';
import { Field, ReasonField } from '../parts.tsx';
import { DeskForm, type DeskProps, Folded } from './DeskForm.tsx';
import { Paragraphs } from './Paragraphs.tsx';

/** Reports to the chair that are drafted and not yet released: to read, to edit, to release. */
export function Digests(props: DeskProps) {
  const { opened, desk } = props;
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  if (desk.digests.length === 0) return null;
  return (
    <section>
      <h2>{say.digests}</h2>
      {desk.digests.map((digest) => {
        const { processId, periodKey, dueAt } = digest;
        const paragraphs = wordsOf(notice, digest);
        const about = { process: processId, period: periodKey };
        const release = `release-digest-${processId}-${periodKey}`;
        const edit = `edit-digest-${processId}-${periodKey}`;
        const period = writing.periodOf({ periodKey, lastDay: periodKey });
        return (
          <Folded
            on={props}
            forms={[release, edit]}
            open={desk.digests.length === 1}
            summary={`${titleOf(notice, processId)}, ${period} (${say.newDue}: ${dueWords(writing, dueAt)})`}
          >
            <section>
              <Paragraphs paragraphs={paragraphs} />
            </section>
            <Folded on={props} forms={[edit]} summary={say.editWords}>
              <DeskForm
                on={props}
                id={edit}
                act="edit-digest"
                about={about}
                submit={say.saveWords}
                second
              >
                {({ text }) => (
                  <Field id={`words-${edit}`} label={say.words} hint={say.digestHint}>
                    {(attributes) => (
                      <textarea
                        {...attributes}
                        name="words"
                        class="words"
                        required
                        maxLength={400_000}
                      >
                        {text('words') ?? textOf(paragraphs)}
                      </textarea>
                    )}
                  </Field>
                )}
              </DeskForm>
            </Folded>
            <DeskForm
              on={props}
              id={release}
              act="release-digest"
              about={about}
              submit={say.releaseDigest}
            >
              {({ text }) => <ReasonField writing={writing} id={release} value={text('reason')} />}
            </DeskForm>
          </Folded>
        );
      })}
    </section>
  );
}
