// The office's phrases: kept from a text, put into another one by keyboard, and looked at by the guard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, layoutFaults, openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';

let program, browser, page, wrong;

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  await signIn(page, 'chuyenvien');
  await page.evaluate(() => {
    window.location.hash = '/nhat-ky?mo=moi';
  });
  await settled(page);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const note = () => page.getByRole('dialog', { name: 'Ghi cuộc họp, chuyến đi cơ sở' }).getByLabel('Ghi chú');
const list = () => page.getByRole('dialog', { name: 'Câu mẫu của cơ quan' });
const sheet = () => page.getByRole('dialog', { name: 'Thêm câu mẫu' });

test('a sentence is kept from the text, and put into the next by a few letters', async () => {
  await note().fill('Chi bộ chuẩn bị nội dung chu đáo.');
  await note().selectText();
  await page.keyboard.press('Alt+ArrowDown');
  await list().waitFor();
  await page.getByRole('button', { name: 'Thêm đoạn đang chọn' }).press('Enter');
  await sheet().waitFor();
  await page.keyboard.press('Control+s');
  await sheet().waitFor({ state: 'detached' });
  await list().getByText('Chi bộ chuẩn bị nội dung chu đáo.').waitFor();
  assert.deepEqual([...(await axeFindings(page)), ...(await layoutFaults(page))], []);
  await page.keyboard.press('Escape');
  await list().waitFor({ state: 'detached' });
  await note().fill('Đánh giá: ');
  await note().press('Control+End');
  await page.keyboard.press('Alt+ArrowDown');
  await list().getByText('Chi bộ chuẩn bị nội dung chu đáo.').waitFor();
  await page.keyboard.type('chu dao');
  await page.keyboard.press('Enter');
  await list().waitFor({ state: 'detached' });
  assert.equal(await note().inputValue(), 'Đánh giá: Chi bộ chuẩn bị nội dung chu đáo.');
  await page.keyboard.type(' Thêm.');
  assert.equal(await note().inputValue(), 'Đánh giá: Chi bộ chuẩn bị nội dung chu đáo. Thêm.');
  assert.deepEqual(wrong.splice(0), []);
});

test('what looks like the data of a person is no phrase without a reason', async () => {
  await note().fill('Gọi ông theo số 0912 345 678.');
  await note().selectText();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('button', { name: 'Thêm đoạn đang chọn' }).press('Enter');
  await sheet().waitFor();
  await page.keyboard.press('Control+s');
  await sheet()
    .getByText(/Không lưu thông tin của người dân/)
    .first()
    .waitFor();
  assert.equal(await note().inputValue(), 'Gọi ông theo số 0912 345 678.');
});
