import type { LocalTime } from '../../../domain/time/types.ts';

/**
 * When the cast acts: a few fixed times of day, none of them an instant of a plan, and each of one role alone, so that
 * the order of what happens never hangs on a race.
 */
export const TIMES = {
  /** members write before work's second half, after work, or late in the evening */
  memberMorning: '09:10',
  memberAfternoon: '15:40',
  memberEvening: '20:20',
  memberNight: '21:05',
  certify: '09:50',
  certifyLate: '14:25',
  keyIn: '10:25',
  release: '13:45',
  digest: '15:25',
  /** where the afternoon is too late for it */
  digestSoon: '14:05',
  digestLate: '10:40',
  excuse: '10:55',
  enterComments: '08:35',
  recordCandidates: '11:20',
  recordSplit: '11:05',
  mergePeriod: '10:05',
  /** right after the prompt, and before anybody answers it */
  reassign: '08:20',
  handOver: '10:20',
  moveSession: '13:20',
  review: '16:40',
  addPeak: '16:05',
  deputy: '14:50',
  chair: '15:15',
  chairMorning: '09:35',
  proposals: '16:25',
} as const satisfies Record<string, LocalTime>;
