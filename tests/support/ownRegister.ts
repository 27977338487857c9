import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type FreshDatabase, freshDatabase } from './database.ts';

/** A register of the test file's own: there before the first of its tests, and gone after the last. */
export function ownRegister(options: { max?: number } = {}): FreshDatabase {
  let opened: FreshDatabase | undefined;
  beforeAll(async () => {
    opened = await freshDatabase(options);
  });
  afterAll(() => opened?.close());
  return standIn(() => opened);
}

/** What is opened anew before each test of the file, such as a committee in its register. */
export function openedAnew<Opened extends object>(open: () => Promise<Opened>): Opened {
  let opened: Opened | undefined;
  beforeEach(async () => {
    opened = await open();
  });
  return standIn(() => opened);
}

/** Stands for what a hook has opened last, so that a test file need not declare it apart from opening it. */
function standIn<Opened extends object>(current: () => Opened | undefined): Opened {
  return new Proxy({} as Opened, {
    get(_, name) {
      const opened = current();
      if (opened === undefined) throw new Error('it is there only within a test or a later hook');
      return Reflect.get(opened, name);
    },
  });
}
