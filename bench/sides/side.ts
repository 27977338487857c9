import type { MailSettings } from '../../post/transport.ts';
import type { MailSink } from '../mailSink/startSink.ts';
import type { Usage } from '../measure/processUsage.ts';

/** The servers that all sides share. */
export interface Bench {
  adminUrl: string;
  /** Of the bench's own PostgreSQL; undefined for one from outside. */
  postgresPid?: number;
  mail: MailSettings;
  /** Undefined where the mail server came from outside: then what it got cannot be counted. */
  sink?: MailSink;
  /** The workflows' bundle as a file. */
  bundleFile: string;
}

/** What one burst came to. */
export interface BurstResult {
  side: string;
  n: number;
  /** Obligations a second, from the due instant to the last row settled. */
  perSecond: number;
  /** Milliseconds from the due instant to a letter's acceptance by the mail server. */
  firstLateMs: number;
  p95LateMs: number;
  /** Of the worker or the loop; undefined where it cannot be read. */
  own?: Usage | undefined;
  temporal?: Usage | undefined;
  postgres?: Usage | undefined;
  walBytesEach: number;
  /** Of the engine only. */
  eventsEach?: number;
  /** Milliseconds from the period's opening to the workflow's waiting; of the engine only. */
  readyMs?: number;
  /** Every finding, letter and log row of the burst, without what is different by chance. */
  rows: string[];
  /** Messages the sink got, and how many of them it had had before. */
  mails?: { all: number; again: number };
}

/** Enough for moving ten thousand instants and waking the workflow. */
export const leadFor = (n: number): number => 3_000 + n * 0.4;
