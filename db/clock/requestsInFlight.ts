import type { Queryable } from '../pool.ts';

/** Notes a request that a rehearsal's API begins to answer. */
export async function enterRequest(queryable: Queryable, id: string): Promise<void> {
  await queryable.query('insert into rehearsal_request (id) values ($1)', [id]);
}

/** Its answer is out, or its sender has hung up. */
export async function leaveRequest(queryable: Queryable, id: string): Promise<void> {
  await queryable.query('delete from rehearsal_request where id = $1', [id]);
}

/** Forgets what a server that was killed was answering. */
export async function forgetRequests(queryable: Queryable): Promise<void> {
  await queryable.query('delete from rehearsal_request');
}
