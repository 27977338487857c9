/**
 * Runs a named activity over batches, four at a time: more gain nothing against one database and one mail server,
 * and fewer leave them idle.
 */
export async function fourAtOnce<Item>(
  items: Item[],
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await run(item);
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}
