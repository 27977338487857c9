import { planProcess } from '../../../domain/plan/planProcess.ts';
import { sampleNotice } from './sampleNotice.ts';

// Run by anyTimeZone.test.ts under several time zones and locales: prints the plan of a year.
const notice = sampleNotice();
const periods = ['reports', 'digest'].flatMap((id) =>
  planProcess(notice, id, { to: '2021-11-30' }),
);
console.log(JSON.stringify(periods));
