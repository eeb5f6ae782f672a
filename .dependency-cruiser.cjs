// Who may knock on whose door. An import that no line here allows is an error, type imports included: a wall and not a wish.
const path = require('node:path');

const lib = (...rooms) => `^lib/(${rooms.join('|')})(/|\\.ts$)`;
const test = '\\.test\\.tsx?$|\\.fixture\\.ts$';

/** A room may import itself and what is named; nothing else of this project. */
const wall = (name, from, ...to) => ({
  name: `doors: ${name}`,
  severity: 'error',
  comment: `${name} may import ${to.length ? `itself and ${to.join(', ')}` : 'itself only'}`,
  from: { path: from, pathNot: test },
  to: { path: project, pathNot: [from, ...to], dependencyTypesNot: ['core'] },
});

const project = '^(app|components|lib|prisma|e2e|bench|\\.ci|[^/]+$)(/|$)';
const core = lib('core');
const env = lib('env');

/** Packages of the outer world that belong to certain rooms. */
const belongs = (name, packages, to) => ({
  name: `packages: ${name}`,
  severity: 'error',
  from: { path: '^(app|components|lib|proxy\\.ts|instrumentation\\.ts)', pathNot: [test, ...to] },
  to: { path: `^node_modules/(${packages.join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    wall('app', '^app/', '^components/', lib('services', 'client', 'auth', 'http', 'core'), '^package\\.json$'),
    wall('components', '^components/(?!ui/)', '^components/', lib('client', 'core')),
    wall('components/ui', '^components/ui/'),
    wall('cli', lib('cli'), lib('services'), core),
    wall('jobs', lib('jobs'), lib('services'), core),
    wall('services', lib('services'), lib('db', 'ingest', 'channels', 'connections', 'auth'), core, env),
    wall('http', lib('http'), lib('auth'), core),
    wall('db', lib('db'), core, env),
    wall('ingest', lib('ingest'), core),
    wall('channels', lib('channels'), lib('outside'), core),
    wall('connections', lib('connections'), lib('outside'), core),
    wall('outside', lib('outside')),
    wall('client', lib('client'), core),
    wall('auth', lib('auth'), lib('db'), core, env),
    wall('core', core),
    wall('env', env),
    wall('proxy', '^proxy\\.ts$', lib('auth'), core, env),
    wall('instrumentation', '^instrumentation\\.ts$', lib('jobs', 'auth'), env),
    wall('the sample', '^prisma/sample/', core),
    {
      name: 'core: packages',
      comment: 'the inner court is read without knowing any tool: its own files, big.js and zod, and the readers of text',
      severity: 'error',
      from: { path: core, pathNot: test },
      to: {
        dependencyTypesNot: ['local', 'aliased', 'aliased-tsconfig', 'aliased-tsconfig-paths'],
        pathNot: '^node_modules/(big\\.js|zod|yaml|csv-parse|@types/big\\.js)/',
      },
    },
    {
      name: 'no-test-from-outside',
      comment: 'a test and its fixtures are nobody else’s building material',
      severity: 'error',
      from: { pathNot: `${test}|^lib/runtime/` },
      to: { path: `${test}|^lib/runtime/test-` },
    },
    belongs('SQL and Prisma are spoken in lib/db alone', ['pg', 'pg-copy-streams', '@prisma', 'graphile-worker'], [lib('db', 'runtime')]),
    belongs('DuckDB is at home in lib/ingest, and in lib/db for the columnar copy', ['@duckdb'], [lib('ingest', 'db')]),
    belongs(
      'other clouds are reached by lib/connections',
      ['@aws-sdk', '@azure', '@google-cloud', 'ssh2', 'p-retry'],
      [lib('connections')],
    ),
    belongs('React is for what is seen', ['react', 'react-dom', 'recharts', 'radix-ui'], ['^app/', '^components/', lib('client', 'auth')]),
    belongs('charts are drawn in components/charts', ['recharts'], ['^components/charts/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^lib/db/generated/|^node_modules/(next|@types)/|^\\.next' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
