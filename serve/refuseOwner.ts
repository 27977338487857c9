import type { Pool } from '../db/pool.ts';

/** The application would run as the role that owns the log, and so could change what must not be changed. */
export class RunsAsOwner extends Error {
  override readonly name = 'RunsAsOwner';
}

/** Refuses a register in which this role owns the log, inherits from its owner, or is a superuser. @throws RunsAsOwner */
export async function refuseOwner(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; owns: boolean | null }>(
    `select current_user as role, (select rolsuper from pg_roles where rolname = current_user)
       or pg_has_role(current_user, (select relowner from pg_class where oid = to_regclass('log')), 'member') as owns`,
  );
  const row = rows[0];
  if (row?.owns === null || row === undefined) {
    throw new RunsAsOwner(
      'DATABASE_URL names a database without the register: run `dondoc migrate` first',
    );
  }
  if (!row.owns) return;
  throw new RunsAsOwner(
    `DATABASE_URL signs in as ${row.role}, which can change the log; use a role that is only a member of dondoc_app`,
  );
}
