import type { Writing } from '../../../letters/compose/writing.ts';
import type { ListedMail } from '../../mailbox/listMail.ts';
import { phrases } from '../catalogue.ts';
import { type Neighbours, renderPage } from '../layout.tsx';

export interface InboxViewProps {
  writing: Writing;
  neighbours: Neighbours;
  mail: ListedMail[];
  addresses: { address: string; count: number }[];
  /** whose mail is shown; '' for everybody's */
  to: string;
  /** where the older ones are; null at the end */
  older: number | null;
  isNewest: boolean;
}

/** The inbox: who got what, when. */
export function inboxView(props: InboxViewProps): string {
  const { writing, neighbours, mail, to, older, isNewest } = props;
  const say = writing.say(phrases);
  return renderPage(
    { writing, neighbours, title: say.inbox, part: 'inbox' },
    <>
      <h1>{say.inbox}</h1>
      <p class="hint">{say.inboxHint}</p>
      <Filter {...props} />
      <section>
        {mail.length === 0 ? <p>{say.noMail}</p> : <Mail writing={writing} mail={mail} />}
        <p>
          {isNewest ? null : <a href={`/inbox?${query({ to })}`}>{say.newest}</a>}{' '}
          {older === null ? null : (
            <a href={`/inbox?${query({ to, before: String(older) })}`}>{say.older}</a>
          )}
        </p>
      </section>
    </>,
  );
}

function Filter({ writing, addresses, to }: InboxViewProps) {
  const say = writing.say(phrases);
  return (
    <form class="line" method="get" action="/inbox">
      <div>
        <label for="to">{say.receiver}</label>
        <select id="to" name="to">
          <option value="">{say.everybody}</option>
          {addresses.map(({ address, count }) => (
            <option value={address} selected={address === to}>
              {address} ({count})
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{say.show}</button>
    </form>
  );
}

function Mail({ writing, mail }: { writing: Writing; mail: ListedMail[] }) {
  const say = writing.say(phrases);
  return (
    <div class="wide">
      <table class="mail">
        <thead>
          <tr>
            <th scope="col">{say.time}</th>
            <th scope="col">{say.receiver}</th>
            <th scope="col">{say.subject}</th>
          </tr>
        </thead>
        <tbody>
          {mail.map((one) => (
            <tr>
              <td class="when">{one.notedAt === null ? '–' : writing.at(one.notedAt)}</td>
              <td>
                <a href={`/inbox?${query({ to: one.to })}`}>{one.to}</a>
              </td>
              <td>
                <a href={`/inbox/${one.id}`}>{one.subject || say.noSubject}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const query = (parts: Record<string, string>): string =>
  new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== '')).toString();
