// The sheet of every officer in one go: choice, progress, cancel, and one file at the end; in a generated district.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, layoutFaults, openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';

let program, browser, page, wrong;

before(async () => {
  program = await startProgram({ scale: 'district' });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  await signIn(page, 'chuyenvien');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const shot = async (name) =>
  process.env.CAUNOI_SHOTS && page.screenshot({ path: `${process.env.CAUNOI_SHOTS}/${name}.png` });

test('every officer’s sheet: cancelled within a second, then printed as one file', async (t) => {
  await page.evaluate(() => {
    location.hash = '#/bao-cao/R5?ky=2026-10';
  });
  await page.getByRole('button', { name: 'In', exact: true }).click();
  await page.getByRole('menuitem', { name: 'In hàng loạt…' }).click();
  const sheet = page.getByRole('dialog', { name: 'In hàng loạt' });
  await sheet.getByRole('checkbox').nth(10).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  await shot('batch-choice');
  await page.evaluate(() => {
    document.documentElement.dataset.text = '175';
  });
  await settled(page);
  assert.deepEqual(await layoutFaults(page), []);
  await shot('batch-choice-175');
  await page.evaluate(() => {
    document.documentElement.dataset.text = '100';
  });

  await sheet.getByRole('checkbox', { name: 'Bỏ qua tờ không có nội dung' }).uncheck();
  await sheet.getByRole('button', { name: 'Bắt đầu in' }).click();
  const bar = page.getByRole('progressbar', { name: 'Tiến độ in hàng loạt' });
  await bar.waitFor();
  const total = Number(await bar.getAttribute('aria-valuemax'));
  assert.ok(total > 100, `${total} sheets`);
  await page.waitForFunction(
    () => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) >= 5,
    undefined,
    { timeout: 30_000 },
  );
  await page.mouse.move(5, 5);
  await settled(page); // a button under the pointer is between two colours
  assert.deepEqual(await axeFindings(page), []);
  await shot('batch-progress');
  const asked = performance.now();
  await page.getByRole('button', { name: 'Hủy in' }).click();
  await page.getByText('Đã hủy. Chưa có tệp nào được tạo.').waitFor({ timeout: 3000 });
  t.diagnostic(`cancelled in ${Math.round(performance.now() - asked)} ms`);

  await page.getByRole('button', { name: 'In lần khác' }).click();
  await page.getByLabel('Tìm trong danh sách').fill('01');
  await page.getByRole('button', { name: 'Bỏ chọn hết' }).click();
  await page.getByRole('button', { name: 'Bắt đầu in' }).click();
  const began = performance.now();
  await page.getByText(/^Đã xong: /).waitFor({ timeout: 240_000 });
  const said = await page.getByText(/^Đã xong: /).textContent();
  const made = Number(/Đã xong: ([\d.]+) tờ/.exec(said)[1].replaceAll('.', ''));
  assert.ok(made > 50 && made < total, said);
  t.diagnostic(`${made} sheets in one file in ${Math.round(performance.now() - began)} ms`);
  assert.equal(await page.getByRole('button', { name: 'In', exact: true }).last().isVisible(), true);
  assert.deepEqual(await layoutFaults(page), []);
  await shot('batch-done');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'In', exact: true }).click();
  await page.getByRole('menuitem', { name: 'In hàng loạt…' }).click();
  await page.getByText(/^Đã xong: /).waitFor();
  assert.deepEqual(wrong, []);
});
