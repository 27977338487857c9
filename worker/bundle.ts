import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

/** The workflows' bundle; made once a process, since it takes a second or more. */
export function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    logger: new DefaultLogger('WARN'), // webpack tells its whole story otherwise
    workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
  });
}
