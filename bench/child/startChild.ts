import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Answer, Question } from './answerParent.ts';

/** A process of the bench's own, asked and ended by its parent. */
export interface Child {
  pid: number;
  /** Asks by name; rejects with what went wrong there, and where the child ends before it answers. */
  ask<Value>(name: string, payload?: unknown): Promise<Value>;
  /** Rejects when the child ends without having been told to. */
  broken: Promise<never>;
  /** Lets it end by itself, and kills it where it does not. */
  leave(): Promise<void>;
  /** kill -9; ends with it. */
  kill(): Promise<void>;
}

/** TypeScript's loader, so that a child runs the same whether the bench or a test starts it. */
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

const LEAVE_LIMIT_MS = 10_000;

/** Starts a module of the bench as a process of its own, so that its CPU and memory are counted apart. */
export async function startChild(module: URL): Promise<Child> {
  const child = fork(fileURLToPath(module), [], {
    execArgv: ['--import', loader],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);

  let expected = false;
  const ended = once(child, 'exit').then(([code, signal]) => {
    process.off('exit', killWithUs);
    return `${fileURLToPath(module)} ended ${signal ? `by ${signal}` : `with code ${code}`}`;
  });
  const broken = ended.then((how): Promise<never> => {
    if (expected) return new Promise(() => {}); // it was told to end: nobody is to hear of it
    throw new Error(how);
  });
  broken.catch(() => undefined); // whoever races with it hears of it; with nobody waiting it is no crash
  await Promise.race([once(child, 'spawn'), broken]);

  let asked = 0;
  return {
    pid: child.pid ?? 0,
    async ask<Value>(name: string, payload?: unknown): Promise<Value> {
      const question: Question = { id: asked++, name, payload };
      const answered = new Promise<Answer>((resolve) => waiting.set(question.id, resolve));
      child.send(question);
      const answer = await Promise.race([answered, ended]);
      if (typeof answer === 'string') throw new Error(`${answer} before it answered "${name}"`);
      if ('error' in answer) throw new Error(`${name}: ${answer.error}`);
      return answer.value as Value;
    },
    broken,
    async leave() {
      expected = true;
      if (child.connected) child.disconnect();
      const limit = setTimeout(() => child.kill('SIGKILL'), LEAVE_LIMIT_MS);
      await ended;
      clearTimeout(limit);
    },
    async kill() {
      expected = true;
      child.kill('SIGKILL');
      await ended;
    },
  };
}
