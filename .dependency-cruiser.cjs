// The walls between the folders of src/, for imports and for packages; types count as well.
// A folder that is not in this table may not exist.
const walls = {
  problem: { folders: [], packages: ['valibot'] },
  engine: { folders: [], packages: [] },
  compile: { folders: ['problem', 'engine'], packages: [] },
  derive: { folders: ['engine'], packages: [] },
  worker: { folders: ['problem', 'engine'], packages: [] },
  store: {
    folders: ['problem', 'engine', 'compile', 'derive', 'worker'],
    packages: ['zustand', 'zundo'],
  },
  diagram: {
    folders: ['engine', 'derive'],
    packages: ['d3[a-z-]*', '@types/d3[a-z-]*', '@dagrejs/[a-z]+'],
  },
  view: {
    folders: ['problem', 'engine', 'compile', 'derive', 'worker', 'store', 'diagram'],
    packages: [
      '@codemirror/[a-z]+',
      '@lezer/highlight',
      'react',
      'react-dom',
      '@types/react',
      '@types/react-dom',
      'katex',
      'lean-qr',
      '@fontsource/dejavu-sans',
      'zustand',
      'idb',
    ],
  },
  cli: { folders: ['problem', 'engine', 'compile', 'derive'], packages: [], node: true },
};

const names = Object.keys(walls);

const rulesOf = ([folder, { folders, packages, node = false }]) => [
  {
    name: `${folder}-folders`,
    comment: `src/${folder} may import ${folders.join(', ') || 'no other folder'}.`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^src/', pathNot: `^src/(${[folder, ...folders].join('|')})/` },
  },
  {
    name: `${folder}-packages`,
    comment: `src/${folder} may use ${packages.join(', ') || 'no package'}.`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: {
      path: 'node_modules/',
      ...(packages.length && { pathNot: `node_modules/(${packages.join('|')})/` }),
    },
  },
  ...(node
    ? []
    : [
        {
          name: `${folder}-no-node`,
          comment: `src/${folder} runs in a browser.`,
          severity: 'error',
          from: { path: `^src/${folder}/` },
          to: { dependencyTypes: ['core'] },
        },
      ]),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(walls).flatMap(rulesOf),
    {
      name: 'worker-door',
      comment: 'The page reaches the worker through its client and protocol only.',
      severity: 'error',
      from: { path: '^src/(store|view|main)' },
      to: { path: '^src/worker/', pathNot: '^src/worker/(client|protocol|index)' },
    },
    {
      name: 'known-folders',
      comment: 'A new folder of src/ needs its place in the table above.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${names.join('|')})/` },
      to: {},
    },
    {
      name: 'no-import-of-main',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.(test|testing)\\.tsx?$)|/testing/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
};
