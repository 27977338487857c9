import type { Writing } from '../../../letters/compose/writing.ts';
import { phrases } from '../catalogue.ts';
import { type Neighbours, renderPage } from '../layout.tsx';

/** A page for what is not there, or not allowed: one sentence and a way back. */
export function plainView(writing: Writing, neighbours: Neighbours, words: string): string {
  const say = writing.say(phrases);
  return renderPage(
    { writing, neighbours, title: words, part: 'inbox' },
    <section>
      <h1>{words}</h1>
      <p>
        <a href="/inbox">{say.back}</a>
      </p>
    </section>,
  );
}
