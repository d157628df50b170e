// The office's monthly cycle: a duty is written down, a month passes, the rate equals what one counts by hand; an officer
// leaves and everything moves in a few actions.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  axeFindings,
  layoutFaults,
  openPage,
  settled,
  signIn,
  startBrowser,
  startProgram,
  takeFirst,
} from './browser.mjs';

let program, browser, page, wrong;
let wizard = ''; // address of one officer's handover

const open = async (hash) => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
};
const choose = async (scope, label, option) => {
  await scope.getByLabel(label, { exact: true }).click();
  await page.locator('.cn-list').getByTitle(option, { exact: true }).click();
};
const cellOf = (row, nth) => row.locator('td').nth(nth);

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(15_000);
  await signIn(page, 'chuyenvien');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test('the calendar is walked by keyboard and knows both calendars', async () => {
  await open('/lich?ngay=2026-06-01');
  const here = page.locator('.cn-cal-sheet td[tabindex="0"]');
  await page.locator('.cn-cal-sheet td[data-day="2026-06-01"][tabindex="0"]').waitFor();
  await here.focus();
  assert.match(await here.getAttribute('aria-label'), /^T2 01\/06\/2026 \(16\/4 âl\)/);
  await page.keyboard.press('PageDown');
  await page.locator('.cn-cal-sheet td[data-day="2026-07-01"]:focus').waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.locator('.cn-cal-sheet td[data-day="2026-06-30"]:focus').waitFor();
  assert.match(await here.getAttribute('aria-label'), /16\/5 âl/);
  await page.keyboard.press('Enter');
  await page.locator('.cn-cal-panel:focus').getByText('Họp Tổ nhân dân tự quản').first().waitFor();
});

test('a rule that cannot be is refused beside its field', async () => {
  await open('/lich/nhiem-vu');
  await page.getByRole('heading', { name: 'Nhiệm vụ định kỳ' }).waitFor();
  await page.getByText('mặc định, chưa có văn bản').first().waitFor();
  await page.keyboard.press('Control+n');
  const form = page.getByRole('dialog');
  await form.getByLabel(/^Tên nhiệm vụ/).fill('Dự họp dân hằng tháng');
  await choose(form, 'Chủ trương, kế hoạch (bắt buộc)', 'Phân công cán bộ theo dõi, hỗ trợ và phụ trách địa bàn');
  await choose(form, 'Hình thức phân công', 'A3 Phụ trách ấp, khu phố');
  await form.getByRole('radio', { name: 'Cán bộ được phân công' }).check();
  await choose(form, 'Loại cuộc họp (bắt buộc)', 'Họp dân');
  await choose(form, 'Mỗi kỳ (bắt buộc)', 'hằng tháng');
  await form.getByLabel('Hiệu lực từ ngày (bắt buộc)', { exact: true }).fill('1/10/2026');
  await form.getByLabel(/^Số lần/).fill('0');
  await page.keyboard.press('Control+s');
  await form
    .getByRole('alert')
    .getByText(/Số lần trong một kỳ phải từ 1/)
    .first()
    .waitFor();
  await form.getByLabel(/^Số lần/).fill('1');
  await page.keyboard.press('Control+s');
  await form.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /Dự họp dân hằng tháng/ }).waitFor();
});

test('when the month has passed, the rate is what one counts by hand', async () => {
  await open('/nhat-ky/luoi?ky=2026-10&loai=PEOPLE');
  await page.getByRole('heading', { name: /tháng 10 năm 2026/ }).waitFor();
  const rows = page.locator('.cn-grid tbody tr');
  await rows.first().waitFor();
  const held = (
    await rows.evaluateAll((all) =>
      all.map((row, nth) => ({ nth, unit: row.cells[0].textContent, officer: row.cells[1].textContent })),
    )
  ).filter((each) => /^(Ấp|Khu phố)/.test(each.unit) && each.officer !== 'chưa có người');
  const typed = ['đ', 'đ', 'v', 'k', 'p'];
  for (const [n, letter] of typed.entries()) {
    await cellOf(rows.nth(held[n].nth), 2).click();
    await page.keyboard.insertText(String(10 + n));
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(letter);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+s');
  await page.getByText('Đã lưu 5 dòng.').waitFor();

  await open('/ket-qua');
  await page.getByRole('heading', { name: 'Kết quả thực hiện' }).waitFor();
  await choose(page, 'Loại kỳ', 'Tháng');
  await choose(page, 'Tháng', 'tháng 10');
  await page.getByRole('radio', { name: 'Loại cuộc họp' }).check();
  const line = page.getByRole('row', { name: /Họp dân/ });
  await line.getByText('2/4').waitFor();
  const numbers = (await line.locator('td').allTextContents())
    .slice(2) // behind the name and the rate
    .map((each) => (each === '–' ? 0 : /^\d+$/.test(each) ? Number(each) : each));
  const [expected, attended, counted, uncounted, excused, absent, unwritten, unknown, notHeld] = numbers;
  assert.deepEqual([attended, counted, uncounted, excused, absent, notHeld], [2, 0, 0, 1, 1, 1]);
  assert.equal(expected, attended + counted + uncounted + excused + absent + unwritten + unknown);
  // The meeting that was not held is owed by nobody; at Ấp Thới Bình nobody was in charge any more.
  assert.equal(expected, held.length - notHeld);
  await cellOf(line, 7).getByRole('button').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText(held[2].unit, { exact: false }).waitFor();
  assert.equal(await sheet.locator('tbody tr[data-row-key]').count(), 1);
  await page.keyboard.press('Escape');
});

test('a pause takes the month out of both sides', async () => {
  await open('/lich/tam-dung');
  await page.getByRole('heading', { name: 'Tạm dừng', exact: true }).waitFor();
  await page.keyboard.press('Control+n');
  const form = page.getByRole('dialog');
  await choose(form, 'Loại cuộc họp (bắt buộc)', 'Họp dân');
  await form.getByLabel(/^Từ ngày/).fill('1/10/2026');
  await form.getByLabel(/^Đến hết ngày/).fill('31/10/2026');
  await page.keyboard.press('Control+s');
  await form.getByText('Hãy ghi lý do').first().waitFor();
  await form.getByLabel(/^Lý do/).fill('Lũ lụt');
  await page.keyboard.press('Control+s');
  await form.waitFor({ state: 'detached' });
  await open('/ket-qua');
  const line = page.getByRole('row', { name: /Họp dân/ });
  await line.waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('tbody tr')].some(
      (row) => /^Họp dân/.test(row.cells[0].textContent) && Number(row.cells[11]?.textContent) > 0,
    ),
  );
});

test('the cells register their days on one sheet', async () => {
  await open('/lich/dang-ky?ky=2027-01');
  await page.getByRole('grid', { name: /tháng 01 năm 2027/ }).waitFor();
  const rows = page.locator('.cn-grid tbody tr');
  const all = await rows.count();
  await cellOf(rows.first(), 1).click();
  for (const day of ['5', '6', '32']) {
    await page.keyboard.insertText(day);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+s');
  await page.getByText('Tháng 1/2027 không có ngày 32.').first().waitFor();
  await cellOf(rows.nth(2), 1).click();
  await page.keyboard.insertText('7');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('19h');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await page.getByText(/Đã lưu 3 dòng/).waitFor();
  await page.getByText(`3 đã đăng ký, ${all - 3} chưa`).waitFor();
});

test('an officer hands everything over in at most 8 actions, and it can be taken back', async (t) => {
  await open('/phan-cong/ban-giao');
  await page.getByRole('heading', { name: 'Bàn giao', exact: true }).waitFor();
  let actions = 0;
  const pick = async (field, text, option) => {
    await field.fill(text);
    await takeFirst(page, option);
    actions += 2;
  };
  await pick(page.getByLabel('Cán bộ bàn giao'), 'dang mau hanh', /Đặng Mẫu Hạnh/);
  await page.getByRole('heading', { name: 'Bàn giao của đồng chí Đặng Mẫu Hạnh' }).waitFor();
  wizard = await page.evaluate(() => location.hash.slice(1));
  await pick(page.getByLabel('Người nhận tất cả'), 'cao mau phuc', /Cao Mẫu Phúc/);
  await page.getByLabel('Số quyết định').fill('57');
  actions++;
  await page.getByRole('radio', { name: 'Luân chuyển, điều động' }).check();
  actions++;
  await page.getByText('0 chưa chọn').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+s');
  actions++;
  // A decision goes out with it: that is asked before, once everything was found good.
  const asked = page.getByRole('dialog', { name: 'Vẫn bàn giao?' });
  await asked.getByText(/^Quyết định 57-QĐ\/HU, ngày .* được ban hành/).waitFor();
  await asked.getByRole('button', { name: 'Vẫn bàn giao' }).click();
  actions++;
  await page.getByText(/^Đã bàn giao/).waitFor();
  await page.getByText('Nơi nào cũng có người nhận').waitFor();
  t.diagnostic(`G6, everything of an officer handed over: ${actions} actions from its page`);
  assert.ok(actions <= 8, `${actions} actions`);
  await page
    .getByRole('row', { name: /Cao Mẫu Phúc/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Hoàn tác bàn giao' }).click();
  await page.getByRole('heading', { name: 'Đặng Mẫu Hạnh' }).waitFor();
  await page.getByText('Đang hiệu lực').first().waitFor();
});

const faultsOf = async (hashes) => {
  const faults = [];
  for (const size of [175, 100]) {
    await page.locator('.cn-top .cn-text-size').click();
    await page.getByTitle(`Cỡ chữ ${size} %`).last().click();
    await page.waitForFunction((wanted) => document.documentElement.dataset.text === String(wanted), size);
    for (const hash of hashes) {
      await open(hash);
      await settled(page);
      for (const fault of [...(await layoutFaults(page)), ...(await axeFindings(page))])
        faults.push(`${hash} at ${size} %: ${fault}`);
    }
  }
  return faults;
};

test('the screens hold at 100 and 175 %', async () => {
  assert.deepEqual(
    await faultsOf([
      '/lich',
      '/lich/dang-ky',
      '/lich/nhiem-vu',
      '/lich/tam-dung',
      '/lich/ngay-nghi',
      '/ket-qua',
      '/ket-qua/hai-chieu',
      '/ket-qua/tai-lieu',
      '/nhat-ky/phieu',
      '/phan-cong/ban-giao',
      wizard,
    ]),
    [],
  );
});

test('who attended without a word is for the leaders’ eyes, and holds there too', async () => {
  await page.evaluate(() => window.go.access.Service.SignOut());
  await page.goto(program.address);
  await page.locator('input[type=password]').waitFor();
  await signIn(page, 'lanhdao');
  await open('/ket-qua/gop-y');
  await page.getByRole('grid', { name: 'Dự và góp ý' }).getByRole('row', { name: /Mẫu/ }).first().waitFor();
  assert.deepEqual(await faultsOf(['/ket-qua/gop-y']), []);
});

test('nothing went wrong behind the screens', () => assert.deepEqual(wrong, []));
