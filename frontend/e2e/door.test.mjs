// From nothing to the rooms: first run, sign-in, lock, text size; by keyboard, under the real policy headers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, layoutFaults, openPage, settled, startBrowser, startProgram } from './browser.mjs';

const PASSWORD = 'mat-khau-thu-01';
let program, browser, page, wrong;

before(async () => {
  program = await startProgram();
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test('first run names every missing answer and loses nothing', async () => {
  await page.getByRole('heading', { name: 'Thiết lập lần đầu' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByLabel(/Tên cơ quan/).fill('Thành ủy Mẫu Đông');
  await page.getByRole('button', { name: 'Bắt đầu với dữ liệu trống' }).click();
  // All of them at once: what Go would refuse as well, not only what is empty.
  for (const said of ['Hãy chọn cấp của cơ quan', 'Hãy nhập họ và tên', 'Tên đăng nhập gồm', 'Hãy đặt mật khẩu'])
    await page.locator('.cn-field-error', { hasText: said }).waitFor();
  assert.equal(await page.getByLabel(/Tên cơ quan/).inputValue(), 'Thành ủy Mẫu Đông');
  await page.getByLabel(/Tên cơ quan/).fill('Đảng ủy xã Mẫu Đông');
  assert.ok(await page.getByRole('radio', { name: /^Xã/ }).isChecked());
  await page.getByRole('radio', { name: /^Huyện/ }).check();
});

test('first run by keyboard ends in the rooms', async () => {
  await page.getByRole('radio', { name: /^Xã/ }).press('Space');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  for (const text of ['Đảng bộ tỉnh Mẫu', 'Mẫu Đông', 'Cán bộ mẫu 01', 'vanphong', PASSWORD, PASSWORD]) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('navigation', { name: 'Các mục' }).waitFor();
});

test('text size 175 % clips nothing on any screen of the menu', async () => {
  const links = await page
    .getByRole('navigation', { name: 'Các mục' })
    .getByRole('link')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
  assert.ok(links.length >= 2);
  const faults = [];
  for (const size of [175, 100]) {
    await page.locator('.cn-top .cn-text-size').click();
    await page.getByTitle(`Cỡ chữ ${size} %`).last().click();
    await page.waitForFunction((wanted) => document.documentElement.dataset.text === String(wanted), size);
    for (const link of links) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, link);
      await page.locator('h1').first().waitFor();
      await settled(page);
      for (const fault of [...(await layoutFaults(page)), ...(await axeFindings(page))])
        faults.push(`${link} at ${size} %: ${fault}`);
    }
  }
  assert.deepEqual(faults, []);
});

test('Ctrl+K and F1 work from anywhere and give the focus back', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tai kh');
  await page.getByRole('option', { name: /Tài khoản/ }).waitFor();
  await settled(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Tài khoản', level: 1 }).waitFor();
  await page.keyboard.press('F1');
  await page.getByRole('complementary', { name: 'Hướng dẫn' }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('complementary').count(), 0);
});

test('lock keeps everybody out until the password is given', async () => {
  await page.getByRole('button', { name: /Cán bộ mẫu 01/ }).click();
  await page.getByRole('menuitem', { name: 'Khóa bàn làm việc' }).click();
  await page.getByRole('heading', { name: 'Bàn làm việc đang khóa' }).waitFor();
  await page.getByLabel('Mật khẩu').fill('sai');
  await page.keyboard.press('Enter');
  await page
    .getByText(/không đúng/)
    .first()
    .waitFor();
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Tài khoản', level: 1 }).waitFor();
});

test('sign-out and sign-in again', async () => {
  await page.getByRole('button', { name: /Cán bộ mẫu 01/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.keyboard.insertText('vanphong');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Các mục' }).waitFor();
});

test('text of a record never becomes part of the page, and nothing opens foreign addresses', async () => {
  await page.evaluate(() => {
    location.hash = '#/co-quan';
  });
  const field = page.getByLabel('Nơi lưu');
  await field.fill('<img src=x onerror="window.caught=1">');
  await page.keyboard.press('Control+s');
  await page.getByText('Đã lưu thông tin cơ quan.').waitFor();
  assert.equal(await page.evaluate(() => window.caught), undefined);
  assert.equal(
    await page.evaluate(() => {
      window.runtime.BrowserOpenURL('https://example.invalid/');
      window.runtime.BrowserOpenURL = () => {
        window.caught = 2;
      };
      return window.caught;
    }),
    undefined,
  );
});

test('nothing went wrong on the way', () => assert.deepEqual(wrong, []));
