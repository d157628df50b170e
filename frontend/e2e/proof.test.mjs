// A print is told again at the register: by its file, by the letters in its foot, and signed outside and taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, layersGone, layoutFaults, openPage, signIn, startBrowser, startProgram } from './browser.mjs';

let program, browser, page, wrong;
let sealed; // bytes of a sealed paper
let letters;
const shot = (name) =>
  process.env.CAUNOI_SHOTS && page.screenshot({ path: `${process.env.CAUNOI_SHOTS}/proof-${name}.png` });
const pdf = (name, buffer) => ({ name, mimeType: 'application/pdf', buffer });

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(30_000);
  await signIn(page, 'chuyenvien');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** The drawer of the first sealed paper of the register. */
async function openFirst() {
  await page.evaluate(() => {
    location.hash = '/van-ban';
  });
  const rows = page.locator('tbody tr', { hasText: 'BC/HU', hasNotText: /ngoài chương trình|Đã hủy/ });
  await rows.first().locator('strong').first().dblclick();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Mã kiểm tra').waitFor();
  return drawer;
}

test('the sealed file of a paper and its letters are in its drawer', async () => {
  const drawer = await openFirst();
  letters = await drawer.locator('dt', { hasText: 'Mã kiểm tra' }).locator('xpath=following-sibling::dd').innerText();
  assert.match(letters, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await shot('drawer');
  assert.deepEqual(await axeFindings(page), []);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.headers()['content-type']?.includes('pdf')),
    drawer.getByRole('button', { name: 'Mở bản đã ban hành' }).click(),
  ]);
  sealed = await answer.body();
  await page.getByText('Bản in lại', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await drawer.getByText('Mã kiểm tra').waitFor(); // back to the register, where the drawer is still open
  await page.keyboard.press('Escape');
  await layersGone(page);
});

test('a file and the letters of a print say which paper they are, unchanged or not', async () => {
  await page.getByRole('button', { name: 'Kiểm tra bản in' }).click();
  const form = page.getByRole('dialog', { name: 'Kiểm tra một bản in' });
  const file = form.getByLabel('Tệp PDF cần kiểm tra');
  await file.setInputFiles(pdf('ban.pdf', sealed));
  await form.getByText('Còn nguyên', { exact: true }).waitFor();
  await shot('unchanged');
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  const changed = Buffer.from(sealed);
  changed[changed.length - 300] ^= 1;
  await file.setInputFiles(pdf('ban.pdf', changed));
  await form.getByText('Đã bị sửa', { exact: true }).waitFor();
  await form.getByLabel('Hoặc mã kiểm tra trên bản in').fill('12');
  await page.keyboard.press('Control+s');
  await form
    .getByText(/Mã kiểm tra có 12 chữ và số/)
    .first()
    .waitFor();
  await form.getByLabel('Hoặc mã kiểm tra trên bản in').fill(letters.toLowerCase());
  await page.keyboard.press('Control+s');
  await form.getByText('Đúng mã', { exact: true }).waitFor();
  await shot('letters');
  await page.keyboard.press('Escape');
  await layersGone(page);
});

test('a file signed outside is taken back only when it begins with the sealed one', async () => {
  const drawer = await openFirst();
  const file = drawer.getByLabel('Tệp PDF đã ký số');
  await file.setInputFiles(pdf('ky.pdf', sealed));
  await drawer.getByText(/chưa có chữ ký số/).waitFor();
  const update = '900 0 obj\n<</Type /Sig /ByteRange [0 1 2 3]>>\nendobj\nstartxref\n9\n%%EOF\n';
  await file.setInputFiles(pdf('ky.pdf', Buffer.concat([sealed, Buffer.from(update)])));
  await drawer.getByText('Đã ký số', { exact: true }).waitFor();
  await shot('signed');
  assert.deepEqual(await axeFindings(page), []);
  await drawer.getByRole('button', { name: 'Mở bản đã ký' }).click();
  await page.getByText('Bản đã ký số', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('tbody tr', { hasText: 'đã ký số' }).waitFor();
  assert.deepEqual(wrong, []);
});
