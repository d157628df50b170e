// How long pages of a district take until their rows are painted, and how long letters keep a page busy. Nothing is asserted of
// the times: they depend on the machine. They are printed with the test.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layersGone, openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';
import { addressesOf } from './routes.mjs';

let program, browser, page, wrong;

before(async () => {
  program = await startProgram({ scale: 'district' });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  await page.evaluate(watchWork);
  await signIn(page, 'chuyenvien');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** Counts what the page is asking Go, and remembers when it last changed and the tasks that kept it busy for more than 50 ms. */
function watchWork() {
  const work = { asking: 0, changed: 0, tasks: [] };
  window.work = work;
  const ask = window.fetch;
  window.fetch = (...given) => {
    work.asking += 1;
    return ask(...given).finally(() => {
      work.asking -= 1;
    });
  };
  new MutationObserver(() => {
    work.changed = performance.now();
  }).observe(document, { childList: true, characterData: true, subtree: true });
  new PerformanceObserver((list) => work.tasks.push(...list.getEntries().map((each) => each.duration))).observe({
    type: 'longtask',
  });
}

/** Milliseconds from following an address to the last change of the page, after which it asks nothing and stays as it is. */
function follow(hash) {
  return new Promise((resolve) => {
    const start = performance.now();
    let still = 0;
    let seen = 0;
    const look = () => {
      const { asking, changed } = window.work;
      still = asking === 0 && changed === seen && changed > start ? still + 1 : 0;
      seen = changed;
      // A page that never comes to rest has no time; its own story says what is wrong with it.
      if (still >= 12 || performance.now() - start > 10_000) resolve(still >= 12 ? changed - start : null);
      else requestAnimationFrame(look);
    };
    location.hash = hash;
    requestAnimationFrame(look);
  });
}

test('every page, from its address to its painted rows', async (t) => {
  const addresses = await addressesOf(page);
  const said = [];
  for (const address of addresses) said.push({ address, ms: await page.evaluate(follow, address) });
  for (const { address, ms } of said.sort((a, b) => b.ms - a.ms))
    t.diagnostic(
      ms === null ? `does not come to rest: ${address}` : `${String(Math.round(ms)).padStart(6)} ms  ${address}`,
    );
  assert.ok(said.length > 20);
});

test('letters typed into a list’s search and a form’s note', async (t) => {
  await page.evaluate(follow, '/nhat-ky');
  await settled(page);
  const typed = async (where, field, text) => {
    await field.click();
    await page.evaluate(() => {
      window.work.tasks = [];
    });
    await page.keyboard.type(text);
    await settled(page);
    const tasks = await page.evaluate(() => window.work.tasks);
    t.diagnostic(`${where}: ${tasks.length} tasks over 50 ms, the longest ${Math.round(Math.max(0, ...tasks))} ms`);
  };
  await typed('Nhật ký, tìm chữ', page.locator('[data-find] input'), 'nha van hoa');
  await page.keyboard.press('Control+n');
  const note = page.locator('[role=dialog] [data-field=note] textarea');
  await note.waitFor();
  await typed('Ghi cuộc họp, ghi chú', note, 'sửa đường vào ấp');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await layersGone(page);
  assert.deepEqual(wrong, []);
});
