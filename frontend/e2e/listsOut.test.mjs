// Every list goes to Excel and to the printer, and what is printed is what stands on the screen: its columns, its order, every
// cell of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layersGone, layoutFaults, openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';
import { addressesOf } from './routes.mjs';

let program, browser, page, wrong, addresses;

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(15_000);
  await signIn(page, 'quantri');
  addresses = await addressesOf(page);
  // What the page hands over to be printed.
  await page.evaluate(() => {
    const print = window.go.exchange.Service.Print;
    window.go.exchange.Service.Print = async (list) => {
      window.handedOver = list;
      return print(list);
    };
  });
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

async function open(address) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.ant-spin-spinning') === null);
  await settled(page);
}

/** Lists of the screen, and what their first rows show; one inside the page of a record goes out with the record. */
function listsOf(ofRecord) {
  const tables = [
    ...document.querySelectorAll('.cn-page .cn-table-fill'),
    ...(ofRecord ? [] : document.querySelectorAll('.cn-page .cn-table-content')),
  ];
  const kept = (cell) => cell.dataset.kind !== 'act';
  const plain = (cell) => cell.textContent.replace(/[·;\s\u00a0]/g, '');
  return tables.map((each) => ({
    label: each.querySelector('table').getAttribute('aria-label'),
    buttons: [...each.querySelectorAll('.cn-table-foot button')].map((one) => one.textContent.trim()),
    count: each.querySelectorAll('tr[data-row-key]').length,
    rows: [...each.querySelectorAll('tr[data-row-key]')]
      .slice(0, 5)
      .map((row) => [...row.cells].filter(kept).map(plain)),
  }));
}

test('every list has both buttons, and prints every cell it shows', async () => {
  const printed = [];
  const missing = [];
  for (const address of addresses) {
    await open(address);
    const ofRecord = /\/([0-9a-f-]{36}|moi|dia-ban)$/.test(address);
    for (const list of await page.evaluate(listsOf, ofRecord)) {
      if (!['Xuất Excel', 'In danh sách'].every((each) => list.buttons.includes(each))) {
        missing.push(`${address} ${list.label}: ${list.buttons}`);
        continue;
      }
      if (list.count === 0) continue;
      const foot = page
        .locator('.cn-table', { has: page.getByRole('grid', { name: list.label, exact: true }) })
        .locator('.cn-table-foot');
      await foot.getByRole('button', { name: 'In danh sách' }).click();
      const pages = page.getByRole('dialog', { name: /^In danh sách/ });
      await pages.locator('[data-page="1"]').waitFor();
      const handed = await page.evaluate(() => window.handedOver);
      assert.equal(handed.kinds.length, handed.columns.length, `${address} ${list.label}`);
      const said = handed.rows
        .slice(0, list.rows.length)
        .map((row) => row.map((each) => each.replace(/[·;\s\u00a0]/g, '')));
      for (const [nth, row] of list.rows.entries())
        for (const cell of row)
          if (!said[nth].includes(cell))
            missing.push(`${address} ${list.label}, row ${nth + 1}: “${cell}” is not in ${said[nth]}`);
      assert.deepEqual(await layoutFaults(page), [], `${address} ${list.label}`);
      await page.keyboard.press('Escape');
      await layersGone(page);
      printed.push(list.label);
    }
  }
  assert.deepEqual(missing, []);
  assert.ok(printed.length >= 20, `${printed.length} lists were printed: ${printed}`);
});

test('order, columns and filter of the screen are those of the paper', async () => {
  await open('#/can-bo');
  await page.getByRole('button', { name: 'Họ và tên', exact: true }).click();
  await page.getByRole('button', { name: 'Họ và tên', exact: true }).click();
  await page.locator('th[aria-sort=descending]', { hasText: 'Họ và tên' }).waitFor();
  await page.getByRole('button', { name: 'Hiển thị' }).click();
  await page.getByRole('menuitem', { name: 'Cột “Cấp ủy”' }).click();
  await page.getByRole('search').getByRole('textbox').first().fill('mau');
  await settled(page);
  const names = await page.locator('tr[data-row-key] td[data-kind=name] .cn-table-open').allTextContents();
  await page.keyboard.press('Control+p');
  await page.getByRole('dialog', { name: 'In danh sách: Danh sách cán bộ' }).locator('[data-page="1"]').waitFor();
  const handed = await page.evaluate(() => window.handedOver);
  assert.equal(handed.columns.includes('Cấp ủy'), false);
  assert.deepEqual(handed.rows.map((row) => row[0]).slice(0, names.length), names);
  assert.match(handed.note, /^Tính đến ngày 26\/11\/2026; Tìm chữ: mau/);
  await page.keyboard.press('Escape');
  await layersGone(page);
});

test('nothing went wrong meanwhile', () => assert.deepEqual(wrong, []));
