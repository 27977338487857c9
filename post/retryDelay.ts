const MINUTE = 60;

/** Seconds until the next attempt; the last one for every attempt after. Servers that greylist want some minutes. */
const DELAYS = [10, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, 60 * MINUTE];

/** How long a letter waits after so many attempts, in seconds of the machine's clock. It is never dropped: hourly at last. */
export const retryDelay = (attempts: number): number =>
  DELAYS[Math.min(Math.max(attempts, 1), DELAYS.length) - 1] ?? 60 * MINUTE;
