// Ctrl+K: whatever has a name or a number, what one wants to do, and what was opened last.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  axeFindings,
  layersGone,
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

async function ask(text) {
  await page.keyboard.press('Control+k');
  await page.locator('.cn-find input:focus').waitFor();
  await page.keyboard.insertText(text);
}

const lines = () => page.locator('.cn-found [role=option]').allTextContents();
const heading = (name) => page.getByRole('heading', { level: 1, name }).waitFor();

test('an act with its place and day opens the form at its first gap', async () => {
  await ask('di co so qui duc b hom qua');
  await takeFirst(page, 'Ghi: Đi cơ sở – Ấp Quí Đức B');
  await page.locator('[role=dialog] [data-stop]:focus').waitFor();
  const form = page.locator('[role=dialog]');
  assert.match(await form.locator('[data-field=kind] input').inputValue(), /Đi cơ sở/);
  assert.match(await form.locator('[data-field=hostIds]').textContent(), /Ấp Quí Đức B/);
  assert.match(await form.locator('[data-field=heldOn] input').inputValue(), /25\/11\/2026/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await layersGone(page);
});

test('a screen that is not in the menu, and a report with its period', async () => {
  await ask('luoi thang');
  await takeFirst(page, 'Lưới tháng');
  await heading('Lưới tháng');
  await ask('R20 tháng 10');
  await takeFirst(page, 'tháng 10');
  await heading(/Báo cáo/);
  await page.waitForFunction(() => location.hash.startsWith('#/bao-cao/bao-cao-ky'));
});

test('every answer says where it lies and shows the letters typed', async () => {
  await ask('qui duc b');
  await page.locator('.cn-found [role=option]', { hasText: 'Ấp Quí Đức B' }).first().waitFor();
  const first = page.locator('.cn-found [role=option]').first();
  assert.match(await first.textContent(), /^Ấp Quí Đức Bđịa bàn · Xã Quới Điền/);
  assert.deepEqual(await first.locator('mark').allTextContents(), ['Quí', 'Đức', 'B']);
  for (const line of await page.locator('.cn-found [role=option]').all())
    assert.ok((await line.locator('mark').count()) > 0, await line.textContent());
  await settled(page);
  assert.deepEqual(await axeFindings(page), []);
  await page.keyboard.press('Enter');
  await heading(/Địa bàn/);
});

test('an empty box shows what was opened last, the newest first', async () => {
  await ask('');
  await page.locator('.cn-found [role=option]').first().waitFor();
  const kept = await lines();
  assert.match(kept[0], /^Ấp Quí Đức B/);
  assert.match(kept[1], /tháng 10/);
  await page.keyboard.press('Escape');
});

test('a leader is not offered what a leader may not do', async () => {
  await page.locator('.cn-person').click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.locator('input[type=password]').waitFor();
  await signIn(page, 'lanhdao');
  await ask('');
  assert.deepEqual(await lines(), [], 'what another person opened is nobody else’s affair');
  await page.keyboard.insertText('di co so qui duc b');
  await page.locator('.cn-list').getByText('Không tìm thấy').waitFor();
  await page.keyboard.press('Escape');
  assert.deepEqual(wrong, []);
});
