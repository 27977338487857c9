import type {
  CancelObligationsUpdate,
  DecisionResult,
  ExtendUpdate,
  HoldUpdate,
  ReasonUpdate,
  SupplementUpdate,
} from '../contracts/messages.ts';
import type { ActivityDeps } from './createActivities.ts';
