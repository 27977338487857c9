import type { ProcessGateway, UpdateName, UpdatePayload } from '../../../api/processGateway.ts';

/** What the API asked of the processes, and what they answer; typed from the gateway's own interface. */
export interface FakeProcesses extends ProcessGateway {
  started: { noticeId: string; processIds: string[] }[];
  updates: { workflowId: string; name: UpdateName; payload: UpdatePayload }[];
  /** thrown by the next update or start */
  failNext: Error | undefined;
  up: boolean;
}

/** A gateway without Temporal behind it. */
export function fakeProcesses(): FakeProcesses {
  const fail = (fake: FakeProcesses): void => {
    const error = fake.failNext;
    fake.failNext = undefined;
    if (error) throw error;
  };
  return {
    started: [],
    updates: [],
    failNext: undefined,
    up: true,
    async startProcesses(noticeId, processIds) {
      fail(this);
      this.started.push({ noticeId, processIds });
    },
    async update(_noticeId, workflowId, name, payload) {
      fail(this);
      this.updates.push({ workflowId, name, payload });
      return { decisionId: payload.decisionId };
    },
    async reachable() {
      return this.up;
    },
  };
}
