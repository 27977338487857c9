const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * A mail server that cannot be reached is tried further and further apart, with a few letters at a time: what waits in
 * the outbox must not all be tried, and counted as tried, once a second. Said once when it begins and once when it ends.
 */
export class ServerTrouble {
  private pauseMs = 0;
  private pausedUntil = 0;
  private readonly say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.say = say;
  }

  /** Whether to leave the server alone for now; `at` in milliseconds of the machine's clock. */
  isPaused(at: number): boolean {
    return at < this.pausedUntil;
  }

  /** One claim's results, in the machine's milliseconds: whether a server was reached by any of them. */
  note(reached: boolean, answer: string, at: number): void {
    if (reached) {
      if (this.pauseMs > 0) this.say('the mail server answers again');
      this.pauseMs = 0;
      this.pausedUntil = 0;
      return;
    }
    if (this.isPaused(at)) return; // another lane found the same at the same time
    if (this.pauseMs === 0) {
      this.say(`the mail server cannot be reached (${answer}); letters wait, the next try follows`);
    }
    this.pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, this.pauseMs * 2));
    this.pausedUntil = at + this.pauseMs;
  }
}
