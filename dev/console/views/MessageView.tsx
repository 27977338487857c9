import type { Writing } from '../../../letters/compose/writing.ts';
import type { ShownMail } from '../../mailbox/readMail.ts';
import { phrases } from '../catalogue.ts';
import { type Neighbours, renderPage } from '../layout.tsx';

export interface MessageViewProps {
  writing: Writing;
  neighbours: Neighbours;
  mail: ShownMail;
  /** the mailbox it lies in */
  mailbox: string;
  notedAt: string | null;
}

/** One letter, as its receiver sees it and as plain text. */
export function messageView({ writing, neighbours, mail, ...props }: MessageViewProps): string {
  const say = writing.say(phrases);
  const subject = mail.subject || say.noSubject;
  return renderPage(
    { writing, neighbours, title: subject, part: 'inbox' },
    <>
      <h1>{subject}</h1>
      <section>
        <dl>
          <dt>{say.from}</dt>
          <dd>{mail.from}</dd>
          <dt>{say.receiver}</dt>
          <dd>{mail.to}</dd>
          <dt>{say.time}</dt>
          <dd>{props.notedAt === null ? '–' : writing.atOn(props.notedAt)}</dd>
        </dl>
        <p>
          <a href={`/inbox?${new URLSearchParams({ to: props.mailbox })}`}>
            {say.allOf(props.mailbox)}
          </a>
        </p>
      </section>
      {mail.html === null ? null : (
        <section>
          <h2>{say.asHtml}</h2>
          <iframe
            title={say.asHtml}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcdoc={opensOutside(mail.html)}
          />
        </section>
      )}
      <section>
        <h2>{say.asText}</h2>
        <pre>{withLinks(mail.text)}</pre>
      </section>
    </>,
  );
}

/** A link of the letter opens beside the console, not inside the frame. */
function opensOutside(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, `$&${base}`) : base + html;
}

/** Only what begins as a web address becomes a link: nothing that a letter says can run. */
const withLinks = (text: string) =>
  text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, place) =>
    place % 2 === 1 ? (
      <a href={piece} target="_blank" rel="noreferrer">
        {piece}
      </a>
    ) : (
      piece
    ),
  );
