import { setTimeout as delay } from 'node:timers/promises';
import { type Connection, isGrpcServiceError } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time.js';

/** The numbers of `temporal.api.enums.v1.IndexedValueType`, which gRPC wants. */
const INDEXED_VALUE_TYPE = {
  TEXT: 1,
  KEYWORD: 2,
  INT: 3,
  DOUBLE: 4,
  BOOL: 5,
  DATETIME: 6,
  KEYWORD_LIST: 7,
} as const satisfies Record<SearchAttributeType, number>;

/** gRPC status codes. */
const [NOT_FOUND, ALREADY_EXISTS] = [5, 6];

/** The namespace has a search attribute of that name with another type, or does not get ready. */
export class NamespaceUnfit extends Error {
  override readonly name = 'NamespaceUnfit';
}

export interface NamespaceOptions {
  connection: Connection;
  namespace: string;
  /** How long closed workflows keep their history. An existing namespace's is only ever raised. */
  retentionDays: number;
  /** Name to type. Others that are there stay. */
  searchAttributes: Record<string, SearchAttributeType>;
}

/**
 * Makes the namespace with its search attributes, or adds what an existing one lacks; returns when
 * both can be used. Doing it again changes nothing.
 *
 * @throws NamespaceUnfit where an attribute is there with another type, which cannot be changed.
 */
export async function ensureNamespace(options: NamespaceOptions): Promise<void> {
  await ensureRetention(options);
  await ensureSearchAttributes(options);
  await waitUntilUsable(options);
}

async function ensureRetention(options: NamespaceOptions): Promise<void> {
  const { connection, namespace, retentionDays } = options;
  const { workflowService } = connection;
  const wanted = msToTs(`${retentionDays}d`);
  let kept: number;
  try {
    const { config } = await workflowService.describeNamespace({ namespace });
    kept = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
  } catch (error) {
    if (!hasCode(error, NOT_FOUND)) throw error;
    await workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: wanted })
      .catch((raced) => {
        // Another start made it between our look and our call.
        if (!hasCode(raced, ALREADY_EXISTS)) throw raced;
      });
    return;
  }
  if (kept >= Number(wanted.seconds)) return;
  await workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: wanted },
  });
}

async function ensureSearchAttributes(options: NamespaceOptions): Promise<void> {
  const { connection, namespace, searchAttributes } = options;
  const present = await whenKnown(() =>
    connection.operatorService.listSearchAttributes({ namespace }),
  );
  const missing: Record<string, number> = {};
  for (const [name, type] of Object.entries(searchAttributes)) {
    const has = present.customAttributes?.[name];
    if (has === undefined || has === null) missing[name] = INDEXED_VALUE_TYPE[type];
    else if (has !== INDEXED_VALUE_TYPE[type]) {
      throw new NamespaceUnfit(
        `namespace ${namespace} has the search attribute ${name} with type number ${has} instead of ${type}; types cannot be changed, so use another namespace`,
      );
    }
  }
  if (Object.keys(missing).length === 0) return;
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: missing });
}

/**
 * The server looks namespaces and attributes up in caches that it renews every now and then: a
 * question that names them all is answered once they can be used.
 */
async function waitUntilUsable(options: NamespaceOptions): Promise<void> {
  const { connection, namespace, searchAttributes } = options;
  const names = Object.keys(searchAttributes);
  const query = names.map((name) => `\`${name}\` IS NULL`).join(' AND ');
  await whenKnown(() =>
    connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1, query }),
  );
}

/** Asks again, at most 30 s, while the server says that it does not know the name yet. */
async function whenKnown<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const notYet = hasCode(error, NOT_FOUND) || isUnknownAttribute(error);
      if (!notYet) throw error;
      if (Date.now() > until) {
        throw new NamespaceUnfit('the namespace was made but the server does not know it', {
          cause: error,
        });
      }
      await delay(100);
    }
  }
}

function isUnknownAttribute(error: unknown): boolean {
  const invalidArgument = 3;
  return hasCode(error, invalidArgument) && /search attribute/i.test(String(error));
}

function hasCode(error: unknown, code: number): boolean {
  return isGrpcServiceError(error) && error.code === code;
}
