import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const rooms = path.join(import.meta.dirname, 'features');
const files = readdirSync(rooms, { recursive: true, encoding: 'utf8' })
  .filter((each) => /\.tsx?$/.test(each) && !each.includes('.test.'))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(path.join(rooms, name), 'utf8') }));

/** How one looks, or one button, not what a list is narrowed to. */
const LOOKS = new Set(['calendar.view', 'week.mine']);
/** Files that keep a filter for others, and who shows it. */
const SHOWN_BY: Record<string, string> = {
  'activities/useLogFilter.ts': 'activities/LogFilters.tsx',
  'matters/useMatterFilter.ts': 'matters/MatterFilters.tsx',
  'papers/usePaperFilter.ts': 'papers/PaperFilters.tsx',
  'fulfilment/useScope.ts': 'fulfilment/ScopeFilters.tsx',
};

describe('every list with a filter that lasts', () => {
  const keeping = files.filter(({ text }) =>
    [...text.matchAll(/useKept(?:State|Filter)(?:<[^(]*>)?\('([^']+)'/g)].some(([, key]) => !LOOKS.has(key!)),
  );

  it('is found', () => expect(keeping.length).toBeGreaterThanOrEqual(12));

  it.each(keeping.map((each) => each.name))('%s keeps it under a name as well', (name) => {
    const shown = files.find((each) => each.name === (SHOWN_BY[name] ?? name))!;
    expect(shown.text).toMatch(/<SavedFilters|saved=\{\{|own=\{\{/);
  });

  it('has a name of its own for what people saved', () => {
    const names = files.flatMap(({ text }) =>
      [
        ...text.matchAll(/<SavedFilters\s+list="([^"]+)"/g),
        ...text.matchAll(/(?:saved|own)=\{\{\s*list: '([^']+)'/g),
      ].map(([, list]) => list!),
    );
    expect(names.length).toBeGreaterThanOrEqual(11);
    expect([...new Set(names)]).toEqual(names);
  });
});

describe('every list that fills its page', () => {
  it('goes out by itself: no page draws a button of its own for it', () =>
    expect(files.filter(({ text }) => text.includes('exchange.Export(') || text.includes('exchange.Print('))).toEqual(
      [],
    ));
});
