// Vietnamese typed into the comboboxes of the real program, by composition and as UniKey does it, while answers to earlier
// letters come late and out of order. What was typed stands there letter by letter, and the list is that of the last letters.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { layersGone, openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';
import { burst, compose, rewrite } from './typingWords.mjs';

let program, browser, page, wrong, session;
/** Answers to searches that are held back, oldest first; null: none is held. */
let held = null;
const releaseAll = () => {
  for (const each of held ?? []) each.release();
  held = null;
};
const SEARCHES = /Search|List|Find|Register/;

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  session = await page.context().newCDPSession(page);
  await page.route('**/rpc', async (route) => {
    const { m, a } = JSON.parse(route.request().postData());
    if (held !== null && SEARCHES.test(m))
      await new Promise((release) => held.push({ about: JSON.stringify(a), release }));
    await route.continue();
  });
  await signIn(page, 'chuyenvien');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

afterEach(releaseAll);

const dialog = () => page.getByRole('dialog').last();
const openForm = async (hash) => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await settled(page);
  await page.keyboard.press('Control+n');
  await dialog().locator('[data-typed]').first().waitFor();
  await settled(page);
};
const leaveForm = async () => {
  await page.keyboard.press('Escape');
  const drop = page.getByRole('button', { name: 'Bỏ thay đổi' });
  if ((await drop.count()) > 0) await drop.click();
  await layersGone(page);
};

/**
 * What is typed, and what the first line of the list has to be once no answer is awaited. What `remembers` its answers for some
 * seconds has late ones only the first time.
 */
const COMBOS = [
  {
    name: 'một trong danh sách có sẵn',
    at: '/nhat-ky',
    field: () => dialog().locator('[data-field=kind] input'),
    text: ['Tiếp', 'xúc', 'cử', 'tri'],
    first: /^Tiếp xúc cử tri$/,
  },
  {
    name: 'nơi họp, nhiều nơi',
    at: '/nhat-ky',
    field: () => dialog().locator('[data-field=hostIds] input'),
    text: ['ấp', 'Quí', 'Đức', 'B'],
    first: /^Ấp Quí Đức B/,
    asks: true,
  },
  {
    name: 'nơi nêu ý kiến',
    at: '/kien-nghi',
    field: () => dialog().locator('[data-field=place] input'),
    text: ['thị', 'trấn', 'Thạnh', 'Mẫu'],
    first: /^Thị trấn Thạnh Mẫu/,
    asks: true,
  },
  {
    name: 'tìm ở mọi nơi',
    at: '',
    field: () => page.getByRole('combobox', { name: 'Tìm ở mọi nơi' }),
    text: ['chi', 'bộ', 'ấp', 'Mỹ', 'Thạnh'],
    first: /Chi bộ ấp Mỹ Thạnh/,
    asks: true,
    remembers: true,
  },
];
const STYLES = { composition: compose, backspaces: rewrite, 'backspaces without a pause': burst };

/** Waits until the letters are asked about; the answer is held. */
const asked = async (letters) => {
  const until = performance.now() + 10_000;
  for (;;) {
    const one = held.find(({ about }) => about.includes(`"${letters}"`));
    if (one) return one;
    if (performance.now() > until) throw new Error(`“${letters}” is not asked about`);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
};
const option = () => page.locator('.cn-list [role=listbox]:not([aria-busy=true]) [role=option][aria-selected=true]');

for (const { name, at, field, text, first, asks, remembers } of COMBOS)
  test(`${name}: every letter stays, and the list follows the last one`, async () => {
    const whole = text.join(' ');
    if (at !== '') await openForm(at);
    let answered = false;
    for (const [style, write] of Object.entries(STYLES))
      for (const method of ['telex', 'vni']) {
        const said = `${name}, ${style}, ${method}`;
        await field().focus();
        await field().fill('');
        await settled(page);
        const late = asks && !(remembers && answered);
        answered = true;
        if (late) held = [];
        let early;
        for (const [nth, word] of text.entries()) {
          if (nth > 0) await page.keyboard.insertText(' ');
          // The answer about the first word comes in the middle of the third.
          if (nth === 2) early?.release();
          await write(page, session, word, method);
          if (late && nth === 0) early = await asked(word);
          else if (late && nth < text.length - 1) await asked(text.slice(0, nth + 1).join(' '));
        }
        if (late) {
          const last = await asked(whole);
          last.release();
          await option().filter({ hasText: first }).waitFor();
          // What was asked before comes after it.
          releaseAll();
        }
        assert.equal(await field().inputValue(), whole, said);
        await option().filter({ hasText: first }).waitFor();
        await settled(page);
        assert.match(await option().innerText(), first, said);
        assert.equal(await field().inputValue(), whole, said);
        assert.deepEqual(
          await page.locator('.cn-picked li').allInnerTexts(),
          [],
          `${said}: nothing is picked by typing`,
        );
        await page.keyboard.press('Escape');
      }
    // What was typed by composition is taken by Enter only when the composition is over.
    if (at !== '') {
      await field().focus();
      await field().fill('');
      for (const [nth, word] of text.entries()) {
        if (nth > 0) await page.keyboard.insertText(' ');
        await compose(page, session, word, 'telex');
      }
      await session.send('Input.imeSetComposition', { text: 'x', selectionStart: 1, selectionEnd: 1 });
      const enter = { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
      await session.send('Input.dispatchKeyEvent', enter);
      await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
      assert.equal(await field().inputValue(), whole);
      await option().filter({ hasText: first }).waitFor();
      await page.keyboard.press('Enter');
      const taken = dialog().locator('.cn-picked li');
      if ((await taken.count()) > 0) assert.match(await taken.innerText(), first);
      else assert.match(await field().inputValue(), first);
      await leaveForm();
    }
    assert.deepEqual(wrong, []);
  });
