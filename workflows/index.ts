/** Everything that the worker's bundle exports; nothing else is reachable as a workflow. */
export { campaign } from './campaign.ts';
export { carryOutNotice } from './carryOutNotice.ts';
export { collection } from './collection.ts';
export { dailyRound } from './dailyRound.ts';
export { drafting } from './drafting.ts';
export { followUp } from './followUp.ts';
export { programme } from './programme.ts';
export { reportingCycle } from './reportingCycle.ts';
