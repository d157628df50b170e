import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname);

function sheets(): { file: string; text: string }[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css') && !name.endsWith('antd.css'))
    .map((name) => ({
      file: relative(root, join(root, name)),
      text: readFileSync(join(root, name), 'utf8').replace(/\/\*[^]*?\*\//g, ''),
    }));
}

/** The class that a rule is about first: ".cn-list .cn-tag" belongs to cn-list, and may shape a piece of the kit inside it. */
function leadingClasses(text: string): string[] {
  const selectors = [...text.matchAll(/([^{}]+)\{/g)].flatMap((found) => found[1]!.split(','));
  return selectors.map((each) => /^\s*(?:html\S*\s+)?\.(cn-[\w-]+)/.exec(each)?.[1] ?? '').filter(Boolean);
}

test('a colour has a name in ui/base.css before a room uses it', () => {
  const raw = sheets()
    .filter(({ file }) => !file.startsWith('ui/'))
    .flatMap(({ file, text }) =>
      (text.match(/#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)/g) ?? []).map((colour) => `${file}: ${colour}`),
    );
  expect(raw).toEqual([]);
});

test('a class belongs to one sheet, so that no room moves what another draws', () => {
  const homes = new Map<string, Set<string>>();
  for (const { file, text } of sheets()) {
    // The kit's own sheets may share a class among themselves.
    const home = file.startsWith('ui/') ? 'ui' : file;
    for (const name of leadingClasses(text)) homes.set(name, (homes.get(name) ?? new Set()).add(home));
  }
  expect([...homes].filter(([, at]) => at.size > 1).map(([name, at]) => `${name}: ${[...at].join(', ')}`)).toEqual([]);
});
