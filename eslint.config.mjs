import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The layers of docs/architecture.md as a lint rule: in `files`, an import must match `allowed` (a regular
 * expression over the import's text), or it is an error that says `says`.
 */
const layer = (files, allowed, says) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ regex: `^(?!(?:${allowed})$)`, message: says }] }],
  },
});

/** An import of a part's own files: with the folders of a part, `..` leads from one to another, and not out of it. */
const here = '\\.\\.?/(?!(?:\\.\\./)*(?:core|words|features|host|lsp|cli|exchange|client|server)/).*';

/**
 * The folders of the core; each imports from those before it, and from its own. A folder in a folder (`plan/exchange`)
 * has its own place in the row.
 */
const coreFolders = [
  'text',
  'tables',
  'yaml',
  'commonmark',
  'markdown',
  'frontMatter',
  'standard',
  'mapping',
  'search',
  'evidence',
  'citations',
  'manifest',
  'plan',
  'plan/exchange',
  'portfolio',
  'matrix',
  'assessor',
  'due',
  'pack',
  'migration',
  'rules',
  'index',
  'history',
  'history/story',
  'drafting',
  'report',
  'answers',
];

/** The same of the host: how it starts, what every source of files is, then the disk, git, and the workspace that reads from them. */
const hostFolders = ['start', 'files', 'disk', 'git', 'workspace'];

/** The same of the features. */
const featureFolders = ['text', 'editing', 'plan', 'completion', 'navigation', 'hover', 'views', 'fixes'];

/** The same of the exchange; above them stands what knows all formats. */
const exchangeFolders = ['parts', 'grids', 'due', 'xlsx', 'odf', 'docx', 'html'];

/** The same of the client; its entry points stand above them all. */
const clientFolders = [
  'host',
  'git',
  'words',
  'portfolios',
  'edits',
  'views',
  'marks',
  'elements',
  'details',
  'evidence',
  'walkthroughSteps',
  'coverage',
  'pages',
  'preview',
  'compare',
  'send',
  'exchange',
  'plan',
  'due',
  'report',
  'assistants',
  'edition',
  'thisFile',
  'forms',
  'forms/page',
];
const clientsOwn =
  '(?:\\.\\./)+server/(?:lsp/protocol|words/[^/.]*)|vscode|vscode-languageclient.*|node:.*|vscode-uri';

/** The same of the command line; the list of commands stands above them all, and `main.ts` above it. */
const cliFolders = [
  'output',
  'command',
  'folder',
  'sides',
  'standard',
  'check/outputs',
  'check',
  'rate',
  'coverage',
  'whatIf',
  'diff/outputs',
  'diff',
  'migrate',
  'show',
  'find',
  'due',
  'report',
  'plan',
  'matrix',
  'assessment',
  'pack',
  'mcp',
];
const clisOwn = '(?:\\.\\./)+(?:core|words|host|exchange)/[^.]*|node:.*|vscode-uri|diff';

/** A folder that has no place in its row could import from anywhere. */
const noneForgotten = (part, folders) => {
  const holdsCode = (name) => readdirSync(`${part}/${name}`).some((file) => file.endsWith('.ts'));
  const [forgotten] = readdirSync(part, { recursive: true, withFileTypes: true })
    .flatMap((one) => (one.isDirectory() ? relative(part, join(one.parentPath, one.name)) : []))
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => holdsCode(name) && !folders.includes(name));
  if (forgotten)
    throw new Error(`eslint.config.mjs: ${part}/${forgotten} has no place in the order of folders.`);
};
noneForgotten('server/core', coreFolders);
noneForgotten('server/host', hostFolders);
noneForgotten('server/features', featureFolders);
noneForgotten('client', clientFolders);
noneForgotten('server/cli', cliFolders);

const inOrder = (folders, pathOf, others) =>
  folders.map((name, at) => {
    const up = '\\.\\./'.repeat(name.split('/').length);
    const before = folders.slice(0, at);
    // A folder in a folder stands above the one that it is in, or below it.
    const parent = before.includes(name.replace(/\/[^/]*$/, '')) ? '|\\.\\./[^./]*' : '';
    const within = before.flatMap((one) => (one.startsWith(`${name}/`) ? one.slice(name.length + 1) : []));
    const own = within.length === 0 ? '' : `|\\./(?:${within.join('|')})/[^/]*`;
    return layer(
      [`${pathOf(name)}/*.ts`],
      `\\./[^/]*${own}${parent}${at === 0 ? '' : `|${up}(?:${before.join('|')})/[^/]*`}${others}`,
      `${pathOf(name)} imports from the folders before it only: see the order in eslint.config.mjs.`,
    );
  });

const parsers =
  'yaml|unified|remark-parse|remark-frontmatter|remark-gfm|mdast|mdast-util-to-string|unist-util-visit|' +
  'micromark-extension-gfm-(?:footnote|table)|mdast-util-gfm-(?:footnote|table)';
const pure = [
  'process',
  'Buffer',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'require',
  'global',
  'globalThis',
  'self',
  'window',
  'document',
  'navigator',
  'performance',
];

/** Functions of node:fs that make, change, move or remove something on the disk. */
const writing =
  '/^(?:write|append|rename|copyFile|cp$|cpSync|mk|rm|unlink|link|symlink|truncate|ftruncate|createWriteStream|chmod|chown|fchmod|fchown|lchown|utimes|open|promises)/';
const oneWriter =
  'Files are written by server/host/disk/wholeFile.ts, wholeFolder.ts and outputFile.ts only: whole, and following no link. Use writeWhole, writeUnlessChanged or writeOutput.';
const fromFileSystem = '[source.value=/^(?:node:)?fs(?:\\u002Fpromises)?$/]';
const nodesWriters = [
  {
    selector: `ImportDeclaration${fromFileSystem} > ImportSpecifier[imported.name=${writing}]`,
    message: oneWriter,
  },
  {
    selector: `ImportDeclaration[source.value=/^(?:node:)?fs\\u002Fpromises$/]`,
    message: oneWriter,
  },
  {
    selector: `MemberExpression[object.name=/^fsp?$/][property.name=${writing}]:not([property.name='openSync'])`,
    message: oneWriter,
  },
];

const clientsWriter =
  'The client writes files by client/host/wholeFile.ts only: whole, and never over another. Texts that somebody may have open are changed by a WorkspaceEdit.';
/** VS Code's file system: reading is for everybody, and the whole of it is handed to that file alone. */
const vscodesWriters = [
  {
    selector: `MemberExpression[property.name=/^(?:writeFile|delete|rename|copy)$/]:matches([object.name=/^(?:fs|files)$/], [object.property.name='fs'])`,
    message: clientsWriter,
  },
  {
    selector: `VariableDeclarator[init.type='MemberExpression'][init.object.name='workspace'][init.property.name='fs']`,
    message: clientsWriter,
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      '.vscode-test/**',
      'test/e2e/.output/**',
      '.bench/**',
      '.mutation/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['core', 'words', 'features', 'exchange'].map((part) => `server/${part}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', ...pure],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Nothing here reads the clock: take `today` as an argument.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Nothing here reads the clock: take `today` as an argument.',
        },
      ],
    },
  },
  {
    files: ['server/**/*.ts', 'client/**/*.ts'],
    ignores: [
      'server/core/**',
      'server/words/**',
      'server/features/**',
      'server/exchange/**/*.ts',
      ...['wholeFile', 'wholeFolder', 'outputFile', 'folderLock'].map(
        (name) => `server/host/disk/${name}.ts`,
      ),
      // It writes what can be made again, to a folder of its own, and at a start nothing else is loaded for it.
      'server/host/start/keptCode.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...nodesWriters],
    },
  },
  {
    // Beside what holds for all of the client, which another block of the same rule would replace.
    files: ['client/**/*.ts'],
    ignores: ['client/host/wholeFile.ts'],
    rules: { 'no-restricted-syntax': ['error', ...nodesWriters, ...vscodesWriters] },
  },
  {
    files: ['client/**/*.ts'],
    ignores: ['client/host/notices.ts', 'client/host/pickers.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['Information', 'Warning', 'Error'].map((kind) => ({
          object: 'window',
          property: `show${kind}Message`,
          message: `Say it with show${kind} of client/host/notices.ts, which lets no text become a link.`,
        })),
        {
          object: 'window',
          property: 'setStatusBarMessage',
          message: 'Say it with showDone of client/host/notices.ts, which lets no text become an icon.',
        },
        ...['showQuickPick', 'createQuickPick', 'showInputBox', 'createInputBox'].map((property) => ({
          object: 'window',
          property,
          message: 'Ask it with client/host/pickers.ts, which shows titles as they stand.',
        })),
      ],
    },
  },
  layer(
    ['server/words/**/*.ts'],
    '\\./[^/]*',
    'Words are the ground floor: the server, the command line and the client say the same with them.',
  ),
  ...inOrder(coreFolders, (name) => `server/core/${name}`, `|(?:\\.\\./)+words/[^/.]*|${parsers}`),
  // After the row, of which it is one: these packages are its own.
  layer(
    ['server/core/search/*.ts'],
    '\\./[^/]*|\\.\\./(?:text|standard)/[^/]*|minisearch|stemmer',
    'Search knows a standard and its words, and no other part of a portfolio. It is loaded when somebody searches.',
  ),
  layer(
    ['server/exchange/*.ts', 'server/exchange/standards/*.ts'],
    `${here}|(?:\\.\\./)+(?:core|words)/[^.]*`,
    'Formats of other programs: the core, and what unpacks and tokenises. No Node: it runs in a browser too.',
  ),
  ...inOrder(
    exchangeFolders,
    (name) => `server/exchange/${name}`,
    '|(?:\\.\\./)+(?:core|words)/[^.]*|fflate|htmlparser2',
  ),
  // Beside the row: these packages are its own.
  layer(
    ['server/exchange/pack/*.ts'],
    '\\./(?:(?:html|markdown|remark)/)?[^/]*|\\.\\./parts/[^/]*|(?:\\.\\./)+(?:core|words)/[^.]*|hast|htmlparser2|fflate',
    'The pages of a pack: the core, and what makes HTML of Markdown. No Node: what is read and written is not its business.',
  ),
  layer(
    ['server/exchange/pack/html/*.ts'],
    '\\./[^/]*|hast|htmlparser2',
    'HTML as a tree: read, made harmless, and written. No part of a portfolio is known in it.',
  ),
  layer(
    ['server/exchange/pack/markdown/*.ts'],
    '\\./[^/]*|\\.\\./html/rawHtml|hast|markdown-it',
    'Markdown the quick way: text in, a tree out. No part of a portfolio is known in it.',
  ),
  layer(
    ['server/exchange/pack/remark/*.ts'],
    '\\./[^/]*|\\.\\./markdown/[^/]*|(?:\\.\\./)+core/markdown/[^.]*|hast|mdast|mdast-util-to-hast',
    'Markdown by remark: text in, a tree out. No part of a portfolio is known in it.',
  ),
  layer(
    ['server/exchange/reports/*.ts'],
    '\\./[^/]*|\\.\\./(?:parts|odf)/[^/]*|(?:\\.\\./)+(?:core|words)/[^.]*',
    'The formats of a report: the core, and the parts that files of each format have.',
  ),
  // A feature is a function of the core in the protocol's data types; it has no connection.
  ...inOrder(
    featureFolders,
    (name) => `server/features/${name}`,
    '|(?:\\.\\./)+(?:core|words)/[^.]*|vscode-languageserver-types',
  ),
  ...inOrder(
    hostFolders,
    (name) => `server/host/${name}`,
    '|(?:\\.\\./)+(?:core|words)/[^.]*|node:.*|ignore|vscode-uri|vscode-languageserver-textdocument',
  ),
  layer(
    ['server/lsp/**/*.ts'],
    `${here}|(?:\\.\\./)+(?:core|words|features|host|exchange)/[^.]*|vscode-languageserver.*|vscode-jsonrpc|vscode-uri`,
    'The connection: no Node, no DOM, no vscode.',
  ),
  // A folder that is not in the order stands above those that are.
  layer(
    ['server/cli/**/*.ts'],
    `${here}|${clisOwn}`,
    'The command line uses the core, the host and the exchange of plans.',
  ),
  ...inOrder(cliFolders, (name) => `server/cli/${name}`, `|${clisOwn}`),
  // After the row, of which it is one: the protocol is its own.
  layer(
    ['server/cli/mcp/*.ts'],
    `\\./[^/]*|\\.\\./(?:output|command|folder|sides|diff/outputs)/[^/]*|${clisOwn}|@modelcontextprotocol/sdk/.*`,
    'The protocol of assistants is known here alone, and loaded when somebody serves it.',
  ),
  layer(['client/*.ts'], `\\./.*|${clientsOwn}`, 'The client knows the server by its protocol only.'),
  ...inOrder(clientFolders, (name) => `client/${name}`, `|${clientsOwn}`),
  // After the row, of which it is one: it runs in a page, where there is no VS Code; these packages are its own.
  layer(
    ['client/forms/page/*.ts'],
    '\\./[^/]*|\\.\\./[^./]*|lit(?:/directives/[^/]*)?|@vscode-elements/elements/dist/[^.]*/index\\.js',
    'What runs in a page knows the messages and the rows of client/forms, and the components that pages are made of.',
  ),
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
