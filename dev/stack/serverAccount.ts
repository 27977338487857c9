import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Under whom PostgreSQL runs. */
export interface ServerAccount {
  uid?: number;
  gid?: number;
  /** What must stand before the command line. */
  before: string[];
  /** Hands a file or folder to the account. */
  giveTo(path: string): Promise<void>;
}

/** We are root, PostgreSQL refuses root, and no other account will do. */
export class NoServerAccount extends Error {
  override readonly name = 'NoServerAccount';
}

export interface MustReach {
  /** A program the account has to be able to run; it must know `--version`. */
  program: string;
  /** A folder it has to be able to pass through. */
  folder: string;
}

/**
 * The account PostgreSQL runs under: our own, unless we are root, whom it refuses. Then `postgres`
 * where the machine has it, else `nobody`: no account is added to a machine for a trial.
 *
 * Where that account cannot come near the folders (a checkout below /root, closed to others) it is
 * allowed past closed doors (CAP_DAC_OVERRIDE), through `setpriv` of util-linux: less than the root
 * who started us already has.
 *
 * @throws NoServerAccount where there is none, or none that reaches both.
 */
export async function serverAccount(mustReach: MustReach): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return { before: [], giveTo: async () => undefined };

  const { uid, gid } = (await accountIds('postgres')) ?? (await accountIds('nobody')) ?? {};
  if (uid === undefined || gid === undefined) {
    throw new NoServerAccount(
      'PostgreSQL does not run as root, and this machine has neither an account postgres nor nobody; start dondoc as another user',
    );
  }
  const giveTo = (path: string) => chown(path, uid, gid);
  const plain: ServerAccount = { uid, gid, before: [], giveTo };
  if (await reaches(plain, mustReach)) return plain;
  const privileged: ServerAccount = { before: pastClosedDoors(uid, gid), giveTo };
  if (await reaches(privileged, mustReach)) return privileged;
  throw new NoServerAccount(
    `PostgreSQL does not run as root, and account ${uid} cannot get at ${mustReach.program} or ${mustReach.folder}; put the project where others may pass (not below /root), or start dondoc as another user`,
  );
}

/** Inheritable and ambient both: only so does a capability outlive the change of account. */
function pastClosedDoors(uid: number, gid: number): string[] {
  return [
    'setpriv',
    ...['--reuid', String(uid), '--regid', String(gid), '--clear-groups'],
    ...['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'],
  ];
}

/** Tried and not worked out from modes, which access lists and mounts may overrule. */
async function reaches(account: ServerAccount, { program, folder }: MustReach): Promise<boolean> {
  const tries = [
    [program, '--version'],
    ['ls', '-d', `${folder}/.`],
  ];
  const { uid, gid } = account;
  const as = uid === undefined || gid === undefined ? {} : { uid, gid };
  const results = await Promise.allSettled(
    tries.map((words) => {
      const [command = '', ...args] = [...account.before, ...words];
      return run(command, args, { ...as, cwd: '/' });
    }),
  );
  return results.every(({ status }) => status === 'fulfilled');
}

async function accountIds(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch (error) {
    // id ends with code 1 where it knows no such name.
    if ((error as { code?: unknown }).code === 1) return undefined;
    throw error;
  }
}
