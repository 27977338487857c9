import type { ReportPage } from '../../../db/reading/reportPage.ts';
import type { NewAttachment } from '../../../db/submissions/newSubmission.ts';
import { dossierParts } from '../../../domain/notice/dossier.ts';
import { type Form, textIn } from '../../uploads/readForm.ts';
import { refusals, report } from '../catalogue/report.ts';
import { stage as phrases } from '../catalogue/stage.ts';
import type { Opened } from '../openLink.ts';
import type { Section } from '../views/ReportView.tsx';
import { nothingFor } from './nothingFor.ts';
import { type Found, sectionsOf } from './readReport.ts';

/** What a report's form hands in, as far as this page takes it. */
export interface HandIn {
  /** in the page's order */
  obligationIds: string[];
  kind: 'report' | 'nothing';
  body: string;
  /** by the id of the outline's section */
  answers: Record<string, string>;
  /** ids of the dossier's parts that are said to be in it */
  checklist: string[];
  attachments: NewAttachment[];
}

/** Reads the form. The faults keep it from being taken and are said on the page; with none it can be handed in. */
export function readHandIn(
  opened: Opened,
  found: Found,
  form: Form,
): { handIn: HandIn; faults: string[] } {
  const { page } = found;
  const isNothing = textIn(form, 'kind') === 'nothing';
  const asked = form.texts.get('obligation') ?? [];
  const obligationIds = offeredFor(found, isNothing).filter((id) => asked.includes(id));
  const handIn: HandIn = isNothing
    ? { obligationIds, kind: 'nothing', body: '', answers: {}, checklist: [], attachments: [] }
    : {
        obligationIds,
        kind: 'report',
        body: textIn(form, 'body'),
        answers: answersIn(form, sectionsOf(opened, page)),
        checklist: partsIn(form, opened, page),
        attachments: form.files,
      };
  const faults = [
    ...form.refused.map((name) => opened.writing.say(refusals).file(name)),
    ...capacityFaults(opened, handIn, asked),
    ...contentFaults(opened, handIn, form),
    ...unansweredFaults(opened, found),
  ];
  return { handIn, faults };
}

/** The obligations for which the page takes a report, or the word that there is nothing to report. */
function offeredFor({ page, stage }: Found, isNothing: boolean): string[] {
  const duties = isNothing ? nothingFor(page, stage) : page.duties.filter(({ closed }) => !closed);
  return duties.map(({ obligationId }) => obligationId);
}

/** The stage that absorbs comments is taken once each of them has been answered. */
function unansweredFaults({ writing }: Opened, { stage }: Found): string[] {
  const open = (stage?.comments ?? []).filter(({ absorbed }) => absorbed === null);
  if (open.length === 0) return [];
  return [writing.say(phrases).answerFirst(open.map(({ madeBy }) => madeBy).join('; '))];
}

/** Ticked parts of the dossier, as far as the notice asks for them. */
const partsIn = (
  form: Form,
  { notice }: Opened,
  { processId, deliverable }: ReportPage,
): string[] =>
  dossierParts(notice, processId, deliverable)
    .map(({ id }) => id)
    .filter((id) => form.texts.get('part')?.includes(id));

const answersIn = (form: Form, sections: Section[]): Record<string, string> =>
  Object.fromEntries(
    sections
      .map(({ id }) => [id, textIn(form, `section-${id}`)] as const)
      .filter(([, text]) => text !== ''),
  );

function capacityFaults(
  { writing }: Opened,
  { obligationIds, kind }: HandIn,
  asked: readonly string[],
): string[] {
  if (obligationIds.length > 0) return [];
  const say = writing.say(report);
  return [kind === 'nothing' && asked.length > 0 ? say.alreadyIn : say.chooseCapacity];
}

function contentFaults({ writing }: Opened, { kind, body, answers }: HandIn, form: Form): string[] {
  const say = writing.say(report);
  if (kind === 'nothing') {
    return textIn(form, 'confirm-nothing') === 'yes' ? [] : [say.confirmNothing];
  }
  const files = form.files.length + form.refused.length;
  const isEmpty = body === '' && Object.keys(answers).length === 0 && files === 0;
  return isEmpty ? [say.empty] : [];
}
