import { ESLint } from 'eslint';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

// Proves that the lint zones bite, on text that is never written to disk.
const eslint = new ESLint({ cwd: path.resolve(import.meta.dirname, '..') });
const rules = async (code: string, file: string) =>
  (await eslint.lintText(code, { filePath: path.join(import.meta.dirname, file) }))[0]!.messages.map(
    (each) => each.ruleId,
  );
const rooms = readdirSync(path.join(import.meta.dirname, 'features'), { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map((each) => each.name);

describe('import zones', () => {
  it('a feature never imports a feature', async () => {
    const other = rooms.find((each) => each !== 'system')!;
    const file = readdirSync(path.join(import.meta.dirname, 'features', other))
      .find((each) => each.endsWith('.ts'))!
      .replace('.ts', '');
    expect(
      await rules(
        `import * as other from '../${other}/${file}';\nexport const kept = other;\n`,
        'features/system/labels.ts',
      ),
    ).toContain('import-x/no-restricted-paths');
    expect(
      await rules("import { roles } from './labels';\nexport const kept = roles;\n", 'features/system/AccountForm.tsx'),
    ).toEqual([]);
  }, 60_000);

  it('the kit knows neither rooms nor Go, and only src/api knows the generated calls', async () => {
    expect(
      await rules("import { units } from '../api/client';\nexport const kept = units;\n", 'ui/sessionState.ts'),
    ).toContain('import-x/no-restricted-paths');
    expect(
      await rules("import { show } from '../ui/sessionState';\nexport const kept = show;\n", 'lib/text.ts'),
    ).toContain('import-x/no-restricted-paths');
    expect(
      await rules(
        "import * as calls from '../../../wailsjs/go/units/Service';\nexport const kept = calls;\n",
        'features/system/labels.ts',
      ),
    ).toContain('no-restricted-imports');
  }, 60_000);

  it('no two files import each other', async () => {
    // RulesPage imports RuleSheet; a RuleSheet that imported RulesPage would close the circle.
    expect(
      await rules(
        "import { RulesPage } from './RulesPage';\nexport const RuleSheet = RulesPage;\n",
        'features/duties/RuleSheet.tsx',
      ),
    ).toContain('import-x/no-cycle');
  }, 60_000);

  it('refuses what the policy or the rules of typing refuse', async () => {
    expect(
      await rules("import { Modal } from 'antd';\nexport const kept = Modal;\n", 'features/system/labels.ts'),
    ).toContain('no-restricted-imports');
    expect(
      await rules(
        'export const Kept = () => <div dangerouslySetInnerHTML={{ __html: "" }} />;\n',
        'features/system/AccountForm.tsx',
      ),
    ).toContain('no-restricted-syntax');
    expect(
      await rules('export const Kept = () => <input type="date" />;\n', 'features/system/AccountForm.tsx'),
    ).toContain('no-restricted-syntax');
    for (const name of ['i', 'index', 'at'])
      expect(
        await rules(
          `export const Kept = ({ rows }: { rows: string[] }) => rows.map((row, ${name}) => <i key={${name}}>{row}</i>);\n`,
          'features/system/AccountForm.tsx',
        ),
      ).toContain('no-restricted-syntax');
  }, 60_000);
});
