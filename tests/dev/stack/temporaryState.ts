import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStateFolder, type StateFolder } from '../../../dev/stack/stateFolder.ts';

export interface TemporaryState extends StateFolder {
  /** Gives the lock free and removes everything. */
  remove(): Promise<void>;
}

/** A new folder that any account may pass through; removed when the test that asked has finished. */
export async function temporaryFolder(): Promise<string> {
  const folder = await makeFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An opened state folder of a test file's own; remove it when its servers have stopped. */
export async function temporaryState(): Promise<TemporaryState> {
  const folder = await makeFolder();
  const state = await openStateFolder(join(folder, 'state'));
  const remove = async () => {
    await state.release();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...state, remove };
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-test-'));
  await chmod(folder, 0o755);
  return folder;
}
