import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { addAudit } from '../cli/commands/audit.ts';
import { addCheck } from '../cli/commands/check.ts';
import { addErase } from '../cli/commands/erase.ts';
import { addMigrate } from '../cli/commands/migrate.ts';
import { addPreview } from '../cli/commands/preview.ts';
import { addPreviewAmendment } from '../cli/commands/previewAmendment.ts';
import { addRehearse } from '../cli/commands/rehearse.ts';
import { addRestoreProcesses } from '../cli/commands/restoreProcesses.ts';
import { addSchema } from '../cli/commands/schema.ts';
import { addServe } from '../cli/commands/serve.ts';
import { addStart } from '../cli/commands/start.ts';
import { addToken } from '../cli/commands/token.ts';
import { AuditCode } from '../contracts/audit.ts';
import { DECISION_KINDS } from '../domain/rights/decisionKinds.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const documents = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const readAll = (): string => documents.map(read).join('\n');
const found = (pattern: RegExp): string[] => [
  ...new Set([...readAll().matchAll(pattern)].map(([, word]) => word ?? '')),
];

test('every npm script that the documents name exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...found(/npm run ([a-z:]+)/g), 'start', 'test'];
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(named.length).toBeGreaterThan(4);
});

test('every dondoc command and option that the documents name exists, and the README names every command', () => {
  const program = new Command();
  for (const add of [
    addCheck,
    addAudit,
    addErase,
    addMigrate,
    addRestoreProcesses,
    addPreview,
    addPreviewAmendment,
    addRehearse,
    addSchema,
    addServe,
    addStart,
  ]) {
    add(program);
  }
  addToken(program);
  const commands = new Map(program.commands.map((command) => [command.name(), command]));
  expect(found(/npx dondoc ([a-z-]+)/g).filter((name) => !commands.has(name))).toEqual([]);

  const readme = read('README.md');
  const isNamed = (name: string): boolean =>
    readme.includes(`npx dondoc ${name}`) || readme.includes(`\`${name}\``);
  expect([...commands.keys()].filter((name) => !isNamed(name))).toEqual([]);

  const unknown = readme.split('\n').flatMap((line) => {
    const name = /^\| `npx dondoc ([a-z-]+)/.exec(line)?.[1];
    const options = commands.get(name ?? '')?.options.map(({ long }) => long) ?? [];
    const told = name === undefined ? [] : (line.match(/--[a-z]+/g) ?? []);
    return told.filter((option) => !options.includes(option));
  });
  expect(unknown).toEqual([]);
});

test('the technical description names every kind of decision and every table, operations every code of the auditor', () => {
  const description = read('docs/technical-description.md');
  const tables = readdirSync(join(root, 'db/migrations')).flatMap((name) =>
    [...read(join('db/migrations', name)).matchAll(/^create (?:unlogged )?table (\w+)/gm)].map(
      ([, table]) => table ?? '',
    ),
  );
  expect(tables.length).toBeGreaterThan(40);
  const wanted = [...DECISION_KINDS, ...tables];
  expect(wanted.filter((name) => !description.includes(`\`${name}\``))).toEqual([]);

  const operations = read('docs/operations.md');
  expect(AuditCode.options.filter((code) => !operations.includes(`\`${code}\``))).toEqual([]);
});

test('every link in the documents leads somewhere', () => {
  const missing = documents.flatMap((document) => {
    const links = [...read(document).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
      ([, to]) => to ?? '',
    );
    return links.filter((to) => !existsSync(join(root, dirname(document), to)));
  });
  expect(missing).toEqual([]);
});

test('.env.example names every variable of live mode and of docker-compose.yml', () => {
  const told = new Set([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));
  const ofServe = [...read('serve/settings.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map(
    ([, name]) => name,
  );
  const ofCompose = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+):\?/g)].map(
    ([, name]) => name,
  );
  const wanted = [...ofServe, ...ofCompose, 'DATABASE_OWNER_URL'];
  expect(wanted.filter((name) => !told.has(name))).toEqual([]);
  expect(ofServe.length).toBeGreaterThan(8);
});

test('docker-compose.yml names each image with its exact version, and bakes in no password', () => {
  const compose = parse(read('docker-compose.yml')) as {
    services: Record<string, { image: string; environment?: Record<string, string> }>;
  };
  for (const [name, { image, environment = {} }] of Object.entries(compose.services)) {
    expect(image, name).toMatch(/:v?\d+\.\d+(\.\d+)?([-a-z0-9.]+)?$/);
    for (const [variable, value] of Object.entries(environment)) {
      if (/PASSWORD|PWD|SECRET|_URL$/.test(variable)) expect(value, variable).toContain('${');
    }
  }
});

test('.ci/run finds the test command of the README', () => {
  const section = read('README.md')
    .split(/^## /m)
    .find((part) => part.startsWith('Running the tests'));
  expect(section).toContain('```sh\nnpm ci && npm test\n```');
});
