import type { Notice } from '../../contracts/notice/index.ts';
import { findProcess } from './findProcess.ts';

/** A part of the dossier that comes with a report. */
export interface DossierPart {
  id: string;
  title: string;
}

/** What is handed in to a collection with a checklist; a supplement to it adds to the same dossier. */
const WITH_DOSSIER = ['dossier', 'supplement'];

/**
 * The parts that a dossier has to contain (clause 2: "kèm theo hồ sơ gồm …"), in the file's order; empty where the
 * process asks for none, or what is handed in is something else (the guidance).
 */
export function dossierParts(
  notice: Notice,
  processId: string,
  deliverable: string,
): readonly DossierPart[] {
  if (!WITH_DOSSIER.includes(deliverable)) return [];
  const { process } = findProcess(notice, processId);
  return process.kind === 'collection' ? process.checklist : [];
}

/** The parts that none of the versions so far contains. */
export const missingParts = (
  parts: readonly DossierPart[],
  contained: readonly string[],
): DossierPart[] => parts.filter(({ id }) => !contained.includes(id));
