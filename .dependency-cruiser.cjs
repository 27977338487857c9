// Imports go one way. Run by `npm run check`; docs/technical-description.md has the picture.
require('./.ci/readTypeScript.cjs');

/** What each folder may import beside itself. Whatever is not listed here is refused. */
const MAY_IMPORT = {
  contracts: [],
  security: ['contracts'],
  domain: ['contracts'],
  letters: ['contracts', 'domain'],
  db: ['contracts', 'domain'],
  workflows: ['contracts', 'activities'],
  activities: ['contracts', 'domain', 'letters', 'db'],
  post: ['contracts', 'domain', 'letters', 'db', 'security'],
  api: ['contracts', 'domain', 'letters', 'db', 'security', 'cli/check'],
  'cli/check': ['contracts', 'domain'],
  worker: ['contracts', 'domain', 'db', 'security', 'activities', 'post'],
};

/** These compose the others and are imported by nobody but each other. */
const COMPOSERS = ['bin', 'cli', 'serve', 'dev', 'bench', 'tests'];

const inside = (folders) => `^(?:${folders.join('|')})/`;
const ours = inside([...Object.keys(MAY_IMPORT), ...COMPOSERS]);
const packages = (names) => `^node_modules/(?:@types/)?(?:${names.join('|')})/`;

module.exports = {
  forbidden: [
    ...Object.entries(MAY_IMPORT).map(([folder, others]) => ({
      name: `${folder}-imports`,
      comment: `${folder} may import ${['itself', ...others].join(', ')}`,
      severity: 'error',
      from: { path: inside([folder]) },
      to: { path: ours, pathNot: inside([folder, ...others]) },
    })),
    {
      name: 'workflows-know-activities-as-types',
      comment:
        'an activity runs outside the workflow sandbox: a workflow proxies it, and imports its type alone',
      severity: 'error',
      from: { path: inside(['workflows']) },
      to: { path: inside(['activities']), dependencyTypesNot: ['type-import'] },
    },
    {
      name: 'workflows-packages',
      comment:
        "the workflow sandbox holds Temporal's own packages and nothing of Node, of the database or of the network",
      severity: 'error',
      from: { path: inside(['workflows']) },
      to: { pathNot: [ours, packages(['@temporalio/workflow', '@temporalio/common'])] },
    },
    {
      name: 'contracts-packages',
      comment: 'everybody imports contracts, workflows included: zod, and nothing of Node',
      severity: 'error',
      from: { path: inside(['contracts']) },
      to: { pathNot: [ours, packages(['zod'])] },
    },
    {
      name: 'domain-packages',
      comment:
        'the domain is pure: no input or output, now is a parameter; temporal-polyfill/implementation for the zone rules',
      severity: 'error',
      from: { path: inside(['domain']) },
      to: { pathNot: [ours, '^node_modules/temporal-polyfill/implementation'] },
    },
    {
      name: 'letters-packages',
      comment: 'letters are composed and rendered purely; who sends them is post/',
      severity: 'error',
      from: { path: inside(['letters']) },
      to: { pathNot: [ours, packages(['preact', 'preact-render-to-string'])] },
    },
    {
      name: 'commands-load-what-they-run-on',
      comment:
        'a command imports the engine, its API and its packages when it is given: a check does not wait for Temporal',
      severity: 'error',
      from: { path: inside(['cli']), pathNot: '^cli/temporal\\.ts$' },
      to: {
        path: [
          inside(['serve', 'dev', 'worker', 'api', 'activities', 'workflows', 'post', 'db']),
          '^cli/temporal\\.ts$',
          packages(['@temporalio', 'fastify', 'pg']),
        ],
        pathNot: '^db/access/tokens\\.ts$', // holds the roles that a token may have, and loads nothing
        dynamic: false,
        dependencyTypesNot: ['type-import'],
      },
    },
    {
      name: 'no-bare-temporal-polyfill',
      comment:
        "on a Node with a native Temporal the bare import escapes the workflow sandbox's clock",
      severity: 'error',
      from: { path: ours },
      to: {
        path: packages(['temporal-polyfill']),
        pathNot: '^node_modules/temporal-polyfill/implementation',
      },
    },
    {
      name: 'no-circle',
      comment:
        'modules that need each other at run time are one module; types may refer to each other',
      severity: 'error',
      from: { path: ours },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-import'] } },
    },
    {
      name: 'tests-stay-outside',
      comment: 'nothing that ships knows of tests or benches',
      severity: 'error',
      from: { path: ours, pathNot: inside(['tests', 'bench']) },
      to: { path: inside(['tests', 'bench']) },
    },
    {
      name: 'ships-without-dev-dependencies',
      comment: 'whatever runs without tests must work after npm ci --omit=dev',
      severity: 'error',
      from: { path: ours, pathNot: inside(['tests', 'bench']) },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-import'] },
    },
    {
      name: 'listed-in-package-json',
      comment: 'a package that only another package installs may vanish with it',
      severity: 'error',
      from: { path: ours },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere; local ones carry their extension (.ts, .tsx)',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:\\.dondoc|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
