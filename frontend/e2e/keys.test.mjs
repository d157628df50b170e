// Keys counted from the menu word: on every list the first row, or the row worked on, is at most two keys away, and F3 then ↓
// enters it from its search box. No key of the program does nothing without saying why.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layersGone, openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';

let program, browser, page, wrong;

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(15_000);
  await signIn(page, 'quantri');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** What has the focus: a row of a list, a tree, a sheet, a field of a form, or the page itself. */
const held = () =>
  page.evaluate(() => {
    const now = document.activeElement;
    if (now?.matches('[role=grid] [data-row-key]')) return 'row';
    if (now?.matches('[role=tree]')) return 'tree';
    if (now?.matches('.cn-grid-field')) return 'sheet';
    if (now?.closest('[data-form-page]')) return 'field';
    return now?.id === 'noi-dung' ? 'page' : 'elsewhere';
  });
const hasRows = () => page.locator('main [role=grid] [data-row-key]').count();

test('from a menu word to the first row in at most two keys, on every list', async () => {
  const words = page.locator('.cn-room');
  const far = [];
  await page.evaluate(() => {
    location.hash = '/van-ban';
  });
  await page.getByRole('heading', { name: 'Văn bản đi' }).waitFor();
  for (let n = 0; n < (await words.count()); n++) {
    const word = words.nth(n);
    const name = await word.textContent();
    await word.focus();
    await page.keyboard.press('Enter');
    await page.locator('h1').first().waitFor();
    await settled(page);
    let keys = 1;
    if ((await hasRows()) > 0 && !['row', 'tree'].includes(await held())) {
      await page.keyboard.press('ArrowDown');
      keys++;
    }
    const now = await held();
    console.log(`${name}: ${keys} key${keys > 1 ? 's' : ''} to the ${now}`);
    if (now === 'elsewhere' || ((await hasRows()) > 0 && !['row', 'tree'].includes(now))) far.push(`${name}: ${now}`);
  }
  assert.deepEqual(far, []);
});

test('the menu word of the room one is in leads to the top of it, on every screen', async () => {
  const words = page.locator('.cn-room');
  const silent = [];
  for (let n = 0; n < (await words.count()); n++) {
    const word = words.nth(n);
    await word.focus();
    await page.keyboard.press('Enter');
    await page.locator('h1').first().waitFor();
    await settled(page);
    const before = await held();
    for (const key of ['End', 'PageDown']) await page.keyboard.press(key);
    await settled(page);
    await word.focus();
    await page.keyboard.press('Enter');
    await settled(page);
    const now = await page.evaluate(() => ({
      row: document.activeElement.dataset.index ?? '0',
      down: document.querySelector('main .cn-page, main .cn-table-box')?.scrollTop ?? 0,
    }));
    if ((await held()) !== before || now.row !== '0' || now.down > 0)
      silent.push(`${await word.textContent()}: ${before}, then ${await held()}, ${JSON.stringify(now)}`);
  }
  assert.deepEqual(silent, []);
});

test('F3 and then ↓ enters the list', async () => {
  await page.evaluate(() => {
    location.hash = '/can-bo';
  });
  await page.getByRole('heading', { name: 'Cán bộ' }).waitFor();
  await settled(page);
  await page.keyboard.press('F3');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'INPUT');
  await page.keyboard.press('ArrowDown');
  assert.equal(await held(), 'row');
  // A record opened and left again: the row worked on has the focus.
  await page.keyboard.press('ArrowDown');
  const row = await page.evaluate(() => document.activeElement.dataset.rowKey);
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await layersGone(page);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.rowKey), row);
});

test('a key that does nothing says why', async () => {
  await page.evaluate(() => {
    location.hash = '/viec-tuan-nay';
  });
  await page.getByRole('heading', { name: 'Việc tuần này' }).waitFor();
  for (const key of ['Control+s', 'Control+n', 'F3']) {
    await page.keyboard.press(key);
    await page
      .locator('.cn-notice', { hasText: `${key.replace('Control', 'Ctrl').toUpperCase().replace('CTRL', 'Ctrl')}:` })
      .last()
      .waitFor();
  }
  assert.deepEqual(wrong, []);
});
