/** What a child of the bench can be asked, by name. */
export type Answers = Record<string, (payload: never) => Promise<unknown>>;

/** One question of the bench to a child, and the child's answer. */
export interface Question {
  id: number;
  name: string;
  payload: unknown;
}
export type Answer = { id: number; value: unknown } | { id: number; error: string };

/**
 * Answers the questions of the process that started this one. The parent alone decides when this process ends: Ctrl-C
 * goes to the whole group and is left to it, and a parent that is gone takes its children with it.
 */
export function answerParent(answers: Answers): void {
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit(0));
  process.on('message', async ({ id, name, payload }: Question) => {
    const answer = answers[name];
    try {
      if (!answer) throw new Error(`nobody here answers "${name}"`);
      send({ id, value: await answer(payload as never) });
    } catch (error) {
      send({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}

function send(answer: Answer): void {
  process.send?.(answer);
}
