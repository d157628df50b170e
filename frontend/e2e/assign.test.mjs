// A decision typed from paper by keyboard, refused with the bad line named, then issued; and the officer added on the way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, layoutFaults, openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';

let program, browser, page, wrong;
/** Keys pressed and words typed since it was last set to nought. */
let actions = 0;
// By the day before the story every place the made-up office left without an officer is without one.
const YESTERDAY = '25/11/2026';

const open = async (hash) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
const line = (number) => page.getByRole('group', { name: `Dòng ${number}`, exact: true });
const cell = (number, name) => line(number).getByLabel(`${name}, dòng ${number}`);

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

/** Picks the first that fits and goes on to the next cell. */
async function pick(text) {
  // What stands in the cell already is typed over; in an empty one there is nothing to choose.
  if (await page.evaluate(() => document.activeElement.value !== '')) actions++;
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  // The list of an earlier text may still stand there; nothing is taken from it.
  await page.locator('.cn-list [role=listbox]:not([aria-busy=true]) [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
  actions += 2;
}

/** Every message in a line of the annex is one line high, and whole while its cell is in hand; the bar above lists the refused ones. */
async function messagesFit(listed) {
  const said = page.locator('.cn-annex-line .cn-field-error');
  for (const each of await said.all()) {
    const seen = () =>
      each.evaluate((box) => ({
        height: box.getBoundingClientRect().height,
        whole: box.firstElementChild.scrollWidth <= box.firstElementChild.clientWidth + 1,
        same: box.title === box.textContent,
      }));
    await each.evaluate((box) => box.closest('.cn-annex-cell').querySelector('input').focus());
    assert.deepEqual({ ...(await seen()), height: null }, { height: null, whole: true, same: true });
    assert.ok((await seen()).height <= 26, `${(await seen()).height} px: ${await each.textContent()}`);
  }
  const bar = page.getByRole('list', { name: 'Cần xử lý' });
  assert.deepEqual(
    (await bar.locator('strong').allInnerTexts()).map((text) => text.trim()),
    listed,
  );
}

/** Goes on from the place to the next line: chính, từ ngày, nhiệm vụ and, where somebody holds the place, whether to replace them. */
async function nextLine(number) {
  const there = cell(number, 'Cán bộ').and(page.locator(':focus'));
  for (let pressed = 0; pressed < 5 && (await there.count()) === 0; pressed++) {
    await page.keyboard.press('Enter');
    actions++;
    await page.waitForTimeout(40);
  }
  await there.waitFor();
}

test('an officer is added by keyboard, and a namesake is pointed out', async () => {
  await open('#/can-bo');
  await page.getByRole('heading', { name: 'Cán bộ' }).waitFor();
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.insertText('Nguyen Mau An');
  await page.getByText('Đã có người tên giống').waitFor();
  await page.getByLabel(/^Họ và tên/).fill('Đỗ Mẫu Ẩn');
  await page.keyboard.press('Control+s');
  await page.getByText('Đã thêm Đỗ Mẫu Ẩn.').waitFor();
  await page.getByRole('row', { name: /Đỗ Mẫu Ẩn/ }).waitFor();
});

test('a decision with three lines is typed, refused for one of them, put right and issued', async () => {
  await open('#/phan-cong/quyet-dinh/moi');
  await page.getByLabel('Số', { exact: true }).fill('88');
  await page.getByLabel('Ngày ký').fill(YESTERDAY);
  await page.keyboard.press('Tab');
  assert.equal(await page.getByLabel('Có hiệu lực từ ngày').inputValue(), YESTERDAY);
  await page.getByLabel('Tổng số dòng ghi trên phụ lục').fill('3');
  await cell(1, 'Hình thức').focus();
  await pick('A3');
  await pick('do mau an');
  await pick('thoi binh');
  await nextLine(2);
  await pick('mau binh');
  await pick('qui loi');
  await nextLine(3);
  await pick('mau chau');
  await page.getByRole('button', { name: 'Ban hành' }).click();
  await line(3).getByText('Dòng 3: hãy chọn đơn vị').waitFor();
  await messagesFit(['Dòng 3 · Đơn vị']);
  await cell(3, 'Đơn vị').focus();
  await pick('an hoa');
  const replace = line(3).getByLabel('Thay người đang phụ trách');
  await replace.waitFor();
  await page.getByRole('button', { name: 'Ban hành' }).click();
  await line(3)
    .getByText(/phụ trách chính từ ngày/)
    .waitFor();
  // A day that is none, in the narrowest cell that is typed into.
  const from = cell(2, 'Từ ngày');
  await from.fill('31/2/2026');
  await cell(2, 'Nhiệm vụ, ghi chú').focus();
  await line(2).locator('[data-cell=from] .cn-field-error').waitFor();
  await messagesFit(['Dòng 3 · Đơn vị']);
  await from.fill('');
  await page.keyboard.press('F8');
  assert.equal(await cell(3, 'Đơn vị').evaluate((field) => field === document.activeElement), true);
  await replace.check();
  await page.getByRole('button', { name: 'Ban hành' }).click();
  const asked = page.getByRole('dialog', { name: 'Vẫn ban hành?' });
  await asked.getByText('3 dòng vào sổ phân công cùng lúc').waitFor();
  await asked.getByText(/khuyết số/).waitFor();
  await asked.getByRole('button', { name: 'Vẫn ban hành' }).click();
  await page.getByText('Đã ban hành quyết định 88-QĐ/HU: 3 dòng.').waitFor();
  await page.getByRole('button', { name: 'Thu hồi về dự thảo' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
});

test('an annex of forty lines is typed by keyboard alone in at most 8 actions a line, and every line is kept', async (t) => {
  const places = ['qui duc a', 'qui duc b', 'qui thanh', 'an hoa', 'an ninh', 'an binh', 'my phu', 'my thanh'];
  const people = ['mau an', 'mau binh', 'mau chau', 'mau dung', 'mau ha'];
  await open('#/phan-cong/quyet-dinh/moi');
  await page.getByLabel('Tổng số dòng ghi trên phụ lục').fill('40');
  await cell(1, 'Hình thức').focus();
  await pick('A3');
  const counted = [];
  for (let number = 1; number <= 40; number++) {
    actions = 0;
    await pick(people[number % people.length]);
    await pick(places[number % places.length]);
    if (number < 40) await nextLine(number + 1);
    counted.push(actions);
  }
  const most = Math.max(...counted);
  t.diagnostic(`a line of a decision: ${Math.min(...counted)} to ${most} actions`);
  assert.ok(most <= 8, `${most} actions`);
  await page.keyboard.press('Control+s');
  await page.waitForFunction(() => !location.hash.endsWith('/moi'));
  await page.reload();
  await line(40).waitFor();
  assert.equal(await page.getByRole('group', { name: /^Dòng \d+$/ }).count(), 40);
  for (const number of [1, 17, 40]) {
    assert.match(await cell(number, 'Cán bộ').inputValue(), /Mẫu/);
    assert.match(await cell(number, 'Đơn vị').inputValue(), /Ấp/);
  }
});

test('what was issued stands in the register, on the unit and in coverage', async () => {
  await open('#/phan-cong');
  await page.getByLabel('Tìm chữ').fill('88-QĐ');
  await page.locator('.cn-table-foot', { hasText: '3 phân công' }).waitFor();
  await open('#/phan-cong/con-trong');
  await page.getByText('Theo cấp trên trực tiếp').waitFor();
  assert.equal(
    await page
      .getByRole('grid', { name: 'Nơi còn trống' })
      .getByRole('row', { name: /Ấp Thới Bình/ })
      .count(),
    0,
  );
  for (const size of ['100', '175']) {
    await page.evaluate((to) => {
      document.documentElement.dataset.text = to;
    }, size);
    for (const hash of [
      '#/can-bo',
      '#/phan-cong',
      '#/phan-cong/quyet-dinh',
      '#/phan-cong/quyet-dinh/moi',
      '#/phan-cong/con-trong',
      '#/phan-cong/chu-truong',
    ]) {
      await open(hash);
      await settled(page);
      assert.deepEqual(await layoutFaults(page), [], `${hash} at ${size} %`);
    }
  }
  assert.deepEqual(wrong, []);
});
