import pg from 'pg';

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;

/** Instants come back as ISO strings in UTC, days as 'YYYY-MM-DD', counts as numbers: nothing depends on the machine's zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

export type Pool = pg.Pool;
/** Something that runs SQL: a pool, or the one connection of a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(
    text: string | pg.QueryConfig,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

/**
 * A pool of connections to the register. A connection lost while idle is replaced at the next query; the error is
 * handed to `onIdleError`, which must say it. One lost in use fails the query that uses it next.
 */
export function openPool(
  url: string,
  options: { max?: number; onIdleError: (error: Error) => void },
): Pool {
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 20, types });
  pool.on('error', options.onIdleError);
  // the pool hears of a loss only while a connection is idle, and one that nobody hears of ends the process
  pool.on('connect', (client) => client.on('error', toldByItsNextQuery));
  return pool;
}

const toldByItsNextQuery = (): void => {};
