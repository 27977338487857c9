import type { Notice, Provenance } from '../../contracts/notice/index.ts';

/** Something in the file that neither the notice nor the office has said. */
export interface Assumed {
  /** Its place in the file, as a JSON pointer. */
  path: string;
  why: string;
  /** The notice's sentence that it stands beside: the nearest one around it, null where there is none. */
  sentence: string | null;
}

/** Every assumption of a notice file in the file's order: blocks, items that differ from their block, single fields. */
export function assumedIn(notice: Notice): Assumed[] {
  const found: Assumed[] = [];
  walk(notice, '', null, found);
  return found;
}

function walk(node: unknown, path: string, sentence: string | null, found: Assumed[]): void {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) walk(item, `${path}/${index}`, sentence, found);
    return;
  }
  if (!isRecord(node)) return;
  const own = isProvenance(node.provenance) ? node.provenance : undefined;
  if (own?.source === 'assumed') found.push({ path, why: own.why, sentence });
  const beside = own?.source === 'notice' ? own.sentence : sentence;
  for (const { field, provenance } of fieldsWithTheirOwn(node)) {
    if (provenance.source !== 'assumed') continue;
    found.push({ path: `${path}/${field}`, why: provenance.why, sentence: beside });
  }
  for (const [key, value] of Object.entries(node)) {
    if (key === 'provenance' || key === 'fieldProvenance') continue;
    walk(value, `${path}/${key}`, beside, found);
  }
}

function fieldsWithTheirOwn(
  node: Record<string, unknown>,
): { field: string; provenance: Provenance }[] {
  if (!Array.isArray(node.fieldProvenance)) return [];
  return node.fieldProvenance.filter((each) => isRecord(each) && isProvenance(each.provenance));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isProvenance(value: unknown): value is Provenance {
  return isRecord(value) && typeof value.source === 'string';
}
