// What is typed outlives the program: both it and the browser are killed, and the text is there again. It lies in the office's
// data folder, for its owner alone.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { layersGone, openPage, signIn, startBrowser, startProgram } from './browser.mjs';

const TYPED = 'Cầu ấp xuống cấp, đề nghị sửa trước mùa mưa';
let program, browser;
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** A browser of its own, in which somebody has signed in. */
async function openAs(login) {
  browser = await startBrowser();
  const { page, wrong } = await openPage(browser, program.address);
  await signIn(page, login);
  return { page, wrong };
}
const openForm = async (page) => {
  await page.evaluate(() => {
    location.hash = '/kien-nghi?mo=moi';
  });
  await page.getByRole('dialog').locator('textarea').first().waitFor();
};
const drafts = () => {
  const all = readdirSync(program.data, { recursive: true, encoding: 'utf8' });
  return all.filter((each) => /ban-nhap[\\/].*\.json$/.test(each)).map((each) => path.join(program.data, each));
};

test('text typed a moment ago is there again after program and browser were killed', async () => {
  program = await startProgram({ sample: true });
  const { page } = await openAs('chuyenvien');
  await openForm(page);
  const kept = page.waitForResponse((response) => {
    const asked = response.request().postData() ?? '';
    return asked.includes('SaveDraft') && asked.includes(TYPED);
  });
  await page.getByRole('dialog').locator('textarea').first().focus();
  // Word after word without a pause: keeping must not wait for one.
  for (const word of TYPED.split(' ')) await page.keyboard.insertText(word === 'Cầu' ? word : ` ${word}`);
  await kept;
  await program.kill();
  await browser.close();

  const [file] = drafts();
  assert.ok(readFileSync(file, 'utf8').includes(TYPED));
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);

  program = await startProgram({ sample: true, folder: program.data });
  const again = await openAs('chuyenvien');
  await openForm(again.page);
  await again.page.getByRole('button', { name: 'Dùng bản nháp' }).click();
  assert.equal(await again.page.getByRole('dialog').locator('textarea').first().inputValue(), TYPED);
  await again.page.keyboard.press('Escape');
  await again.page.getByRole('button', { name: 'Ở lại' }).click();
  await again.page.keyboard.press('Escape');
  await again.page.getByRole('button', { name: 'Lưu rồi quay lại' }).click();
  // The form is not complete: the question is gone, the reason stands at the field, nothing is lost.
  await again.page.getByText('Hãy chọn địa bàn nêu ý kiến.').waitFor();
  assert.deepEqual(again.wrong, []);
  page_ = again.page;
});

let page_;
test('who signs out is told what becomes of it, and another person at the desk removes it', async () => {
  const page = page_;
  const out = async () => {
    await page.locator('.cn-top-end .ant-btn').last().click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  };
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ở lại' }).waitFor();
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    location.hash = '/viec-tuan-nay';
  });
  await layersGone(page);
  await page.getByRole('heading', { name: 'Việc tuần này' }).waitFor();
  await out();
  const asked = page.getByRole('dialog', { name: 'Đăng xuất khi còn 1 bản nháp?' });
  await asked.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.locator('input[type=password]').waitFor();
  assert.equal(drafts().length, 1);
  await signIn(page, 'chuyenvien');
  assert.equal(drafts().length, 1);
  await out();
  await asked.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.locator('input[type=password]').waitFor();
  await signIn(page, 'quantri');
  assert.deepEqual(drafts(), []);
});
