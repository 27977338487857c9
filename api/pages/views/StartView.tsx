import type { NoticeRow } from '../../../db/reading/notices.ts';
import { inLanguage, type Language } from '../../../letters/catalogue/phrases.ts';
import { start } from '../catalogue/start.ts';
import { renderPage } from '../layout.tsx';
import { Field } from './parts.tsx';

/** The form that takes an API token. */
export function signInView(props: { language: Language; wrong: boolean; next: string }): string {
  const { language, wrong, next } = props;
  const say = inLanguage(start, language);
  return renderPage(
    { language, title: say.signIn },
    <section>
      <h1>{say.signIn}</h1>
      {wrong ? (
        <p class="note" role="alert">
          {say.wrong}
        </p>
      ) : null}
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <Field id="token" label={say.token} hint={say.tokenHint}>
          {(attributes) => (
            <input
              {...attributes}
              type="password"
              name="token"
              required
              maxLength={200}
              autocomplete="current-password"
            />
          )}
        </Field>
        <button type="submit">{say.signIn}</button>
      </form>
    </section>,
  );
}

/** Where an admin begins: the notices, and what stands beside. */
export function startView(props: {
  language: Language;
  notices: NoticeRow[];
  links: { temporalUi?: string; inbox?: string };
}): string {
  const { language, notices, links } = props;
  const say = inLanguage(start, language);
  return renderPage(
    { language, title: say.title },
    <>
      <h1>{say.title}</h1>
      <section>
        <h2>{say.notices}</h2>
        {notices.length === 0 ? <p>{say.none}</p> : null}
        <ul>
          {notices.map(({ id, title, state, clock }) => (
            <li>
              <a href={`/notices/${id}`}>{title}</a>
              <br />
              <small>
                {id}, {say.states(state)}
                {clock === 'rehearsal' ? `, ${say.rehearsal}` : ''}
              </small>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say.elsewhere}</h2>
        <ul>
          <li>
            <a href="/docs">{say.api}</a>
          </li>
          {links.temporalUi === undefined ? null : (
            <li>
              <a href={links.temporalUi}>{say.temporal}</a>
            </li>
          )}
          {links.inbox === undefined ? null : (
            <li>
              <a href={links.inbox}>{say.inbox}</a>
            </li>
          )}
        </ul>
      </section>
      <form method="post" action="/sign-out">
        <button type="submit" class="second">
          {say.signOut}
        </button>
      </form>
    </>,
  );
}
