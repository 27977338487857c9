import { z } from 'zod';
import {
  Accept,
  AskForSupplement,
  Certify,
  Excuse,
  KeyIn,
} from '../../../../contracts/decisions.ts';
import { CalendarDay, LocalTime } from '../../../../contracts/notice/primitives.ts';
import { paragraphsIn } from '../../../../domain/digest/paragraphText.ts';
import { atLocal } from '../../../../domain/time/zone.ts';
import { decideExcuse, decideSupplement } from '../../../deciding/decide.ts';
import {
  decideAccept,
  decideCertify,
  decideKeyIn,
  decideReleaseEscalations,
} from '../../../deciding/decideAsOffice.ts';
import { decideEdit, decideReleaseDigest } from '../../../digests/digestOf.ts';
import { type Act, type DoAct, IncompleteForm, reasonOf } from './act.ts';

/** The office's daily work: what it receives, reviews, certifies and releases. */
export const officeActs: Record<string, DoAct> = {
  certify: ({ deps, field, given, period }) => {
    const ticked = (name: string) => field(name) === 'yes';
    const ticks = { book: ticked('book'), tray: ticked('tray'), zalo: ticked('zalo') };
    return decideCertify(deps, period, given(Certify, { ...ticks, comment: field('comment') }));
  },
  accept: ({ deps, field, given }) =>
    decideAccept(deps, given(Accept, { submissions: [field('submission')] })),
  supplement: ({ deps, field, given }) =>
    decideSupplement(
      deps,
      given(AskForSupplement, {
        submission: field('submission'),
        comment: field('comment'),
        missing: field('missing')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        dueDate: field('dueDate'),
      }),
    ),
  excuse: ({ deps, field, given }) =>
    decideExcuse(
      deps,
      given(Excuse, {
        obligations: [field('obligation')],
        ground: field('ground'),
        reason: field('reason'),
      }),
    ),
  'key-in': (act) => {
    const { deps, opened, form, field, optional, given } = act;
    const { decision: when } = given(z.object({ day: CalendarDay, time: LocalTime }), {
      day: field('receivedOn'),
      time: field('receivedTime'),
    });
    const asked = given(KeyIn, {
      obligations: [field('obligation')],
      channel: field('channel'),
      kind: field('nothing') === 'yes' ? 'nothing' : 'report',
      receivedAt: atLocal(when.day, when.time, opened.notice.zone),
      body: optional('body'),
      checklist: partsIn(act),
      reason: field('reason'),
    });
    return decideKeyIn(deps, asked, form.files);
  },
  'release-escalations': (act) => decideReleaseEscalations(act.deps, act.period, reasonOf(act)),
  'edit-digest': ({ deps, field, given, period }) => {
    const shape = z.object({ paragraphs: z.array(z.any()).min(1).max(500), reason: z.null() });
    const paragraphs = paragraphsIn(field('words'));
    const { decision, ...asked } = given(shape, { paragraphs, reason: null });
    return decideEdit(deps, period, { ...asked, decision: { ...decision, paragraphs } });
  },
  'release-digest': (act) => decideReleaseDigest(act.deps, act.period, reasonOf(act)),
};

/** The parts of the dossier that were ticked. @throws IncompleteForm where they belong to another process's */
function partsIn({ all, field }: Act): string[] {
  const [, processId = ''] = field('obligation').split('/');
  return all('part').map((ticked) => {
    const [ofProcess, part = ''] = ticked.split('/');
    if (ofProcess === processId) return part;
    throw new IncompleteForm(`${ticked} is no part of what ${processId} asks for`, 'checklist');
  });
}
