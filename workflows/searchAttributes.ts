import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';

const state = defineSearchAttributeKey('DondocState', SearchAttributeType.KEYWORD);
let shown: string | undefined;

/** Shows a process's state in Temporal's own UI; written only when it changes, since each write is an event. */
export function showState(value: string): void {
  if (value === shown) return;
  shown = value;
  upsertSearchAttributes([{ key: state, value }]);
}
