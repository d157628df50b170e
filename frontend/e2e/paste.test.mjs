// Blocks pasted as a sheet puts them on the clipboard: nothing is dropped, what is unclear stays and is one key away.
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

const open = async (hash) => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
};
/** Puts a block on the clipboard and presses Ctrl+V where the focus is. */
const paste = async (rows) => {
  const text = rows.map((row) => row.join('\t')).join('\r\n') + '\r\n';
  await page.evaluate((block) => navigator.clipboard.writeText(block), text);
  await page.keyboard.press('Control+v');
};
const line = (number) => page.getByRole('group', { name: `Dòng ${number}`, exact: true });
const cell = (number, name) => line(number).getByLabel(`${name}, dòng ${number}`, { exact: true });
/** "Hoàn tác" of the notice that says so. */
const takeBack = (said) =>
  page.locator('.cn-notice').filter({ hasText: said }).getByRole('button', { name: 'Hoàn tác' }).click();
const focused = (locator) => locator.and(page.locator(':focus')).waitFor();

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(program.address).origin });
  await signIn(page, 'chuyenvien');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test('an annex of a whole page is pasted, its unclear cells settled by keyboard, and taken back as one', async () => {
  await open('/phan-cong/quyet-dinh/moi');
  await cell(1, 'Cán bộ').focus();
  await paste([
    ['STT', 'Họ và tên', 'Chức vụ', 'Hình thức', 'Địa bàn', 'Nhiệm vụ'],
    ['1', 'Đ/c Nguyễn Mẫu An', 'Bí thư Huyện ủy', 'A3', 'Ấp Quí Đức A, xã Quới Điền', '"Dự họp\nhằng tháng"'],
    ['2', 'Đặng Mẫu Hạnh', '', 'A3', 'Qui Duc B', ''],
    ['3', 'Ng. M. An', '', 'A3', 'ấp An Hoà', ''],
    ['4', 'Phạm Không Có', '', 'A3', 'An Nin', 'Dự họp'],
  ]);
  await page.getByText('Đã dán 4 dòng × 5 cột: 2 dòng khớp.').waitFor();
  await page.getByText('Đã nhận ra dòng tiêu đề').waitFor();
  assert.match(await cell(1, 'Đơn vị').inputValue(), /^Ấp Quí Đức A/);
  assert.equal(await cell(1, 'Nhiệm vụ, ghi chú').inputValue(), 'Dự họp hằng tháng');
  // The words stay as pasted; the list names every one of them by the number of its row.
  assert.equal(await cell(4, 'Cán bộ').inputValue(), 'Phạm Không Có');
  const list = page.getByRole('list', { name: 'Cần xử lý' });
  await list.getByText('Chưa có cán bộ “Phạm Không Có” trong sổ').waitFor();
  assert.deepEqual(
    (await list.locator('strong').allTextContents()).map((each) => each.trim()),
    ['Dòng 3 · Cán bộ', 'Dòng 4 · Cán bộ', 'Dòng 4 · Đơn vị'],
  );
  await page.getByText('! còn 3 ô').waitFor();
  await settled(page);
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);

  // Nothing is saved while something would be left out.
  await page.keyboard.press('Control+s');
  await line(3).getByText('“Ng. M. An” chưa rõ là gì').waitFor();
  assert.match(page.url(), /\/moi$/);

  // F8 goes from problem to problem; Enter opens, Enter or a digit takes.
  await cell(1, 'Cán bộ').focus();
  await page.keyboard.press('F8');
  await focused(cell(3, 'Cán bộ'));
  await page.keyboard.press('Enter');
  const offered = page.getByRole('listbox', { name: 'Cán bộ, dòng 3' });
  await offered.getByText('viết tắt').first().waitFor();
  await page.keyboard.press('Enter');
  assert.match(await cell(3, 'Cán bộ').inputValue(), /Mẫu An$/);
  await page.getByText('! còn 2 ô').waitFor();
  await page.keyboard.press('F8');
  await focused(cell(4, 'Cán bộ'));
  // A name corrected in its place is asked again; once only one can be meant, it is taken.
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('Bùi Mẫu Hương');
  await page.getByText('! còn 1 ô').waitFor();
  await page.keyboard.press('F8');
  await focused(cell(4, 'Đơn vị'));
  await page.keyboard.press('Alt+1');
  await page.getByText('! còn', { exact: false }).waitFor({ state: 'detached' });

  // One undo takes the whole paste back, and it can be put in again.
  await page.getByRole('button', { name: /Hoàn tác dán/ }).click();
  await page.getByText('phụ lục như trước khi dán').waitFor();
  assert.equal(await page.getByRole('group', { name: /^Dòng \d+$/ }).count(), 1);
  await page.getByRole('button', { name: 'Dán lại' }).click();
  await line(4).waitFor();
  await cell(1, 'Hình thức').focus();
  await page.keyboard.press('Control+s');
  await page.waitForFunction(() => !location.hash.endsWith('/moi'));
  await page.reload();
  await line(4).waitFor();
  assert.equal(await cell(4, 'Cán bộ').inputValue(), 'Bùi Mẫu Hương');
  assert.match(await cell(4, 'Đơn vị').inputValue(), /^Ấp An Ninh/);
});

const heading = (name) => page.getByRole('heading', { name }).waitFor();
const row = (n) => page.locator('.cn-grid tbody tr').nth(n - 1);

test('a list of officers pasted on the list opens as a sheet, is put right there and added as a whole', async () => {
  await open('/can-bo');
  await page.getByRole('row', { name: /Nguyễn Mẫu An/ }).waitFor();
  await page.getByRole('row', { name: /Nguyễn Mẫu An/ }).click();
  await paste([
    ['TT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Đơn vị', 'Điện thoại'],
    ['1', 'Phan Mẫu Mới', '01/01/1970', 'Chuyên viên', 'Văn phòng Huyện ủy', '0270 3822 123'],
    ['2', 'Lý Mẫu Mai', '', 'Phó Bí thư', 'Đảng bộ xã Quới Điền', '12'],
    ['3', 'Nguyễn Mẫu An', '', '', '', ''],
  ]);
  await heading('Thêm cán bộ từ khối dán');
  await page.getByText('Cột “Ngày sinh” không có chỗ ở đây, 1 ô không lấy').waitFor();
  await settled(page);
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog').getByText('1 người trùng tên với người đã có trong sổ: Nguyễn Mẫu An').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Thêm 3 cán bộ' }).click();
  // One wrong row: its cell is named by the number of the row, and none of the others went in.
  await page.getByRole('list', { name: 'Cần xử lý' }).getByText('Dòng 2 · Điện thoại cơ quan').waitFor();
  await page.keyboard.press('F8');
  await page.keyboard.insertText('0270 3822 456');
  await page.keyboard.press('Enter');
  await row(3).locator('td').first().click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+s');
  const added = page.getByRole('row', { name: /Phan Mẫu Mới.*Chuyên viên/ });
  await added.waitFor();
  await takeBack('Đã thêm 2 cán bộ.');
  await added.waitFor({ state: 'detached' });
});

test('units pasted on the tree take their type from the name and their place from words, unclear ones by F8', async () => {
  await open('/dia-ban');
  await page.getByRole('tree').waitFor();
  await page.getByRole('treeitem').first().click();
  await settled(page);
  await paste([
    ['Tên', 'Xã'],
    ['Ấp Mẫu Một', 'Quới Điền'],
    ['Ấp Mẫu Hai', 'An Nhon'],
    ['Ấp Mẫu Ba', 'Xã Không Có'],
  ]);
  await heading(/^Thêm địa bàn từ khối dán/);
  await page.getByText('! còn 1 ô').waitFor();
  await page.keyboard.press('F8');
  await page.keyboard.insertText('xa My Hung');
  await page.keyboard.press('Enter');
  await page.getByText('! còn', { exact: false }).waitFor({ state: 'detached' });
  assert.equal(await row(2).locator('td').nth(1).textContent(), 'Ấp');
  await page.keyboard.press('Control+s');
  await takeBack('Đã thêm 3 ');
  await page.getByRole('treeitem').first().waitFor();
});

test('meetings pasted on the log and matters pasted on their register open as sheets and are taken back by one undo', async () => {
  await open('/nhat-ky');
  await page
    .getByRole('row', { name: /Chưa ghi nhận|Đã dự/ })
    .first()
    .waitFor();
  await page.getByRole('heading', { name: 'Nhật ký' }).click();
  await paste([
    ['STT', 'Ngày', 'Đơn vị', 'Loại họp', 'Cán bộ dự', 'Kết quả', 'Giờ', 'Nội dung'],
    ['1', '02/11/2026', 'xã Quới Điền', 'Đi cơ sở', 'Nguyễn Mẫu An', 'Đã dự', '8h', 'Xem kênh'],
    ['2', '3/11/2026', 'xa My Hung', 'Đi cơ sở', 'Bùi Mẫu Hương', 'Vắng có phép', '', ''],
    ['3', '04/11/2026', 'Xã Không Có', 'Đi cơ sở', 'Ng. M. An', '', '', ''],
  ]);
  await heading(/^Ghi cuộc họp từ khối dán/);
  const list = page.getByRole('list', { name: 'Cần xử lý' });
  await list.getByText('Không có nơi nào tên “Xã Không Có”').waitFor();
  await page.getByText('! còn 4 ô').waitFor();
  assert.deepEqual(
    (await list.locator('strong').allTextContents()).map((each) => each.trim()),
    ['Dòng 2 · Ngày', 'Dòng 3 · Nơi họp', 'Dòng 3 · Cán bộ dự', 'Dòng 3 · Kết quả'],
  );
  await settled(page);
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  await page.keyboard.press('Control+s');
  await page.getByText('! còn 4 ô').waitFor();
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+1');
  await page.getByText('! còn 3 ô').waitFor();
  await page.keyboard.press('F8');
  await page.keyboard.insertText('Thị trấn Thạnh Mẫu');
  await page.keyboard.press('Enter');
  await page.getByText('! còn 2 ô').waitFor();
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+1');
  await page.getByText('! còn 1 ô').waitFor();
  await page.keyboard.press('F8');
  await page.keyboard.insertText('H');
  await page.keyboard.press('Enter');
  await page.getByText('! còn', { exact: false }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+s');
  const said = page.getByText(/^Đã ghi 3 cuộc họp\./);
  await said.waitFor();
  await open('/nhat-ky?ky=2026-11&loai=VISIT');
  await page.getByRole('row', { name: /02\/11\/2026.*Quới Điền/ }).waitFor();
  await takeBack('Đã ghi 3 cuộc họp.');
  await page.getByRole('row', { name: /02\/11\/2026.*Quới Điền/ }).waitFor({ state: 'detached' });

  await open('/kien-nghi');
  await heading('Kiến nghị');
  await page.locator('tr[data-row-key]').first().waitFor();
  await page.getByRole('heading', { name: 'Kiến nghị' }).click();
  await paste([
    ['Ngày nêu', 'Nơi nêu', 'Nội dung', 'Lĩnh vực', 'Loại', 'Nguồn'],
    ['20/11/2026', 'Ấp Quí Đức A', 'Nạo vét kênh Mẫu Dán', 'Thủy lợi', 'Kiến nghị', 'Cán bộ đi cơ sở'],
    ['20/11/2026', 'Qui Duc B', 'Sửa cầu Mẫu Dán', 'giao thong', 'Kiến nghị', ''],
  ]);
  await heading(/^Ghi kiến nghị từ khối dán/);
  await list.getByText('Dòng 2 · Nguồn').waitFor();
  await settled(page);
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  for (let left = await list.locator('li').count(); left > 0; left--) {
    await page.keyboard.press('F8');
    if ((await page.locator('td.cn-grid-unclear.cn-grid-here').count()) > 0) await page.keyboard.press('Alt+1');
    else {
      await page.keyboard.insertText('can bo di co so');
      await page.keyboard.press('Enter');
    }
  }
  await page.getByText('! còn', { exact: false }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+s');
  await page.getByText(/^Đã ghi nhận .*Hoàn tác sẽ đưa tất cả ra khỏi phạm vi/).waitFor();
  const fresh = page.getByRole('row', { name: /Nạo vét kênh Mẫu Dán/ });
  await fresh.waitFor();
  await takeBack('Đã ghi nhận');
  await fresh.waitFor({ state: 'detached' });
});

test('a month sheet keeps what it does not know, names what has no place and takes the paste back by one undo', async () => {
  await open('/nhat-ky/luoi?ky=2026-11&loai=CELL_REGULAR');
  await heading(/tháng 11 năm 2026/);
  await row(1).locator('td').nth(2).click();
  const before = await row(1).locator('td').nth(2).textContent();
  await paste([
    ['12', 'đã tan', '24'],
    ['32', 'V', ''],
  ]);
  const list = page.getByRole('list', { name: 'Cần xử lý' });
  await list.getByText('Dòng 1 · Kết quả').waitFor();
  await list.getByText('Dòng 2 · Ngày họp').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText('! còn 2 ô').waitFor();
  await settled(page);
  assert.deepEqual(await axeFindings(page), []);
  await page.keyboard.press('Control+z');
  await page.getByText('bảng như trước khi dán').waitFor();
  assert.equal(await row(1).locator('td').nth(2).textContent(), before);
  await page.getByRole('button', { name: 'Chép tháng trước' }).click();
  await page.getByText(/Không có gì để chép|làm đề xuất, chưa lưu/).waitFor();
});

test('several assignments are marked by keyboard, and ending them says in numbers what that means', async () => {
  await open('/phan-cong');
  const lines = page.locator('tr[data-row-key]');
  await lines.nth(3).waitFor();
  await settled(page);
  await lines.nth(1).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('Đã chọn 2 phân công').waitFor();
  await page.getByRole('button', { name: 'Kết thúc 2 phân công…' }).click();
  const form = page.getByRole('dialog');
  await form.getByText('2 phân công', { exact: true }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.keyboard.press('Escape');
  await layersGone(page);
  await lines.nth(1).focus();
  await page.keyboard.press('Control+a');
  await page.getByText(/^Đã chọn \d{2} phân công$/).waitFor();
});

test('nothing went wrong in the page', () => assert.deepEqual(wrong, []));
