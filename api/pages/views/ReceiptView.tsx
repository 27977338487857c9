import type { Receipt } from '../../../db/submissions/newSubmission.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { common } from '../catalogue/common.ts';
import { report } from '../catalogue/report.ts';
import { renderPage } from '../layout.tsx';
import { Facts } from './parts.tsx';

/** What whoever hands in is answered at once: the number and the time of receipt. */
export function receiptView(props: { writing: Writing; receipt: Receipt; back: string }): string {
  const { writing, receipt, back } = props;
  const say = writing.say(report);
  const { language } = writing.head;
  return renderPage(
    {
      language,
      title: `${say.taken}: ${receipt.receiptNo}`,
      head: writing.head,
      footer: writing.say(common).personal,
    },
    <>
      <section class="good" role="status">
        <h1>{say.taken}</h1>
        <p>{say.receiptNo}</p>
        <p class="number">{receipt.receiptNo}</p>
      </section>
      <section>
        <Facts
          rows={[
            { label: say.receivedAt, value: writing.atOn(receipt.receivedAt) },
            { label: say.until, value: receipt.late ? say.late : say.inTime },
            { label: say.version, value: receipt.version },
            { label: say.capacities, value: writing.list(receipt.capacities) },
          ]}
        />
        <p>{say.keepNumber}</p>
        <p>{say.again}</p>
        <p>
          <a href={back}>{say.back}</a>
        </p>
      </section>
    </>,
  );
}

/** The same for a certificate: no number, since nothing was handed in. */
export function certifiedView(props: { writing: Writing; at: string; back: string }): string {
  const { writing, at, back } = props;
  const say = writing.say(report);
  return renderPage(
    {
      language: writing.head.language,
      title: say.certified,
      head: writing.head,
      footer: writing.say(common).personal,
    },
    <>
      <section class="good" role="status">
        <h1>{say.certified}</h1>
        <p>{writing.atOn(at)}</p>
      </section>
      <p>
        <a href={back}>{say.back}</a>
      </p>
    </>,
  );
}
