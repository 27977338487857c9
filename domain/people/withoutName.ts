/** A JSON value with a name replaced in every text where it stands as words of its own, never inside a longer word; keys stay. */
export function withoutName<Value>(value: Value, name: string, replacement: string): Value {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])${escaped(name)}(?![\\p{L}\\p{M}\\p{N}])`,
    'gu',
  );
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(pattern, () => replacement);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as Value;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
