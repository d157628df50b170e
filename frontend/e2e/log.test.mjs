// The log by keyboard in the made-up office: a planned meeting, a visit, a month on one sheet, and the first screen.
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
let keys = 0;

const open = async (hash) => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
};
const press = async (key) => {
  keys++;
  await page.keyboard.press(key);
};
const type = async (text) => {
  keys += [...text].length;
  await page.keyboard.insertText(text);
};

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

test('every number of the first screen opens the list it counts', async () => {
  const section = page.locator('.cn-section', { hasText: 'Đã qua mà chưa ghi nhận' });
  const link = section.getByRole('link', { name: /^\d+ cuộc$/ }).first();
  const said = Number((await link.textContent()).match(/\d+/)[0]);
  await link.click();
  await page.getByRole('heading', { name: 'Nhật ký' }).waitFor();
  await page.locator('.cn-table-foot', { hasText: `${said} bản ghi` }).waitFor();
  assert.equal(await page.locator('tbody tr[data-row-key]').count(), said);
});

test('a planned meeting is logged in at most 12 keys from the menu word, without the mouse', async (t) => {
  await open('/viec-tuan-nay');
  await page.getByRole('heading', { name: 'Việc tuần này' }).waitFor();
  await page.locator('.cn-room', { hasText: 'Nhật ký' }).focus();
  keys = 0;
  await press('Enter');
  await page.locator('main [role=grid] [data-row-key]:focus').waitFor();
  await settled(page);
  // To the first meeting that has passed and has nothing written down.
  await press('F8');
  await page.locator('main [data-row-key]:focus', { hasText: 'Chưa ghi' }).waitFor();
  await press('Enter');
  await page.locator('[role=radiogroup][data-stop]:focus').waitFor();
  await press('1');
  await press('Enter');
  await type('24');
  await press('Tab');
  await type('26');
  await press('Control+s');
  await page.getByText('Đã lưu.').waitFor();
  await layersGone(page);
  t.diagnostic(`G1, a planned meeting: ${keys} keys from the menu word`);
  assert.ok(keys <= 12, `${keys} keys`);
});

test('a visit outside the plan is logged on one screen, and who is in charge is there already', async () => {
  await page.keyboard.press('Control+n');
  const form = page.getByRole('dialog');
  await form.getByRole('combobox').first().press('Alt+ArrowDown');
  await page.getByTitle('Đi cơ sở', { exact: true }).last().click();
  await form.getByPlaceholder('Gõ tên địa bàn hoặc tổ chức đảng').fill('qui duc a');
  await takeFirst(page, /Ấp Quí Đức A/);
  const result = form.getByRole('radiogroup', { name: /^Kết quả của/ }).first();
  await result.press('1');
  await form.getByPlaceholder('Nội dung góp ý').first().fill('Đề nghị nạo vét kênh trước mùa mưa 🌾');
  await page.keyboard.press('Control+s');
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await page.getByText('Đề nghị nạo vét kênh trước mùa mưa 🌾').waitFor();
});

test('twelve rows of a month, all but two the same, in at most 20 keys', async (t) => {
  await open('/nhat-ky/luoi?ky=2026-11&loai=PEOPLE');
  await page.getByRole('grid', { name: /Họp dân/ }).waitFor();
  const rows = page.locator('.cn-grid tbody tr');
  await rows.first().locator('td').nth(2).click();
  keys = 0;
  await type('5');
  await press('Tab');
  await type('h');
  await press('Enter');
  await press('ArrowUp');
  await press('ArrowLeft');
  await press('Shift+ArrowRight');
  await press('Control+Shift+ArrowDown');
  await press('Control+d');
  await press('ArrowUp');
  await press('ArrowUp');
  await type('k');
  await press('Enter');
  await type('k');
  await press('Enter');
  const count = await rows.count();
  await page.getByText(`${count - 2} đã họp · 2 không tổ chức`).waitFor();
  await press('Control+s');
  await page.getByText(`Đã lưu ${count} dòng.`).waitFor();
  assert.ok(count >= 12, `only ${count} rows`);
  t.diagnostic(`G3, ${count} rows of a month: ${keys} keys`);
  assert.ok(keys <= 20, `${keys} keys`);
  await page.getByRole('button', { name: 'Chưa có gì để lưu' }).waitFor();
});

test('a refused sheet says which cells and loses nothing', async () => {
  await open('/nhat-ky/luoi?ky=2026-10&loai=PEOPLE');
  await page.getByRole('heading', { name: /tháng 10 năm 2026/ }).waitFor();
  await page.locator('.cn-grid tbody tr').first().locator('td').nth(4).click();
  await page.keyboard.insertText('30');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await page
    .getByText(/hãy chọn kết quả/)
    .first()
    .waitFor();
  assert.equal(await page.locator('.cn-grid tbody tr').first().locator('td').nth(4).textContent(), '30');
});

test('the screens hold at 100 and 175 %', async () => {
  const faults = [];
  for (const size of [175, 100]) {
    await page.locator('.cn-top .cn-text-size').click();
    await page.getByTitle(`Cỡ chữ ${size} %`).last().click();
    await page.waitForFunction((wanted) => document.documentElement.dataset.text === String(wanted), size);
    for (const hash of ['/viec-tuan-nay', '/nhat-ky', '/nhat-ky?mo=moi', '/nhat-ky/luoi']) {
      await open(hash);
      await settled(page);
      for (const fault of [...(await layoutFaults(page)), ...(await axeFindings(page))])
        faults.push(`${hash} at ${size} %: ${fault}`);
      if (hash.includes('mo=')) await page.keyboard.press('Escape');
    }
  }
  assert.deepEqual(faults, []);
});

test('nothing went wrong behind the screens', () => assert.deepEqual(wrong, []));
