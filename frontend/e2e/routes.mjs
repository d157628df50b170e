// Every screen of the one table of routes, as addresses of the made-up office.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

/** The addresses of all screens: the lists, and one record where a screen opens at one. */
export async function addressesOf(page) {
  const table = await readFile(new URL('../src/app/routes.tsx', import.meta.url), 'utf8');
  const paths = [...table.matchAll(/^\s*path: '([^']+)',$/gm)].map(([, path]) => path);
  assert.equal(paths.length, table.match(/\bguide: '/g).length, 'every route has a path and a chapter');
  assert.ok(paths.length > 30, `${paths.length} routes`);
  const addresses = [];
  for (const path of paths) addresses.push(...(await opened(page, path)));
  return addresses;
}

/** The addresses of a route: its list, and one record where it opens at one. */
async function opened(page, path) {
  const list = `#/${path.split('/:')[0]}`;
  if (!path.includes('/:')) return [list];
  const optional = path.endsWith('?');
  const record = await page.evaluate(async (base) => {
    const rooms = window.go;
    if (base === '#/can-bo' || base === '#/phan-cong/ban-giao')
      return (await rooms.officers.Service.List({ text: '', limit: 1 })).items[0].id;
    if (base === '#/dia-ban') return (await rooms.units.Service.Search({ text: 'an', limit: 1 })).items[0].id;
    if (base === '#/phan-cong/quyet-dinh')
      return (await rooms.assignments.Service.Decisions({ text: '', limit: 1 })).items[0].id;
    if (base === '#/kien-nghi') return (await rooms.matters.Service.Register({ limit: 1 })).items[0]?.id;
    if (base === '#/bao-cao') return 'R1';
    return 'moi';
  }, list);
  return [...(optional ? [list] : []), ...(record ? [`${list}/${record}`] : [])];
}
