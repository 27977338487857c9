import { createServer } from 'node:net';

/** How many ports above the preferred one are looked at. */
const WINDOW = 100;

/** Neither the preferred port nor any of those after it can be had. */
export class NoFreePort extends Error {
  override readonly name = 'NoFreePort';
}

/**
 * The preferred TCP port on 127.0.0.1, or the next one that nobody listens on.
 *
 * @param preferred 1 to 65535; 0 lets the operating system choose.
 * @throws NoFreePort where the hundred ports from `preferred` on are all taken.
 */
export async function freePort(preferred: number): Promise<number> {
  const last = Math.min(preferred + WINDOW - 1, 65535);
  for (let port = preferred; port <= last; port += 1) {
    const got = await listenOnce(port);
    if (got !== undefined) return got;
  }
  throw new NoFreePort(
    `no free port on 127.0.0.1 from ${preferred} to ${last}; stop what listens there, or ask for another port`,
  );
}

/**
 * Starts something on the preferred port or the next free one, and again on the one after where
 * somebody else took the port between our look and the start.
 *
 * @param start must reject where it cannot have the port; its error stands where the port is ours.
 * @throws what `start` threw last, or NoFreePort.
 */
export async function onFreePort<Started>(
  preferred: number,
  start: (port: number) => Promise<Started>,
): Promise<Started> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(preferred);
    try {
      return await start(port);
    } catch (error) {
      const lostIt = (await listenOnce(port)) === undefined;
      if (!lostIt || attempt === 5) throw error;
    }
  }
}

/** Listens for a moment. Undefined where the port is taken or not ours to use. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      const got = typeof address === 'object' && address !== null ? address.port : port;
      probe.close(() => resolve(got));
    });
  });
}
