import { spokenOf } from '../../../../domain/drafting/spokenOf.ts';
import { desk as phrases } from '../../catalogue/desk.ts';
import { periodWords } from '../../periodWords.ts';
import { statusWords } from '../../statusWords.ts';
import { titleOf } from '../../titleOf.ts';
import type { DeskProps } from './DeskForm.tsx';

/** What the person owes, each with its own page. */
export function Own({
  opened,
  desk,
  reportPath,
}: DeskProps & { reportPath: (id: string) => string }) {
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  // the certificate stands on the desk itself
  const own = desk.own.filter(({ track }) => track !== 'certificate');
  if (own.length === 0) return null;
  return (
    <section>
      <h2>{say.own}</h2>
      <ul>
        {own.map((one) => (
          <li>
            <a href={reportPath(one.id)}>
              {titleOf(notice, one.processId)}, {periodWords(opened, one)}
            </a>{' '}
            <span class={one.status === 'open-overdue' ? 'tag late' : 'tag'}>
              {statusWords(spokenOf(notice, one), one.status, writing.head.language)}
            </span>
            <br />
            <small>
              {one.party}; {writing.due(one.dueAt, one.lastDay)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
