import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import proto from '@temporalio/proto';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { beforeAll, expect, test } from 'vitest';
import { bundleWorkflows } from '../../worker/bundle.ts';

const folder = join(import.meta.dirname, 'histories');
const recorded = readdirSync(folder).filter((file) => file.endsWith('.bin'));

let workflowBundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  workflowBundle = await bundleWorkflows();
});

test('each workflow has a recorded history on both clocks', () => {
  for (const type of ['carryOutNotice', 'reportingCycle', 'followUp', 'dailyRound']) {
    for (const clock of ['live', 'rehearsal']) {
      expect(recorded.filter((file) => file.startsWith(`${type}-${clock}-`))).not.toEqual([]);
    }
  }
});

test.each(recorded)('%s is replayed to the same end by the code of today', async (file) => {
  const history = proto.temporal.api.history.v1.History.decode(readFileSync(join(folder, file)));
  expect(history.events?.length).toBeGreaterThan(5);
  await Worker.runReplayHistory({ workflowBundle }, history);
});
