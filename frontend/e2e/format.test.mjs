// How papers look and in whose name they go out: an administrator sets a form from a day on, sees it on the sample page, adds a
// board of the committee, and prints a paper of old and of new days.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, layoutFaults, openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';

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

const open = (hash) =>
  page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
const picture = (name) =>
  process.env.CAUNOI_SHOTS && page.screenshot({ path: `${process.env.CAUNOI_SHOTS}/${name}.png` });
const choose = async (label, option) => {
  await page.getByLabel(label, { exact: true }).last().click();
  await page.locator('.cn-list [role=option]', { hasText: option }).first().click();
};
/** The words of the sheet on the screen, once it has them. */
const sheetSays = async (words) => {
  // On the page of a report the field opens when it is asked for.
  if ((await page.getByLabel('Tìm trong văn bản').count()) === 0) await page.keyboard.press('Control+f');
  const find = page.getByLabel('Tìm trong văn bản').last();
  const said = page
    .getByRole('status')
    .filter({ hasText: /^\d+\/\d+, \d+ trang/ })
    .last();
  // A new sheet comes a moment after the settings were typed; words are looked for on the sheet in sight.
  for (let tries = 0; tries < 8 && (await said.count()) === 0; tries += 1) {
    await find.fill('');
    await find.fill(words);
    await said.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await said.waitFor({ timeout: 1_000 });
  await find.fill('');
};

test('old papers keep Hướng dẫn 36, new ones have Hướng dẫn 05, and the sample page shows both', async () => {
  await open('/the-thuc');
  await page.getByRole('button', { name: /^Đến 26\/05\/2026/ }).click();
  await choose('Trang mẫu', 'Tờ trình');
  await sheetSays('Kính gửi');
  await page.getByRole('button', { name: /^Từ 27\/05\/2026/ }).click();
  await sheetSays('Kính trình');
  const [settings, sample] = await Promise.all([
    page.getByRole('heading', { name: 'Chữ và dòng' }).boundingBox(),
    page.getByRole('region', { name: 'Trang mẫu' }).boundingBox(),
  ]);
  assert.ok(sample.x > settings.x + settings.width, 'the sample page stands beside the settings');
  await picture('the-thuc');
});

test('a choice from a day on makes a version of its own, and can be taken back', async () => {
  const day = page.getByLabel('Có hiệu lực từ ngày');
  await day.fill('01/12/2026');
  await day.press('Tab');
  await page.getByText('Lưu thành một mẫu mới từ ngày này').waitFor();
  await choose('Khoảng cách dòng', '20 pt');
  await choose('Tờ trình mở đầu', 'Kính gửi');
  await sheetSays('Kính gửi');
  await page.keyboard.press('Control+s');
  await page.getByText('Đã lưu thể thức.').waitFor();
  const version = page.getByRole('button', { name: /^Từ 01\/12\/2026/ });
  await version.waitFor();
  assert.match(await version.textContent(), /Cơ quan chọn: giãn dòng 20 pt; tờ trình mở đầu “Kính gửi”/);
  await page.getByRole('button', { name: 'Bỏ mẫu riêng từ 01/12/2026' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ mẫu riêng' }).click();
  await page.getByText('Đã bỏ mẫu riêng.').waitFor();
  await version.waitFor({ state: 'detached' });
});

test('a board is added from its suggestion, wrong signing is refused in a sentence, and it can issue a paper', async () => {
  await open('/the-thuc/co-quan-ban-hanh');
  await page.getByRole('button', { name: 'Thêm cơ quan' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByPlaceholder('Ban Tổ chức').fill('Ban Tuyên giáo');
  await sheet.getByRole('button', { name: 'Gợi ý theo loại và tên' }).click();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.cn-input')].some((input) => /^BTG/.test(input.value)),
  );
  await sheet.getByLabel('Quyền hạn ký').fill('T/L BAN THƯỜNG VỤ');
  await page.keyboard.press('Control+s');
  await sheet.locator('.cn-field-error', { hasText: 'thừa lệnh (T/L) chỉ dùng dưới tên cấp ủy' }).waitFor();
  await sheet.getByLabel('Quyền hạn ký').fill('K/T TRƯỞNG BAN');
  await sheet.getByLabel('Chức vụ').fill('PHÓ TRƯỞNG BAN');
  await sheetSays('K/T TRƯỞNG BAN');
  await picture('co-quan-ban-hanh-phieu');
  await page.keyboard.press('Control+s');
  await page.getByText('Đã lưu.').waitFor();
  await page.getByRole('heading', { name: /^Ban Tuyên giáo/ }).waitFor();
  await picture('co-quan-ban-hanh');
  await open('/bao-cao/bao-cao-ky');
  await page.locator('canvas').first().waitFor(); // what was chosen last is there by now, and the fields stay as they are
  await page.getByRole('button', { name: 'Lựa chọn' }).click();
  await choose('Cơ quan ban hành', 'Ban Tuyên giáo');
  await sheetSays('BAN TUYÊN GIÁO');
  await sheetSays('PHÓ TRƯỞNG BAN');
});

test('the screens hold at 100 and 175 %', async () => {
  const faults = [];
  for (const size of [175, 100]) {
    await page.locator('.cn-top .cn-text-size').click();
    await page.getByTitle(`Cỡ chữ ${size} %`).last().click();
    await page.waitForFunction((wanted) => document.documentElement.dataset.text === String(wanted), size);
    for (const hash of ['/the-thuc', '/the-thuc/co-quan-ban-hanh', '/bao-cao/bao-cao-ky', '/co-quan']) {
      await open(hash);
      await settled(page);
      for (const fault of [...(await layoutFaults(page)), ...(await axeFindings(page))])
        faults.push(`${hash} at ${size} %: ${fault}`);
      await picture(`${hash.slice(1).replaceAll('/', '-')}-${size}`);
    }
  }
  assert.deepEqual(faults, []);
});

test('nothing went wrong behind the screens', () => assert.deepEqual(wrong, []));
