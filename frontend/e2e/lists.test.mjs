// What holds for every list: a person's own way of looking at it comes back, the row worked on is found again, and no row that is
// gone to lies under the heading or the totals.
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

async function open(hash, heading) {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  await settled(page);
}
const settings = () => page.evaluate(async () => JSON.parse(await window.go.desk.Service.ListSettings()));
/** What is set on a list is stored a moment later. */
async function stored(part) {
  while (!JSON.stringify(await settings()).includes(part)) await settled(page);
}

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(15_000);
  await signIn(page, 'quantri');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test('order, density, columns and filters of a list come back, each person their own', async () => {
  await open('#/can-bo', 'Cán bộ');
  await page.getByRole('button', { name: 'Chức vụ', exact: true }).click();
  await page.getByRole('button', { name: 'Hiển thị' }).click();
  await page.getByRole('menuitem', { name: 'Thoáng: hiện đủ chữ' }).click();
  await page.getByRole('button', { name: 'Hiển thị' }).click();
  await page.getByRole('menuitem', { name: 'Cột “Cấp ủy”' }).click();
  await open('#/nhat-ky', 'Nhật ký');
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  const outcome = page.getByRole('combobox', { name: 'Kết quả' });
  await outcome.click();
  await page.getByTitle('Vắng', { exact: true }).click();
  await page.getByRole('button', { name: 'Bộ lọc' }).click();
  await page.getByRole('menuitem', { name: 'Lưu bộ lọc đang dùng…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu bộ lọc' }).click();
  await page.getByText('Hãy đặt tên cho bộ lọc').waitFor();
  await page.getByRole('dialog').getByLabel('Tên bộ lọc').fill('Người vắng');
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu bộ lọc' }).click();
  await layersGone(page);
  await stored('Người vắng');
  assert.deepEqual((await settings())['list.Danh sách cán bộ.sort'], { key: 'post', down: false });

  // The program is closed and opened again.
  await page.reload();
  await open('#/can-bo', 'Cán bộ');
  await page.locator('th[aria-sort=ascending]', { hasText: 'Chức vụ' }).waitFor();
  assert.equal(await page.locator('.cn-table-roomy').count(), 1, 'roomy');
  assert.equal(await page.getByRole('columnheader', { name: 'Cấp ủy' }).count(), 0, 'the column is put away');
  await open('#/nhat-ky', 'Nhật ký');
  assert.deepEqual(
    [...new Set(await page.locator('td[data-kind=status]').allTextContents())],
    ['Vắng'],
    'still narrowed to who was absent',
  );
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await page.locator('td[data-kind=status]', { hasText: 'Đã dự' }).first().waitFor();
  await page.getByRole('button', { name: 'Bộ lọc' }).click();
  await page.getByRole('menuitem', { name: 'Người vắng', exact: true }).click();
  await page.locator('td[data-kind=status]', { hasText: 'Đã dự' }).first().waitFor({ state: 'hidden' });

  // Another person has their own.
  await page.evaluate(() => window.go.access.Service.SignOut());
  await page.goto(program.address);
  await signIn(page, 'chuyenvien');
  assert.deepEqual(await settings(), {});
  await open('#/can-bo', 'Cán bộ');
  assert.equal(await page.locator('.cn-table-compact').count(), 1);
  await page.getByRole('columnheader', { name: 'Cấp ủy' }).waitFor();
});

test('a record just saved is chosen, in sight and has the focus', async () => {
  await open('#/lich/tam-dung', 'Tạm dừng');
  await page.getByRole('button', { name: 'Thêm lần tạm dừng' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Loại cuộc họp (bắt buộc)', { exact: true }).click();
  await page.locator('.cn-list').getByTitle('Họp dân', { exact: true }).click();
  await form.getByLabel(/Từ ngày/).fill('01/12/2026');
  await form.getByLabel(/Đến hết ngày/).fill('03/12/2026');
  await form.getByLabel(/Lý do/).fill('Triều cường mẫu');
  await page.keyboard.press('Control+s');
  await layersGone(page);
  const row = page.locator('tr.cn-chosen:focus', { hasText: 'Triều cường mẫu' });
  await row.waitFor();
});

for (const size of [100, 175])
  test(`no cell of the month grid is typed under the heading or the totals, ${size} %`, async () => {
    await page.evaluate((percent) => window.go.desk.Service.SaveTextSize(percent), size);
    await page.reload();
    await page.locator(`html[data-text="${size}"]`).waitFor();
    await open('#/nhat-ky/luoi', /Lưới tháng/);
    const hidden = () =>
      page.evaluate(() => {
        const cell = document.querySelector('.cn-grid-here').getBoundingClientRect();
        const head = document.querySelector('.cn-grid thead').getBoundingClientRect();
        const foot = document.querySelector('.cn-grid tfoot').getBoundingClientRect();
        return cell.top < head.bottom - 1 || cell.bottom > foot.top + 1;
      });
    await page.locator('.cn-grid tbody tr').first().locator('td').nth(4).click();
    for (const [key, row] of [
      ['Control+ArrowDown', 'last'],
      ['ArrowUp', 'last but one'],
      ['Control+ArrowUp', 'first'],
      ['ArrowDown', 'second'],
      ['PageDown', 'below'],
      ['PageUp', 'above'],
    ]) {
      await page.keyboard.press(key);
      await settled(page);
      assert.equal(await hidden(), false, `${row} row`);
    }
    assert.deepEqual([...(await axeFindings(page)), ...(await layoutFaults(page))], []);
  });

test('nothing went wrong meanwhile', () => assert.deepEqual(wrong, []));
