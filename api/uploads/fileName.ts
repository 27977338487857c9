const MOST_CHARACTERS = 120;

/** Path separators, what file systems refuse, controls, and marks that turn the reading direction around. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu;

/**
 * A file's name as it is kept: in NFC, without a path, without controls or marks of reading direction (which hide an
 * ending), not hidden, and not over 120 characters with its ending kept. An empty one becomes "file".
 */
export function cleanFileName(given: string): string {
  const base = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = base.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '').trim();
  const name = plain === '' ? 'file' : plain;
  const characters = [...name];
  if (characters.length <= MOST_CHARACTERS) return name;
  const ending = endingOf(name);
  const tail = ending.length > 0 && ending.length <= 10 ? `.${ending}` : '';
  return characters.slice(0, MOST_CHARACTERS - tail.length).join('') + tail;
}

/** The ending after the last dot, in lower case; '' where there is none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 1 ? '' : name.slice(dot + 1).toLowerCase();
}
