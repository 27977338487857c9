import { TestWorkflowEnvironment } from '@temporalio/testing';

/**
 * Starts Temporal's time-skipping server from its executable. The SDK gives it five seconds to come up, which a busy
 * machine may exceed: then it is tried again.
 */
export async function startSkippingServer(path: string): Promise<TestWorkflowEnvironment> {
  process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'; // up a third sooner
  const server = { executable: { type: 'existing-path', path } } as const;
  for (let left = 12; ; left--) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping({ server });
    } catch (error) {
      if (left === 0 || !String(error).includes('did not start within')) throw error;
    }
  }
}
