/** Everything that the worker's bundle exports; nothing else is reachable as a workflow. */
export { carryOutNotice } from './carryOutNotice.ts';
export { dailyRound } from './dailyRound.ts';
export { followUp } from './followUp.ts';
export { reportingCycle } from './reportingCycle.ts';
