// How long pages of a district take until their rows are painted, and how long letters keep a page busy. Nothing is asserted of
// the times of pages: they depend on the machine, and are printed. What a letter costs is held against a bare field of the same run.
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

/** Counts what the page is asking Go, and remembers when it last changed. */
function watchWork() {
  const work = { asking: 0, changed: 0 };
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

/** What is typed: twenty letters with a pause at each space, as long as what looks through the text waits. */
const WORDS = ['sửa', 'đường', 'vào', 'ấp', 'mới'];
const LONG = 'Sửa đường vào ấp, nạo vét kênh trước mùa mưa; cống thoát nước khu vực chợ. '.repeat(60);

/**
 * The longest task of a page's main thread while the words are typed where the focus is, in milliseconds of its own processor
 * time: what other programs of a busy machine take is not in it.
 */
async function longestTask() {
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  for (const word of WORDS) {
    for (const letter of `${word} `) {
      await page.keyboard.type(letter);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    }
    await settled(page);
  }
  const events = JSON.parse((await browser.stopTracing()).toString()).traceEvents;
  const key = events.find((each) => each.name === 'EventDispatch' && each.args?.data?.type === 'keydown');
  const tasks = events.filter((each) => each.name === 'RunTask' && each.pid === key.pid && each.tid === key.tid);
  assert.ok(tasks.length > WORDS.length, 'the tasks of the page are in the trace');
  return Math.max(...tasks.map((each) => each.tdur ?? 0)) / 1000;
}

/** What the program may add to a letter, beside the longest task of a bare text area with as long a text. */
const TIMES_THE_BARE_FIELD = 2;

test('no letter keeps a form or a list’s search busy for long', async (t) => {
  const longTask = async (field, text = '') => {
    await field.click();
    await page.keyboard.insertText(text);
    await settled(page);
    return longestTask();
  };
  // A text area that nothing looks at, on the page itself, with the long text: the least that typing there can cost.
  await page.evaluate(() => {
    const bare = document.createElement('textarea');
    bare.id = 'bare';
    bare.rows = 3;
    document.querySelector('main').prepend(bare);
  });
  const floors = [await longTask(page.locator('#bare'), LONG), await longestTask(), await longestTask()];
  const floor = floors.sort((a, b) => a - b)[1];
  await page.evaluate(() => document.querySelector('#bare').remove());
  const slow = [];
  const typed = async (where, field, text) => {
    // A task that is long each time is the page’s; once in a while it is the engine tidying its memory.
    let least = await longTask(field, text);
    for (let again = 0; again < 2 && least > TIMES_THE_BARE_FIELD * floor; again += 1)
      least = Math.min(least, await longestTask());
    const said = `${where}: longest task ${least.toFixed(1)} ms, ${(least / floor).toFixed(1)} times a bare field’s ${floor.toFixed(1)}`;
    t.diagnostic(said);
    if (least > TIMES_THE_BARE_FIELD * floor) slow.push(said);
  };
  const search = async (where, hash, field) => {
    await page.evaluate(follow, hash);
    await settled(page);
    await typed(where, field);
  };
  await search('Nhật ký, tìm chữ', '/nhat-ky', page.locator('[data-find] input'));
  await search('Quyết định, tìm chữ', '/phan-cong/quyet-dinh', page.getByLabel('Tìm chữ'));
  await search('Phân công, tìm chữ', '/phan-cong', page.getByLabel('Tìm chữ'));
  await search('Cán bộ, tìm tên', '/can-bo', page.getByLabel('Tìm tên, chức vụ'));
  const form = page.getByRole('dialog');
  for (const { where, hash, note } of [
    { where: 'Ghi cuộc họp, ghi chú', hash: '/nhat-ky', note: form.locator('[data-field=note] textarea') },
    { where: 'Ghi kiến nghị, nội dung', hash: '/kien-nghi', note: form.locator('textarea').first() },
    { where: 'Thêm cán bộ, ghi chú', hash: '/can-bo', note: form.locator('textarea').first() },
    { where: 'Thêm nhiệm vụ, văn bản', hash: '/lich/nhiem-vu', note: form.locator('[data-field=source] input') },
  ]) {
    await page.evaluate(follow, hash);
    await settled(page);
    await page.keyboard.press('Control+n');
    await note.waitFor();
    await typed(`${where}, dài`, note, LONG);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
    await layersGone(page);
  }
  assert.deepEqual(slow, []);
  assert.deepEqual(wrong, []);
});
