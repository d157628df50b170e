import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const at = (folder) => `./src/${folder}`;
const rooms = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map((each) => each.name);

// lib → ui → pickers → features → app: each may import only what stands to its left. api stands beside lib.
const zones = [
  {
    target: at('lib'),
    from: ['ui', 'pickers', 'features', 'app', 'api'].map(at),
    message: 'lib imports nothing of ours.',
  },
  { target: at('api'), from: ['ui', 'pickers', 'features', 'app'].map(at), message: 'api imports lib only.' },
  { target: at('ui'), from: ['pickers', 'features', 'app', 'api'].map(at), message: 'ui imports lib only.' },
  { target: at('pickers'), from: ['features', 'app'].map(at), message: 'pickers import lib, api and ui.' },
  { target: at('features'), from: [at('app')], message: 'A feature never imports app.' },
  ...rooms.map((room) => ({
    target: at(`features/${room}`),
    from: at('features'),
    except: [`./${room}`],
    message: 'A feature never imports a feature.',
  })),
];

/** What must never be written anywhere. */
const never = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Never put text of a record into the page as HTML.',
  },
  {
    selector: "JSXAttribute[name.name='type'][value.value='date']",
    message: 'The native date field follows the Windows region: use DateField.',
  },
  {
    selector: "JSXOpeningElement[name.name='style']",
    message: 'The content security policy refuses inline style tags.',
  },
];
const placeAsKey = {
  selector:
    "JSXAttribute[name.name='key'] > JSXExpressionContainer > Identifier[name=/^(i|index|idx|n|nth|at|place)$/]",
  message: 'A row is no place: with its index as key, the next row takes over what was typed. Use editRows or rowKey.',
};
// What day it is comes from Go: a page of its own mind would show another day than the one that is stored.
const ownClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Go tells the day: useDesk().today.' },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Go tells the day; what only measures time uses performance.now().',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'wailsjs', 'test-results', 'public', 'theme'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-cycle': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'antd',
              importNames: [
                'Modal',
                'Drawer',
                'Table',
                'DatePicker',
                'TimePicker',
                'Calendar',
                'message',
                'notification',
                'Form',
              ],
              message: 'Use ConfirmDialog, FormDrawer, DataTable, DateField, useNotice of the kit.',
            },
          ],
          patterns: [{ group: ['**/wailsjs/**'], message: 'Only src/api talks to Go.' }],
        },
      ],
      'no-restricted-syntax': ['error', ...never, ...ownClock, placeAsKey],
      'max-lines': ['error', { max: 300 }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  { files: ['e2e/**'], rules: { 'no-restricted-syntax': ['error', ...ownClock] } },
  // One row a screen: a table may be long, and the gallery shows every piece of the kit once.
  { files: ['src/app/routes.tsx', 'gallery/main.tsx'], rules: { 'max-lines': 'off' } },
  // Drawn as a whole and never typed into: there the place is the row.
  {
    files: [
      'src/app/Markdown.tsx',
      'src/features/reports/WordingPassage.tsx',
      'src/features/fulfilment/YearMatrix.tsx',
      'src/ui/PdfPage.tsx',
    ],
    rules: { 'no-restricted-syntax': ['error', ...never, ...ownClock] },
  },
  { files: ['src/api/**'], rules: { 'no-restricted-imports': 'off' } },
);
