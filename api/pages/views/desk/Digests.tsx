import { textOf } from '../../../../domain/digest/paragraphText.ts';
import { wordsOf } from '../../../digests/digestOf.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import { Field, ReasonField } from '../parts.tsx';
import { DeskForm, type DeskProps } from './DeskForm.tsx';
import { titleOf } from './Own.tsx';
import { Paragraphs } from './Paragraphs.tsx';

/** Reports to the chair that are drafted and not yet released: to read, to edit, to release. */
export function Digests({ opened, desk, once }: DeskProps) {
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
        const id = `${processId}-${periodKey}`;
        return (
          <details open={desk.digests.length === 1}>
            <summary>
              {titleOf(notice, processId)}, {writing.day(periodKey.slice(0, 10))} ({say.newDue}:{' '}
              {writing.at(dueAt)})
            </summary>
            <section>
              <Paragraphs paragraphs={paragraphs} />
            </section>
            <details>
              <summary>{say.saveWords}</summary>
              <DeskForm
                opened={opened}
                act="edit-digest"
                about={about}
                once={`${once}-${id}-e`}
                submit={say.saveWords}
                second
              >
                <Field id={`words-${id}`} label={say.words} hint={say.digestHint}>
                  {(attributes) => (
                    <textarea
                      {...attributes}
                      name="words"
                      class="words"
                      required
                      maxLength={400_000}
                    >
                      {textOf(paragraphs)}
                    </textarea>
                  )}
                </Field>
              </DeskForm>
            </details>
            <DeskForm
              opened={opened}
              act="release-digest"
              about={about}
              once={`${once}-${id}`}
              submit={say.releaseDigest}
            >
              <ReasonField writing={writing} id={`digest-${id}`} />
            </DeskForm>
          </details>
        );
      })}
    </section>
  );
}
