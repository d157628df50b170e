// A list of days off that lacks days of the year in force: each is named before it goes, and "no" keeps the year and the list.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layersGone, openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';

let program, browser, page, wrong;

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  await signIn(page, 'quantri');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const days = () => page.getByText(/^\d+ dòng, \d+ dòng có ngày/);

test('a short list says which days it takes away, and waits for the answer', async () => {
  await page.evaluate(() => {
    window.location.hash = '/lich/ngay-nghi';
  });
  await page.getByRole('heading', { name: 'Ngày nghỉ', level: 1 }).waitFor();
  await settled(page);
  await page.getByRole('button', { name: 'Nhập danh sách…' }).click();
  await page
    .getByLabel('Danh sách', { exact: true })
    .fill('01/01/2033\tTết Dương lịch\tnghỉ\tThông báo mẫu\n30/04/2033\tNgày Chiến thắng\tnghỉ\tThông báo mẫu');
  await page.keyboard.press('Control+s');
  const question = page.getByText(/Danh sách có 2 ngày của năm 2033 .* sẽ bị bỏ: nghỉ /);
  await question.waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  assert.match(await page.getByLabel('Danh sách', { exact: true }).inputValue(), /30\/04\/2033/);

  await page.keyboard.press('Control+s');
  await question.waitFor();
  await page.getByRole('button', { name: 'Vẫn nhập' }).click();
  await page.getByText('Đã nhập 2 ngày của năm 2033.').waitFor();
  await layersGone(page);
  await days().waitFor();
  assert.match(await days().innerText(), /2 dòng có ngày/);
  assert.deepEqual(wrong, []);
});
