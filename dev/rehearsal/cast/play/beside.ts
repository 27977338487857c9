import type { ActOf } from '../acts.ts';
import { chance, choose } from '../chance.ts';
import { CANDIDATES } from '../weights.ts';
import { opinion, place, speaker } from '../words/drafting.ts';
import type { Stage } from './stage.ts';

/** So many comments of a meeting are entered, and so many candidates for each target at most. */
const COMMENTS = 3;
const CANDIDATES_EACH = 4;

/** The office enters what was said of a draft at a meeting. */
export async function enterComments(stage: Stage, act: ActOf<'enter comments'>): Promise<string> {
  const { api, notice, seed } = stage;
  const as = { role: 'office', person: act.actor } as const;
  const path = `/notices/${notice.id}/processes/${act.subject.process}/comments`;
  const outcomes: string[] = [];
  for (let n = 1; n <= COMMENTS; n++) {
    const about = [seed, act.id, n] as const;
    const said = {
      madeBy: speaker(notice.language, ...about),
      comment: opinion(notice.language, ...about),
    };
    outcomes.push(await api.decide(as, 'POST', path, `${act.id}/${n}`, said));
  }
  return outcomes.join('; ');
}

/** The office records who is to attain the targets of a plan: units, or places by their names. */
export async function recordCandidates(
  stage: Stage,
  act: ActOf<'record candidates'>,
): Promise<string> {
  const { api, notice, seed } = stage;
  const as = { role: 'office', person: act.actor } as const;
  const path = `/notices/${notice.id}/processes/${act.subject.process}/targets`;
  const { items } = await api.read<{ items: { id: string; prepare: number }[] }>(as, path);
  const units = (notice.units?.list ?? []).map(({ id }) => id);
  const outcomes: string[] = [];
  for (const { id, prepare } of items) {
    const from = Math.floor(chance(seed, 'candidates', id) * units.length);
    for (let n = 0; n < Math.min(prepare, CANDIDATES_EACH); n++) {
      const unit = units[(from + n) % Math.max(units.length, 1)];
      const isUnit = unit !== undefined && !id.includes('village');
      const who = isUnit ? { party: unit } : { name: place(notice.language, n + 1) };
      const state = choose(CANDIDATES, seed, 'candidate', id, n);
      const body = { ...who, state, since: act.subject.since };
      const url = `${path}/${id}/candidates`;
      outcomes.push(await api.decide(as, 'POST', url, `${act.id}/${id}/${n}`, body));
    }
  }
  return outcomes.join('; ');
}
