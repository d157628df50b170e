// A session built by keyboard alone: facts, agenda with papers and times, members by their seats, and its dossier.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, layoutFaults, openPage, signIn, startBrowser, startProgram } from './browser.mjs';

let program, browser, page, wrong;
const shot = (name) =>
  process.env.CAUNOI_SHOTS && page.screenshot({ path: `${process.env.CAUNOI_SHOTS}/phien-hop-${name}.png` });
const focused = () =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '');

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

/** Presses Tab until the field is reached. */
async function tabTo(label) {
  for (let i = 0; i < 40; i += 1) {
    const here = await page.evaluate(() => {
      const el = document.activeElement;
      return (
        el?.getAttribute('aria-label') ??
        (el?.id ? document.querySelector(`label[for="${CSS.escape(el.id)}"]`)?.textContent : el?.textContent) ??
        ''
      );
    });
    if (here.startsWith(label)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${label} is not reached by Tab`);
}

/** Points are read as lines; whoever comes into one opens it. */
async function openPoint(number) {
  await page.getByRole('button', { name: `Sửa nội dung ${number}:` }).focus();
  await page.getByRole('textbox', { name: `Nội dung, nội dung ${number}` }).waitFor();
}

const pick = async (text, option) => {
  await page.keyboard.type(text);
  await page.getByRole('option', { name: option }).first().waitFor();
  while (
    !(await page
      .getByRole('option', { name: option })
      .first()
      .evaluate((el) => el.getAttribute('aria-selected') === 'true'))
  )
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
};

test('a session is prepared by keyboard and its dossier shows what was typed', async () => {
  await page.goto(`${program.address}#/phien-hop`);
  await page.getByRole('heading', { name: 'Phiên họp', exact: true }).waitFor();
  await page.getByText('Hội nghị Ban Chấp hành Đảng bộ huyện lần thứ 6').waitFor();
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  await shot('danh-sach');
  await page.keyboard.press('Control+n');
  await page.getByRole('heading', { name: 'Lập phiên họp' }).waitFor();
  await tabTo('Phiên họp của');
  await page.keyboard.type('ban thuong vu');
  await page.keyboard.press('Enter');
  await tabTo('Ngày họp');
  await page.keyboard.type('30/12/2026');
  await tabTo('Giờ bắt đầu');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('8h15');
  await tabTo('Tên phiên họp');
  await page.keyboard.type('Hội nghị Ban Thường vụ cuối năm');
  await tabTo('Địa điểm');
  await page.keyboard.type('Hội trường B');
  await tabTo('Chủ trì');
  await pick('nguyen mau an', 'Nguyễn Mẫu An');

  await tabTo('Nội dung, nội dung 1');
  await page.keyboard.type('Báo cáo tháng');
  await page.keyboard.press('Enter');
  assert.equal(await focused(), 'Người trình bày, nội dung 1');
  await pick('mau binh', 'Trần Mẫu Bình'); // what was chosen lets go of the field
  await tabTo('Số phút, nội dung 1');
  await page.keyboard.type('40');
  await page.keyboard.press('Control+Enter');
  assert.equal(await focused(), 'Nội dung, nội dung 2');
  await page.keyboard.type('Công tác cán bộ');
  await page.keyboard.press('Enter');
  await pick('Ban Tổ chức Huyện ủy', /Ban Tổ chức Huyện ủy.*ghi đúng/);
  await page.getByText('2 nội dung, 40 phút').waitFor();

  // Papers of the first point: one drawn up anew, one handed out apart.
  await openPoint(1);
  assert.equal(await focused(), 'Nội dung, nội dung 1');
  await page.getByRole('combobox', { name: 'Thêm tài liệu, nội dung 1' }).focus();
  await pick('bang phu', 'Bảng phủ địa bàn');
  await page.getByRole('textbox', { name: 'Tên tài liệu 1.1' }).waitFor();
  await page.getByRole('combobox', { name: 'Thêm tài liệu, nội dung 1' }).focus();
  await pick('Tờ trình kinh phí', 'Tờ trình kinh phí');
  await page.getByRole('textbox', { name: 'Nơi chuẩn bị tài liệu 1.2' }).focus();
  await page.keyboard.type('Văn phòng Huyện ủy');

  // The second point goes up: the hours follow.
  await openPoint(2);
  await page.keyboard.press('Alt+ArrowUp');
  assert.equal(await page.getByRole('textbox', { name: 'Nội dung, nội dung 1' }).inputValue(), 'Công tác cán bộ');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('button', { name: 'Sửa nội dung 1: Báo cáo tháng' }).waitFor();
  await page.getByText('08:55', { exact: true }).waitFor();
  await shot('soan');

  await page.keyboard.press('Control+s');
  await page.getByText('Đã lưu phiên họp.').waitFor();
  await page.getByText('6 đại biểu, 6 bản tài liệu').waitFor();
  assert.equal(await page.getByLabel('Giờ bắt đầu').inputValue(), '08:15');
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  await shot('da-luu');

  // A refused save says what to do, beside the field.
  await openPoint(2);
  await page.getByRole('textbox', { name: 'Nội dung, nội dung 2' }).fill('Đơn của bà Nguyễn Thị Tèo');
  await page.keyboard.press('Control+s');
  await page
    .getByText(/giống tên người dân/)
    .first()
    .waitFor();
  const kept = page.waitForResponse((answer) => /SaveDraft.*Công tác cán bộ/.test(answer.request().postData() ?? ''));
  await page.getByRole('textbox', { name: 'Nội dung, nội dung 2' }).fill('Công tác cán bộ');

  // What was typed is there again after the page was left in the middle.
  await kept;
  const here = page.url();
  await page.goto(`${program.address}#/phien-hop`);
  await page.getByRole('heading', { name: 'Phiên họp', exact: true }).waitFor();
  await page.goto(here);
  await page.getByText('Có bản nháp chưa lưu').waitFor();
  await page.getByRole('button', { name: 'Dùng bản nháp' }).press('Enter');
  await page.keyboard.press('Control+s');
  await page.getByText('Đã lưu phiên họp.').waitFor();

  await page.getByRole('link', { name: 'Hồ sơ, văn bản' }).press('Enter');
  await page.locator('canvas').first().waitFor({ timeout: 30_000 });
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  await shot('ho-so');
  for (const paper of ['Chương trình', 'Giấy mời', 'Danh sách đại biểu', 'Biên bản']) {
    await page.getByRole('radio', { name: paper, exact: true }).press('Space');
    await page.locator('canvas').first().waitFor({ timeout: 30_000 });
  }
  await shot('bien-ban');
  assert.deepEqual(
    wrong.filter((each) => !/status of 4/.test(each)),
    [],
  );
});

test('the screens hold at 175 %', async () => {
  await page.evaluate(() => document.documentElement.setAttribute('data-text', '175'));
  await page.goto(`${program.address}#/phien-hop/moi`);
  await page.getByRole('heading', { name: 'Lập phiên họp' }).waitFor();
  assert.deepEqual(await layoutFaults(page), []);
  await shot('moi-175');
  await page.goto(`${program.address}#/phien-hop`);
  await page.getByText('Hội nghị Ban Chấp hành Đảng bộ huyện lần thứ 6').waitFor();
  assert.deepEqual(await layoutFaults(page), []);
  await shot('danh-sach-175');
  await page.getByText('Hội nghị Ban Thường vụ Huyện ủy lần thứ 14').dblclick();
  await page.getByRole('heading', { name: 'Hội nghị Ban Thường vụ Huyện ủy lần thứ 14' }).waitFor();
  await page.getByText('Thành phần dự họp').waitFor();
  assert.deepEqual(await layoutFaults(page), []);
  await shot('da-hop-175');
  // With text this large the parts of a room stand in one choice.
  await page.goto(`${page.url()}/ho-so`);
  await page.locator('.cn-pdf').scrollIntoViewIfNeeded();
  await page.locator('canvas').first().waitFor({ timeout: 30_000 });
  assert.deepEqual(await layoutFaults(page), []);
  await shot('ho-so-175');
});
