// What a picker lacks is added from the picker: the form behind keeps what was typed, and the new record is chosen in it.
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
  takeFirst,
} from './browser.mjs';

let program, browser, page, wrong;

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  await signIn(page, 'chuyenvien');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const open = (hash) =>
  page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
const sheet = (name) => page.getByRole('dialog', { name });
const nothingWrong = () => assert.deepEqual(wrong.splice(0), []);

test('a place that is not there yet is added while a proposal is written', async () => {
  await open('/kien-nghi');
  await settled(page);
  await page.keyboard.press('Control+n');
  const form = sheet('Ghi ý kiến, kiến nghị');
  await form.locator('textarea').first().fill('Đoạn đường đất vào ấp lầy lội.');
  const place = form.getByLabel('Nơi nêu ý kiến');
  await place.click();
  await page.keyboard.type('Ấp Thử Mới');
  await takeFirst(page, 'Thêm địa bàn “Ấp Thử Mới”');
  const small = sheet('Thêm địa bàn');
  assert.equal(await small.getByLabel('Tên', { exact: false }).first().inputValue(), 'Ấp Thử Mới');
  assert.match(await small.getByRole('combobox', { name: 'Loại' }).inputValue(), /^Ấp/);
  assert.deepEqual([...(await axeFindings(page)), ...(await layoutFaults(page))], []);
  await small.getByLabel('Cấp trên').click();
  await page.keyboard.type('quoi dien');
  await takeFirst(page, 'Xã Quới Điền');
  await page.keyboard.press('Control+s');
  await small.waitFor({ state: 'detached' });
  await page.waitForFunction(
    () => document.querySelector('[role=dialog] input[role=combobox]')?.value === 'Ấp Thử Mới, xã Quới Điền',
  );
  assert.equal(await form.locator('textarea').first().inputValue(), 'Đoạn đường đất vào ấp lầy lội.');
  assert.equal(await place.evaluate((field) => field === document.activeElement), true);
  nothingWrong();
});

test('a sheet given up leaves the form as it was, its letters too', async () => {
  const place = page.getByRole('dialog').getByLabel('Nơi nêu ý kiến');
  await place.fill('Khóm Không Có');
  await takeFirst(page, 'Thêm địa bàn “Khóm Không Có”');
  await sheet('Thêm địa bàn').waitFor();
  await page.keyboard.press('Escape');
  await sheet('Thêm địa bàn').waitFor({ state: 'detached' });
  assert.equal(await place.inputValue(), 'Khóm Không Có');
  await page.keyboard.press('Escape');
  assert.equal(await place.inputValue(), 'Ấp Thử Mới, xã Quới Điền');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await layersGone(page);
  nothingWrong();
});

test('an officer is added from a line of a decision, which keeps its other cells', async () => {
  await open('/phan-cong/quyet-dinh/moi');
  await settled(page);
  const officer = page.getByLabel('Cán bộ, dòng 1');
  await officer.click();
  await page.keyboard.type('Trịnh Mẫu Mới');
  await takeFirst(page, 'Thêm cán bộ “Trịnh Mẫu Mới”');
  const small = sheet('Thêm cán bộ');
  assert.equal(await small.getByLabel('Họ và tên').inputValue(), 'Trịnh Mẫu Mới');
  await small.getByLabel('Chức vụ hiện nay').fill('Phó Trưởng ban');
  await page.keyboard.press('Control+s');
  await layersGone(page);
  assert.equal(await officer.inputValue(), 'Trịnh Mẫu Mới');
  nothingWrong();
});
