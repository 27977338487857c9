import { expect, test } from 'vitest';
import { detailsOf } from '../../api/pages/story/detailsOf.ts';
import type { StoryEvent } from '../../domain/log/storyEvent.ts';
import { writingFor } from '../../letters/compose/writing.ts';
import { english, head } from '../letters/samples/facts.ts';

const amended = (detail: StoryEvent['detail']): StoryEvent => ({
  seq: 7,
  at: '2020-11-24T06:20:00.000Z',
  until: '2020-11-24T06:20:00.000Z',
  action: 'field-amended',
  n: 1,
  actor: 'person:chanh-van-phong',
  actorName: null,
  decision: null,
  parties: [],
  partyCount: 0,
  receivers: [],
  about: null,
  recipient: null,
  submission: null,
  deliverable: null,
  detail,
});
const FIELD = '/directives/8/processes/8-directive/due/date';

test('what an amendment changed is told by its place in the file, and days as the reader writes them', () => {
  const event = amended({ field: FIELD, kind: 'dates', from: '2020-12-22', to: '2020-12-24' });
  expect(detailsOf(writingFor(head), event)).toEqual([
    `mục ${FIELD} của tệp thông báo`,
    'từ 22/12/2020 sang 24/12/2020',
  ]);
  expect(detailsOf(writingFor(english), event)).toEqual([
    `${FIELD} in the notice file`,
    'from 22 December 2020 to 24 December 2020',
  ]);
});

test('what is no day stands as it is', () => {
  const event = amended({ field: FIELD, kind: 'ladders', from: 2, to: 'previous' });
  expect(detailsOf(writingFor(head), event)[1]).toBe('từ 2 sang previous');
});
