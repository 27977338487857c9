import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { UPDATES } from '../../contracts/messages.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import * as workflows from '../../workflows/index.ts';
import { reason } from './recording/deciders.ts';
import { recordedHistories, updatesIn } from './support/historyFiles.ts';

const recorded = recordedHistories();
const CLOCKS = ['live', 'rehearsal'] as const;

describe.each(CLOCKS)('on the %s clock', (clock) => {
  const ofClock = recorded.filter((one) => one.clock === clock);

  test.each(Object.keys(workflows))('%s has a recorded history', (type) => {
    expect(ofClock.filter((one) => one.type === type)).not.toEqual([]);
  });

  test.each(Object.values(UPDATES))('a recorded workflow takes the decision %s', (update) => {
    expect(ofClock.flatMap(({ history }) => updatesIn(history))).toContain(update);
  });
});

test('no recorded history holds an address, a name, the words of a decision or a path of the machine that recorded it', () => {
  const kept = new RegExp(`@example\\.test|Name of |UBND xã|${reason}|/node_modules/`);
  for (const { file, bytes } of recorded) expect(bytes.toString(), file).not.toMatch(kept);
});

describe('the code of today replays to the same end', () => {
  const failures = new Map<string, Error | undefined>();
  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const histories = recorded.map(({ file, history }) => ({ workflowId: file, history }));
    const workflowBundle = await bundleWorkflows();
    const results = Worker.runReplayHistories({ workflowBundle }, histories);
    for await (const { workflowId, error } of results) failures.set(workflowId, error);
  });

  test.each(recorded)('$file', ({ file, history }) => {
    expect(history.events?.length).toBeGreaterThan(5);
    expect(failures.has(file)).toBe(true);
    expect(failures.get(file)).toBeUndefined();
  });
});
