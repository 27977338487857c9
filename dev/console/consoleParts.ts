import type { FastifyReply } from 'fastify';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Pool } from '../../db/pool.ts';
import type { Writing } from '../../letters/compose/writing.ts';
import type { Neighbours } from './layout.tsx';
import type { Runs } from './runs.ts';

/** What the console's routes are made from. */
export interface ConsoleParts {
  pool: Pool;
  notice: Notice;
  writing: Writing;
  neighbours: Neighbours;
  runs: Runs;
  /** answers that there is no such page */
  unknown(reply: FastifyReply): FastifyReply;
}
