// An administrator words a fixed sentence of a letter for the whole office from a day on, sees it on the page and in the settings, is
// told of a figure nobody knows, and goes back to the program's words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  axeFindings,
  layersGone,
  layoutFaults,
  openPage,
  settled,
  signIn,
  startBrowser,
  startProgram,
} from './browser.mjs';

let program, browser, page, wrong;
const OWN = 'Rất mong {cơ quan nhận} quan tâm, sớm trả lời {nơi gửi}.';

const open = (hash) =>
  page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
const picture = (name) =>
  process.env.CAUNOI_SHOTS && page.screenshot({ path: `${process.env.CAUNOI_SHOTS}/${name}.png` });
const sentences = () => page.getByRole('dialog', { name: 'Câu chữ của văn bản này' });
const form = () => page.getByRole('dialog', { name: 'Sửa câu' });

/** Nothing overflows and everything can be read; a button under the pointer has another colour for a moment. */
async function looksRight() {
  await page.mouse.move(2, 2);
  await settled(page);
  assert.deepEqual(await layoutFaults(page), []);
  assert.deepEqual(await axeFindings(page), []);
}

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(30_000);
  await signIn(page, 'quantri');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

async function openSentence(words) {
  await sentences().getByRole('listitem').filter({ hasText: words }).getByRole('button', { name: 'Sửa câu' }).click();
  await form().waitFor();
}

test('a sentence is worded for the office', async () => {
  await open('/bao-cao/cong-van-don-doc');
  await page.getByRole('button', { name: 'Câu chữ' }).click();
  await openSentence('sớm giải quyết và trả lời bằng văn bản');
  const text = form().getByRole('textbox', { name: /Câu của cơ quan/ });
  await text.fill('Đề nghị {cơ quan nhan gi} trả lời.');
  await form().getByRole('button', { name: /^Lưu/ }).click();
  await form().getByText('Không có số liệu tên là').first().waitFor();
  await looksRight();
  await picture('cau-chu-sua');
  await text.fill(OWN);
  await form().getByRole('button', { name: /^Lưu/ }).click();
  await form().waitFor({ state: 'detached' });
  await sentences().getByText('Rất mong').waitFor();
  await sentences()
    .getByText(/Câu của cơ quan, từ ngày/)
    .waitFor();
  await picture('cau-chu');
  await sentences().getByRole('button', { name: 'Quay lại' }).click();
  await layersGone(page);
});

test('the settings list it, and the words of the program come back', async () => {
  await open('/the-thuc/cau-chu');
  await page.getByRole('row', { name: /Công văn đôn đốc/ }).click();
  await page.getByText('Rất mong {cơ quan nhận}').first().waitFor();
  await looksRight();
  await picture('cau-chu-cua-co-quan');
  await page.getByRole('button', { name: 'Về nguyên bản' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Về nguyên bản' }).click();
  await page.getByText('Đã trở lại câu gốc').first().waitFor();
  await layersGone(page);
  await open('/bao-cao/cong-van-don-doc');
  await page.getByRole('button', { name: 'Câu chữ' }).click();
  await sentences().getByText('sớm giải quyết và trả lời bằng văn bản').waitFor();
  await sentences()
    .getByText(/Câu gốc, trở lại từ ngày/)
    .waitFor();
  assert.deepEqual(wrong, []);
});
