import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

// What the repository's papers say about its folders, files and commands.
const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const folders = (of: string) =>
  readdirSync(path.join(root, of), { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map((each) => each.name);
const papers = [
  'README.md',
  'frontend/README.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((each) => each.endsWith('.md'))
    .map((each) => `docs/${each}`),
  ...readdirSync(path.join(root, 'docs/adr')).map((each) => `docs/adr/${each}`),
];

/** What stands in backticks, the code blocks left out. */
const quoted = (file: string) =>
  [
    ...read(file)
      .replace(/^```[^]*?^```/gm, '')
      .matchAll(/`([^`\n]+)`/g),
  ].map((m) => m[1]!);

/** Names in the first column of the table under this heading. */
function listed(heading: string): string[] {
  const table = read('docs/ARCHITECTURE.md').split(`| ${heading} |`)[1]!.split('\n\n')[0]!;
  return [...table.matchAll(/^\| (`[^|]+`) \|/gm)]
    .flatMap((row) => [...row[1]!.matchAll(/`(\w+)`/g)].map((m) => m[1]!))
    .sort();
}

const packages = folders('backend');

/** Everything a Go package says outside its tests. */
const sourceOf = (name: string) =>
  readdirSync(path.join(root, 'backend', name))
    .filter((each) => each.endsWith('.go') && !each.endsWith('_test.go'))
    .map((each) => read(`backend/${name}/${each}`))
    .join('\n');

describe('docs/ARCHITECTURE.md', () => {
  const screens = folders('frontend/src/features');
  it('has a row for every package, in the order of imports', () => {
    const order = read('backend/desk/imports_test.go').split('var order = ')[1]!.split('\n}\n')[0]!;
    const imported = [...order.matchAll(/"(\w+)"/g)].map((m) => m[1]!);
    const table = read('docs/ARCHITECTURE.md').split('| package | owns |')[1]!.split('\n\n')[0]!;
    const rows = [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap((row) => [...row[1]!.matchAll(/`(\w+)`/g)]);
    const named = rows.map((m) => m[1]!).filter((each) => each !== 'main');
    expect([...named].sort()).toEqual([...packages].sort());
    expect(named.filter((each) => imported.includes(each))).toEqual(imported);
  });
  it('names every folder of screens without a package', () =>
    expect(listed('folder of screens without a package | why')).toEqual(
      screens.filter((each) => !packages.includes(each)).sort(),
    ));
  it('names every package without a folder of screens', () =>
    expect(listed('package without a folder of screens | why')).toEqual(
      packages.filter((each) => !screens.includes(each)).sort(),
    ));
});

/** Made by a build or a run, so not in a fresh clone. */
const MADE = /^(\.\.\/|out\/|build\/(bin|\.tools|windows\/webview2)\b|dist\b|src\/x)/;
/** Where a paper may stand while it names a file. */
const FROM = ['', 'backend', 'docs', 'frontend', 'frontend/src'];

/** Whether a file or folder has this name; `*` in its last part stands for anything. */
function stands(file: string): boolean {
  if (!file.includes('*')) return existsSync(file);
  const name = new RegExp(`^${path.basename(file).replaceAll('.', '\\.').replace('*', '.*')}$`);
  return existsSync(path.dirname(file)) && readdirSync(path.dirname(file)).some((each) => name.test(each));
}

describe.each(papers)('%s', (file) => {
  it('names what stands in the package it names', () => {
    const gone = quoted(file)
      .map((each) => /^(\w+)\.([A-Za-z]\w+)$/.exec(each))
      .filter((m) => m !== null && packages.includes(m[1]!))
      .filter((m) => !new RegExp(`(func|type|var|const|\\)|^\\s+) ?${m![2]}\\b`, 'm').test(sourceOf(m![1]!)))
      .map((m) => m![0]);
    expect(gone).toEqual([]);
  });

  it('names files and folders that exist', () => {
    const paths = quoted(file)
      .map((each) => each.replace(/^\.\//, ''))
      .filter((each) => /^\.?\w[\w.*-]*(\/[\w.*-]*)+$/.test(each) && !MADE.test(each))
      // What begins with no folder of ours is no path: the folders of an installed program, "access.Read/Write".
      .filter((each) => FROM.some((from) => existsSync(path.join(root, from, each.split('/')[0]!))));
    const gone = paths.filter(
      (each) => !FROM.some((from) => stands(path.join(root, from, each.replace('NNNN_name', '*')))),
    );
    expect(gone).toEqual([]);
  });

  it('names commands that exist', () => {
    const targets = new Set([...read('Makefile').matchAll(/^([\w-]+):/gm)].map((m) => m[1]!));
    const scripts = (JSON.parse(read('frontend/package.json')) as { scripts: Record<string, string> }).scripts;
    const wrong = [...read(file).matchAll(/\b(make|npm run) ([a-z][\w-]*)/g)]
      .filter((m) => new RegExp(`[\`&] ?${m[0]}|^ *${m[0]}`, 'm').test(read(file)))
      .filter((m) => (m[1] === 'make' ? !targets.has(m[2]!) : !(m[2]! in scripts)))
      .map((m) => m[0]);
    expect(wrong).toEqual([]);
    const tested = [...read(file).matchAll(/\.\/(backend\/[\w/]+)/g)].map((m) => m[1]!);
    expect(tested.filter((each) => !existsSync(path.join(root, each)))).toEqual([]);
  });
});
