import type { Receipt } from '../../../db/submissions/newSubmission.ts';
import { submissions } from '../../../letters/catalogue/submissions.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { collection } from '../catalogue/collection.ts';
import { common } from '../catalogue/common.ts';
import { report } from '../catalogue/report.ts';
import { renderPage } from '../layout.tsx';
import { capacityLabel } from '../report/reportWords.ts';
import { Facts } from './parts.tsx';

export interface ReceiptViewProps {
  writing: Writing;
  receipt: Receipt;
  /** the report's page */
  back: string;
  /** what was handed in and for when, as that page is headed */
  title: string;
  addressee: 'person' | 'unit';
  /** the words of a confirmed "nothing"; null where it is none */
  nothing: string | null;
  /** names of the files that came with it */
  files: readonly string[];
  /** titles of the dossier's parts that are missing still */
  missing: readonly string[];
}

/** What whoever hands in is answered at once: the number, what was taken and when, and what is missing still. */
export function receiptView(props: ReceiptViewProps): string {
  const { writing, receipt, title, nothing, files, missing } = props;
  const say = writing.say(report);
  const { language } = writing.head;
  const taken = missing.length > 0 ? say.takenIncomplete : say.taken;
  return renderPage(
    {
      language,
      title: `${taken}: ${receipt.receiptNo}`,
      head: writing.head,
      footer: writing.say(common).personal,
    },
    <>
      <section class="good" role="status">
        <h1>{taken}</h1>
        <p>{say.receiptNo}</p>
        <p class="number">{receipt.receiptNo}</p>
      </section>
      <Missing {...props} />
      <section>
        <Facts
          rows={[
            { label: say.what, value: nothing === null ? title : `${title}: ${nothing}` },
            ...(files.length === 0
              ? []
              : [{ label: writing.say(common).files, value: files.join('; ') }]),
            { label: say.receivedAt, value: writing.atOn(receipt.receivedAt) },
            { label: say.timeliness, value: receipt.late ? say.late : say.inTime },
            { label: say.version, value: receipt.version },
            {
              label: capacityLabel(writing, props.addressee),
              value: writing.list(receipt.capacities),
            },
          ]}
        />
        <p>{say.keepNumber}</p>
        {missing.length > 0 ? null : <p>{writing.say(submissions).whatFollowsReceipt}</p>}
        <p>
          <a href={props.back}>{say.back}</a>
        </p>
      </section>
    </>,
  );
}

/** A dossier that is not whole is no reason for joy: what is missing, and where it goes. */
function Missing({ writing, missing, back }: ReceiptViewProps) {
  if (missing.length === 0) return null;
  const say = writing.say(collection);
  return (
    <section class="note">
      <h2>{say.stillMissing}</h2>
      <ol>
        {missing.map((part) => (
          <li>{part}</li>
        ))}
      </ol>
      <p>{say.partsFollow}</p>
      <a class="button" href={back}>
        {writing.say(report).sendMissing}
      </a>
    </section>
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
