// A screen full of work: how many rows of each list and sheet of the made-up office are wholly in sight at 1366×768, its
// mark shown. Excel shows twenty-five; a list that shows three is not opened again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';
import { addressesOf } from './routes.mjs';

/** Rows that must be in sight: lists and sheets at the usual text, both at the largest. */
const LEAST = { list: 12, grid: 14, large: 4 };

let program, browser, page, wrong, addresses;

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(15_000);
  await signIn(page, 'quantri');
  addresses = await addressesOf(page);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/**
 * Every list and sheet of the screen: rows wholly in sight, rows in all, and how many more of the same height would find room. Of
 * several lists below each other the first counts; one inside a record's page is no list of the screen.
 */
function rowsInSight(ofRecord) {
  const seen = [];
  const first = ofRecord ? null : document.querySelector('.cn-page .cn-table-content table');
  const tables = [...document.querySelectorAll('.cn-table-fill table, .cn-grid table'), ...(first ? [first] : [])];
  for (const table of tables) {
    const box = table.parentElement;
    const edge = box.getBoundingClientRect();
    const head = table.querySelector('thead').getBoundingClientRect();
    const foot = table.querySelector('tfoot')?.getBoundingClientRect();
    const main = document.querySelector('#noi-dung').getBoundingClientRect();
    const top = Math.max(edge.top, head.bottom, main.top);
    const whole = table.closest('.cn-table, .cn-grid');
    const limit = Math.min(main.bottom, window.innerHeight);
    const bottom = Math.min(edge.bottom - box.clientTop, limit) - (foot ? foot.height : 0);
    const lines = [...table.querySelectorAll('tbody tr:not([aria-hidden])')].map((each) =>
      each.getBoundingClientRect(),
    );
    const inSight = lines.filter((each) => each.height > 0 && each.top >= top - 1 && each.bottom <= bottom + 1).length;
    const height = lines.length > 0 ? lines.reduce((sum, each) => sum + each.height, 0) / lines.length : 0;
    // What the table leaves free under its count line is room for more rows.
    const line = whole.querySelector('.cn-table-foot').getBoundingClientRect();
    const own = whole.classList.contains('cn-table-content') ? limit : whole.getBoundingClientRect().bottom;
    const below = Math.max(0, Math.min(own, limit) - line.bottom);
    const used = lines.length > 0 ? Math.min(lines.at(-1).bottom, bottom) : top;
    const room = height > 0 ? inSight + Math.floor((bottom - used + below) / height) : 0;
    seen.push({
      kind: table.closest('.cn-grid') ? 'grid' : 'list',
      label: table.getAttribute('aria-label'),
      all: Number(table.getAttribute('aria-rowcount') ?? lines.length + 1) - 1,
      inSight,
      room,
      height: Math.round(height),
      top: Math.round(top),
    });
  }
  return seen;
}

async function measure(size, least) {
  const short = [];
  for (const address of addresses) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await page.locator('h1').first().waitFor();
    await page.waitForFunction(() => document.querySelector('.ant-spin-spinning') === null);
    await settled(page);
    assert.ok(await page.getByText('Dữ liệu mẫu').first().isVisible(), `${address} hides that its data are made up`);
    for (const each of await page.evaluate(rowsInSight, /\/([0-9a-f-]{36}|moi|dia-ban)$/.test(address))) {
      if (each.all === 0) continue;
      const wanted = least(each.kind);
      const line = `${address} ${each.kind} “${each.label}”: ${each.inSight} of ${each.all}, room for ${each.room}, ${each.height} px each, from ${each.top}`;
      console.log(line);
      if (
        each.inSight < Math.min(each.all, wanted) ||
        (each.all < wanted && each.room < wanted && each.inSight < each.all)
      )
        short.push(line);
    }
    if (process.env.CAUNOI_PICTURES)
      await page.screenshot({
        path: `${process.env.CAUNOI_PICTURES}/rows-${size}-${address.replace(/\W+/g, '-')}.png`,
      });
  }
  assert.deepEqual(short, []);
}

test('every list shows twelve rows and every sheet fourteen', () => measure(100, (kind) => LEAST[kind]));

test('at 175 % every list and sheet shows four', async () => {
  await page.evaluate(() => window.go.desk.Service.SaveTextSize(175));
  await page.reload();
  await page.locator('html[data-text="175"]').waitFor();
  await measure(175, () => LEAST.large);
  assert.deepEqual(wrong, []);
});
