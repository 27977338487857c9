import { strangers } from '../catalogue/common.ts';
import { renderPage } from '../layout.tsx';

/** A page for somebody of whom nothing is known: in both languages, without a hint why. */
export function strangersPage(which: keyof typeof strangers): string {
  const { title, text } = strangers[which];
  return renderPage(
    { language: 'vi', title: `${title.vi} – ${title.en}` },
    <>
      <section>
        <h1>{title.vi}</h1>
        <p>{text.vi}</p>
      </section>
      <section lang="en">
        <h2>{title.en}</h2>
        <p>{text.en}</p>
      </section>
    </>,
  );
}
