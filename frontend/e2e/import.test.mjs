// A list of units comes in from Excel, changes with a second list, and is taken back, on the screen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, layoutFaults, openPage, signIn, startBrowser, startProgram } from './browser.mjs';

let program, browser, page, wrong;

const list = (rows) => ({
  name: 'danh-sach.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`Mã,Tên,Cấp,Mã TP,Tỉnh\n${rows.join('\n')}\n,Tổng cộng,${rows.length},,\n`),
});
const first = list([
  '90001,Xã Thử Một,Xã,97,Tỉnh Thử',
  '90002,Xã Thử Hai,Xã,97,Tỉnh Thử',
  '90003,Xã Thử Ba,Xã,97,Tỉnh Thử',
]);
const second = list([
  '90001,Xã Thử Mới,Xã,97,Tỉnh Thử',
  '90002,Xã Thử Hai,Xã,97,Tỉnh Thử',
  '90004,Xứ Lạ,Vương quốc,97,Tỉnh Thử',
]);

const picture = (name) =>
  process.env.CAUNOI_PICTURES && page.screenshot({ path: `${process.env.CAUNOI_PICTURES}/${name}.png` });
const choose = (file) => page.locator('input[type=file]').setInputFiles(file);
const count = (label) => page.getByRole('group', { name: 'Lọc theo loại dòng' }).getByRole('button', { name: label });

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(15_000);
  await signIn(page, 'quantri');
  await page.evaluate(() => {
    location.hash = '/nhap-excel';
  });
  await page.getByRole('heading', { name: 'Nhập từ Excel' }).waitFor();
  await page.getByText('Địa bàn (tỉnh, huyện').click();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test('a wrong file says what to do', async () => {
  await choose({
    name: 'cu.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
  });
  await page.getByText('Excel đời cũ').waitFor();
  await picture('import-refused');
});

test('a list is looked at, imported and listed', async () => {
  await choose(first);
  await page.getByRole('heading', { name: /Xem trước khi nhập/ }).waitFor();
  await count(/^.*Mới 3/).waitFor();
  assert.match(await count(/Tất cả/).textContent(), /5/);
  await picture('import-preview');
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  await page.getByRole('button', { name: 'Nhập…' }).click();
  await page.getByRole('button', { name: 'Nhập', exact: true }).click();
  await page.getByText('Đã nhập “danh-sach.csv”.').waitFor();
  await page.getByRole('grid', { name: 'Các lần nhập' }).getByText('Có hiệu lực').waitFor();
});

test('unclear rows wait for a decision, wrong rows for a tick', async () => {
  await choose(second);
  await page.getByLabel(/Tính đến ngày/).fill('1/7/2030');
  await page.keyboard.press('Tab');
  await count(/Chưa rõ 1/).waitFor();
  const go = page.getByRole('button', { name: 'Nhập…' });
  assert.equal(await go.isDisabled(), true);
  await count(/Chưa rõ/).click();
  await page.getByRole('combobox', { name: /Chọn cho dòng 2/ }).selectOption('doi');
  await page.getByLabel('Bỏ qua dòng lỗi, nhập các dòng còn lại').check();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button')].some((b) => b.textContent === 'Nhập…' && !b.disabled),
  );
  await picture('import-decide');
  await go.click();
  await page.getByRole('button', { name: 'Nhập', exact: true }).click();
  await page.getByText(/0 mới, 1 thay đổi/).waitFor();
});

test('the same file is not taken in twice', async () => {
  await choose(first);
  await page.getByText(/đã được nhập/).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Nhập…' }).isDisabled(), true);
  await page.getByRole('button', { name: /Chọn tệp khác/ }).click();
});

test('an answer that ends much of the office says how much, and asks for the number', async () => {
  await choose(list(['90001,Xã Thử Mới,Xã,97,TỈNH THỬ']));
  await page.getByLabel(/Tính đến ngày/).fill('1/7/2031');
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: /Đơn vị không còn/ }).click();
  await page.getByText('Kết thúc mọi đơn vị cùng cấp không còn trong danh sách').click();
  await page.getByLabel(/Kết thúc cả .* đơn vị cấp dưới/).check();
  await page.getByText(/sẽ kết thúc [\d.]+ trong [\d.]+ đơn vị, [\d.]+ bản ghi đang gắn với chúng/).waitFor();
  await picture('import-ending');
  await page.getByRole('button', { name: 'Nhập…' }).click();
  await page.getByLabel(/Gõ số đơn vị sẽ kết thúc/).fill('3');
  await page.getByRole('button', { name: 'Nhập', exact: true }).click();
  await page.getByText(/Hãy xem lại lựa chọn; nếu đúng, xác nhận bằng số/).waitFor();
  await picture('import-ending-asked');
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'Không, quay lại' }).click();
  await page.getByRole('button', { name: /Chọn tệp khác/ }).click();
});

test('an untidy list of officers is understood, and says what it understood', async () => {
  await page.getByLabel('Loại danh sách').getByText('Cán bộ', { exact: true }).click();
  await choose({
    name: 'can-bo.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [
        'STT,Họ và tên,,Chức vụ,Cơ quan',
        'I,CÁC CHI BỘ TRỰC THUỘC,,04 đồng chí,',
        '1,- Đ/c Trần Mẫu,An,Bí thư,Chi bộ Mẫu',
        '2,Lê Thị Mẫu,Bình,nt,Như trên',
        '3,Traàn Maãu,Chi,Ủy viên,Chi bộ Mẫu',
        ',NGƯỜI LẬP BIỂU,,TM. CHI BỘ,',
        ',Võ Mẫu Dũng,,Phạm Mẫu Em,',
      ].join('\n'),
    ),
  });
  await count(/^.*Mới 3/).waitFor();
  await page.getByText('Trần Mẫu An', { exact: true }).waitFor();
  await page.getByText(/“nt” lấy theo dòng 3 là “Bí thư”/).waitFor();
  await page
    .getByText(/Trần Mẫu Chi/)
    .first()
    .waitFor(); // typed in VNI
  await page.getByText(/gồm các cột B, C/).waitFor();
  await picture('import-untidy');
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  await page.getByRole('button', { name: /Chọn tệp khác/ }).click();
  await page.getByText('Địa bàn (tỉnh, huyện').click();
});

test('both imports are taken back, the later one first', async () => {
  for (let left = 2; left > 0; left--) {
    await page.getByRole('grid', { name: 'Các lần nhập' }).getByRole('button', { name: 'Hoàn tác' }).click();
    await picture(`import-undo-${left}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('dữ liệu trở lại như trước').first().waitFor();
    await page.waitForFunction(
      (n) => document.querySelectorAll('[aria-label="Các lần nhập"] tbody .cn-tag-none').length === n,
      3 - left,
    );
  }
  await picture('import-list');
  assert.deepEqual(wrong, []);
});

test('large text at a small screen still fits', async () => {
  await choose(first);
  await page.getByRole('heading', { name: /Xem trước khi nhập/ }).waitFor();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '175%';
  });
  await count(/^.*Mới 3/).waitFor();
  await picture('import-175');
  assert.deepEqual(await layoutFaults(page), []);
});
