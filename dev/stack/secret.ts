import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A secret that is made once (32 random bytes, base64url) and kept in a file which only its owner
 * may read (mode 0600).
 *
 * @param folder the state folder's `secrets`.
 * @throws where the file is there but empty: a new secret would lock us out of what the old one opens.
 */
export async function keepSecret(folder: string, name: string): Promise<string> {
  const file = join(folder, name);
  try {
    await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, {
      flag: 'wx',
      mode: 0o600,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret === '') throw new Error(`${file} is empty; it should hold one line, the secret`);
  return secret;
}
