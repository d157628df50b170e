// Backups as a person uses them: one by hand, a restore that is taken back, and data that were lost brought back from the locked page.
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { axeFindings, layersGone, layoutFaults, openPage, settled, startBrowser, startProgram } from './browser.mjs';

const PASSWORD = 'mat-khau-thu-01';
let program, browser, page, wrong;

before(async () => {
  program = await startProgram();
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  await page.getByRole('heading', { name: 'Thiết lập lần đầu' }).waitFor();
  await page.getByRole('radio', { name: /^Xã/ }).press('Space');
  for (const [label, text] of [
    [/Tên cơ quan/, 'Đảng ủy xã Mẫu Đông'],
    [/Họ và tên/, 'Cán bộ mẫu 01'],
    [/Tên đăng nhập/, 'vanphong'],
    [/^Mật khẩu/, PASSWORD],
    [/Nhập lại mật khẩu/, PASSWORD],
  ])
    await page.getByLabel(label).fill(text);
  await page.getByRole('button', { name: 'Bắt đầu với dữ liệu trống' }).click();
  await page.getByRole('navigation', { name: 'Các mục' }).waitFor();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const openBackups = async () => {
  await page.evaluate(() => {
    window.location.hash = '/sao-luu';
  });
  await page.getByRole('heading', { name: 'Sao lưu, phục hồi', level: 1 }).waitFor();
  await settled(page);
};
const signIn = async () => {
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  await page.getByLabel('Tên đăng nhập').fill('vanphong');
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Các mục' }).waitFor();
};

test('a backup by hand is in the list, and the screen keeps to the rules of all screens', async () => {
  await openBackups();
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
  await page.getByText('Đã sao lưu và kiểm tra bản sao.').waitFor();
  await page
    .locator('tbody')
    .getByText(/giống bây giờ|cùng số bản ghi/)
    .first()
    .waitFor();
  await page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
  await page.locator('h1').hover(); // off the button, whose lighter red is not what is looked at
  await settled(page);
  assert.deepEqual([...(await axeFindings(page)), ...(await layoutFaults(page))], []);
  await page.getByRole('button', { name: 'Tập phục hồi' }).click();
  await page.getByText('mở đủ 0 cuộc họp, 0 kiến nghị').waitFor();
});

test('a restore says what it costs, signs everybody out and can be taken back', async () => {
  await page.evaluate(() =>
    window.go.officers.Service.Save({ fullName: 'Nguyễn Mẫu An', posts: [], seats: [] }).catch(() => null),
  );
  await page.keyboard.press('F5');
  await page.getByRole('button', { name: 'Phục hồi bản này…' }).click();
  await page.getByRole('dialog').getByText('Trạng thái bây giờ được giữ nguyên').waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('dialog').getByRole('button', { name: 'Phục hồi', exact: true }).click();
  await signIn();
  await openBackups();
  await page.getByText('Trạng thái trước đó còn nguyên').waitFor();
  assert.deepEqual([...(await axeFindings(page)), ...(await layoutFaults(page))], []);
  await page.getByRole('button', { name: 'Quay lại trạng thái trước' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Quay lại', exact: true }).click();
  await signIn();
  await layersGone(page);
  assert.deepEqual(wrong.splice(0), []);
});

test('lost data lead to the backups and come back', async () => {
  await browser.close();
  await program.kill();
  for (const ending of ['-wal', '-shm']) await rm(path.join(program.data, `caunoi.db${ending}`), { force: true });
  await writeFile(path.join(program.data, 'caunoi.db'), '');
  program = await startProgram({ folder: program.data });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  await page.getByRole('heading', { name: 'Chưa mở được dữ liệu' }).waitFor();
  await page.getByRole('heading', { name: 'Phục hồi từ bản sao lưu' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'Phục hồi bản này…' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Phục hồi', exact: true }).click();
  await signIn();
  await openBackups();
});
