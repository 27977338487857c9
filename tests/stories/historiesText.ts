import type { Client } from '@temporalio/client';

/** Everything that Temporal keeps of a notice's workflows, all runs, as text: what stands in payloads is decoded. */
export async function historiesText(client: Client, noticeId: string): Promise<string> {
  const texts: string[] = [];
  for await (const { workflowId, runId } of client.workflow.list({
    query: `DondocNotice = '${noticeId}'`,
  })) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    texts.push(JSON.stringify(history, decoded));
  }
  return texts.join('\n');
}

/** A payload's bytes stand in JSON as base64. */
const decoded = (key: string, value: unknown): unknown =>
  key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString() : value;
