import { constants } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Where dondoc keeps programs that are costly to get, shared by all checkouts of a user:
 * `$XDG_CACHE_HOME/dondoc`, else `~/.cache/dondoc`.
 */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dondoc');
}

/** Whether the path is a file that we may run. */
export async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    // Missing, not ours to run, or below something that is no folder: not a program for us.
    return false;
  }
}

/**
 * Fills a folder of the cache all at once: `make` works in a temporary folder beside it, which gets
 * its name only when it is complete. A build that breaks, or is killed, leaves nothing under it.
 * Where another process fills it meanwhile, that one's work stands: it may be in use already.
 *
 * @param folder removed first where it is there: the caller has found it unusable.
 * @throws what `make` throws.
 */
export async function fillAtOnce(
  folder: string,
  make: (unfinished: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await rm(folder, { recursive: true, force: true });
  const unfinished = await mkdtemp(`${folder}.unfinished-`);
  try {
    await make(unfinished);
    await chmod(unfinished, 0o755);
    await rename(unfinished, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
