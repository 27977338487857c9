import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

interface Operation {
  requestBody?: { content: Record<string, unknown> };
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: unknown[];
  responses: Record<string, { content?: Record<string, unknown>; description?: string }>;
}

async function operations(): Promise<{ name: string; operation: Operation }[]> {
  const answer = await office.api.inject('/docs/json');
  const document = answer.json();
  expect(document.openapi).toBe('3.1.0');
  return Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method} ${path}`,
      operation,
    })),
  );
}

test('describes every operation: an id of its own, a summary, a description and its problems', async () => {
  const all = await operations();
  expect(all.length).toBeGreaterThan(40);
  const ids = all.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(all.length);
  for (const { name, operation } of all) {
    expect(operation.operationId, name).toMatch(/^[a-z][A-Za-z]+$/);
    expect(operation.summary, name).toBeTruthy();
    expect(operation.description, name).toBeTruthy();
    expect(operation.tags, name).toHaveLength(1);
    const statuses = Object.keys(operation.responses);
    expect(statuses, name).toEqual(expect.arrayContaining(['429', '500']));
    if (operation.security === undefined) {
      expect(statuses, name).toEqual(expect.arrayContaining(['401', '403']));
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      const isProblem = Number(status) >= 400 && !(name === 'get /ready' && status === '503');
      if (isProblem) {
        expect(Object.keys(response.content ?? {}), `${name} ${status}`).toEqual([
          'application/problem+json',
        ]);
      }
    }
  }
});

test('describes the body of whatever is sent, forms with files and YAML too', async () => {
  const all = await operations();
  const bodiless = all
    .filter(({ name, operation }) => /^(post|put) /.test(name) && !operation.requestBody)
    .map(({ operation }) => operation.operationId);
  expect(bodiless).toEqual(['revokeToken']);
  const typesOf = (id: string) => {
    const found = all.find(({ operation }) => operation.operationId === id);
    return Object.keys(found?.operation.requestBody?.content ?? {});
  };
  expect(typesOf('takeSubmission')).toEqual(['application/json', 'multipart/form-data']);
  expect(typesOf('loadNotice')).toContain('application/yaml');
});

test('lists no page that people open by a link', async () => {
  const all = await operations();
  expect(all.filter(({ name }) => !/\/api\/v1\/|\/health$|\/ready$/.test(name))).toEqual([]);
});

test('serves its description as a page', async () => {
  const answer = await office.api.inject('/docs/');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toContain('text/html');
  const policy = String(answer.headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/https?:|unsafe/);
});
