// Vietnamese typed into every kind of input, as the two families of typing programs do it: by composition, and by
// backspaces and new letters. Not one letter may change, and nothing may be saved or picked on the way.
// CAUNOI_TYPING=300 types as many words per input, method and style; the usual run takes fewer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { startGallery } from './gallery.mjs';
import { compose, rewrite, wordList } from './typingWords.mjs';

const COUNT = Number(process.env.CAUNOI_TYPING ?? 8);
const GROUP = 4;
let gallery, browser;

before(async () => {
  gallery = await startGallery();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await gallery?.stop();
});

const inputs = [
  { name: 'một dòng chữ', page: 'form', field: (page) => page.getByLabel(/Họ và tên/) },
  { name: 'nhiều dòng chữ', page: 'form', field: (page) => page.getByLabel('Góp ý của cán bộ') },
  { name: 'ô tìm địa bàn', page: 'form', field: (page) => page.getByLabel(/^Địa bàn/) },
  { name: 'ô tìm nhiều cán bộ', page: 'form', field: (page) => page.getByLabel('Cán bộ dự') },
  { name: 'ngày', page: 'form', field: (page) => page.getByLabel('Ngày họp') },
  { name: 'số', page: 'form', field: (page) => page.getByLabel('Có mặt') },
  { name: 'ô lọc cây', page: 'tree', field: (page) => page.getByPlaceholder(/Tìm địa bàn/) },
  {
    name: 'ô của lưới tháng',
    page: 'grid',
    field: (page) => page.getByRole('textbox', { name: /Góp ý/ }),
    ready: async (page) => {
      await page.getByRole('textbox').focus();
      for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowRight');
    },
  },
];

for (const { name, page: where, field, ready } of inputs) {
  test(`${name}: không sai một chữ`, async () => {
    const { page, wrong } = await openPage(browser, `${gallery.address}?page=${where}`);
    const session = await page.context().newCDPSession(page);
    if (ready) await ready(page);
    const input = field(page);
    await input.waitFor();
    let altered = 0;
    for (const [style, write] of [
      ['compose', compose],
      ['rewrite', rewrite],
    ]) {
      for (const method of ['telex', 'vni']) {
        const words = wordList(COUNT);
        for (let at = 0; at < words.length; at += GROUP) {
          const group = words.slice(at, at + GROUP);
          await input.focus();
          await input.fill('');
          for (const [nth, word] of group.entries()) {
            if (nth > 0) await page.keyboard.insertText(' ');
            await write(page, session, word, method);
          }
          const got = await input.inputValue();
          if (got !== group.join(' ').normalize('NFC')) {
            altered++;
            console.log(`${name} ${style} ${method}: “${group.join(' ')}” became “${got}”`);
          }
        }
      }
    }
    assert.equal(altered, 0);
    assert.equal(await page.getByText(/Đã lưu|Đã quay lại/).count(), 0, 'something was submitted early');
    assert.deepEqual(wrong, []);
    await page.close();
  });
}
