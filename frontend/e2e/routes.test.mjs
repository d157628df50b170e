// Every screen of the one table of routes, on the made-up office: nothing clipped or scrolled sideways at the largest
// text, contrast and names for those who do not see well, and no foreign word.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, layoutFaults, openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';
import { addressesOf } from './routes.mjs';

/** Latin words that belong on the screen although no Vietnamese syllable is written so. */
const allowed = new Set([
  'excel',
  'word',
  'pdf',
  'xlsx',
  'csv',
  'ctrl',
  'shift',
  'alt',
  'enter',
  'esc',
  'tab',
  'pageup',
  'pagedown',
  'telex',
  'vni',
  'âl',
  'qđi',
  'ttr',
  'pt',
  'quantri',
  'chuyenvien',
  'lanhdao',
]);
/** A Vietnamese syllable without its tone mark: first consonants, vowels, last consonants. */
const syllable =
  /^(?:ngh?|gh?|gi|kh|nh|ph|qu|th|tr|ch|[bcdđhklmnprstvx])?(?:[aăâeêioôơuưy]{1,3})(?:ng|nh|ch|[cmnpt])?$/;
/** English words built like a syllable that no Vietnamese text has. */
const english = new Set([
  'run',
  'data',
  'log',
  'note',
  'sun',
  'date',
  'name',
  'home',
  'page',
  'code',
  'mode',
  'size',
  'type',
  'time',
  'save',
  'open',
  'note',
  'unit',
  'role',
  'due',
  'new',
  'edit',
]);

function foreign(text) {
  const found = new Set();
  for (const word of text.normalize('NFC').match(/\p{L}+/gu) ?? []) {
    if (word.length < 2 || word === word.toUpperCase()) continue; // initials, codes
    const bare = word.toLowerCase();
    const plain = bare
      .replaceAll('đ', 'd')
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
      .normalize('NFC');
    if (allowed.has(bare)) continue;
    if (!syllable.test(plain) || english.has(bare)) found.add(word);
  }
  return [...found];
}

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

async function visit(address) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await page
    .locator('h1')
    .first()
    .waitFor()
    .catch(() => assert.fail(`${address} shows no heading`));
  await page.waitForFunction(() => document.querySelector('.ant-spin-spinning') === null);
  await settled(page);
}

test('no screen has a foreign word, a refusal or poor contrast', async () => {
  const faults = [];
  const words = new Map(); // with the first screen that has it
  for (const address of addresses) {
    await visit(address);
    const text = await page.evaluate(() => {
      const said = [document.body.innerText];
      for (const each of [...document.querySelectorAll('[aria-label], [title], [placeholder]')].filter(
        (one) => one.closest('[aria-hidden=true]') === null,
      ))
        said.push(
          each.getAttribute('aria-label') ?? '',
          each.getAttribute('title') ?? '',
          each.getAttribute('placeholder') ?? '',
        );
      return said.join('\n');
    });
    for (const word of foreign(text)) words.set(word, words.get(word) ?? address);
    for (const fault of [...(await layoutFaults(page)), ...(await axeFindings(page))])
      faults.push(`${address}: ${fault}`);
    if (process.env.CAUNOI_PICTURES)
      await page.screenshot({ path: `${process.env.CAUNOI_PICTURES}/route-${address.replace(/\W+/g, '-')}.png` });
  }
  assert.deepEqual(
    [...words].map(([word, address]) => `${address}: “${word}”`),
    [],
  );
  assert.deepEqual(faults, []);
});

test('at 175 % nothing is clipped or scrolls sideways', async () => {
  await page.evaluate(() => {
    document.documentElement.dataset.text = '175';
  });
  const faults = [];
  for (const address of addresses) {
    await visit(address);
    for (const fault of await layoutFaults(page)) faults.push(`${address}: ${fault}`);
    if (process.env.CAUNOI_PICTURES)
      await page.screenshot({ path: `${process.env.CAUNOI_PICTURES}/route-175-${address.replace(/\W+/g, '-')}.png` });
  }
  assert.deepEqual(faults, []);
  assert.deepEqual(wrong, []);
});
