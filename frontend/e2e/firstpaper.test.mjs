// From an empty folder to the first correct papers: first run, one workbook of three lists, the annex and the register,
// counting what a person has to do and how long the machine takes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { axeFindings, layoutFaults, openPage, startBrowser, startProgram, TODAY, settled } from './browser.mjs';
import { workbook } from './workbook.mjs';

const year = TODAY.slice(0, 4);
const ISSUER = 'Ban Thường vụ Đảng ủy xã Mẫu Đông';
const hamlets = ['Ấp Mẫu Hòa', 'Ấp Mẫu Lợi', 'Ấp Mẫu Thạnh', 'Ấp Mẫu Tân'];
const people = ['Nguyễn Mẫu Ánh', 'Trần Mẫu Bảo', 'Lê Mẫu Cúc'];
const lines = hamlets.map((hamlet, i) => [
  people[i % 3],
  '',
  hamlet,
  'Xã Mẫu Đông',
  'A3',
  'x',
  'Dự sinh hoạt chi bộ hằng tháng',
  `08/01/${year}`,
  '12-QĐ/ĐU',
  `05/01/${year}`,
  ISSUER,
  'Phân công cán bộ phụ trách ấp',
]);
const sheets = {
  'Phân công': [
    [
      'Cán bộ',
      'Chức vụ',
      'Đơn vị được phân công',
      'Thuộc',
      'Hình thức',
      'Phụ trách chính',
      'Nhiệm vụ',
      'Từ ngày',
      'Quyết định số',
      'Ngày',
      'Cơ quan ban hành',
      'Trích yếu',
    ],
    ...lines,
  ],
  'Cán bộ': [
    ['Họ và tên', 'Chức vụ', 'Cơ quan'],
    ...people.map((name, i) => [
      name,
      ['Bí thư Đảng ủy', 'Phó Bí thư Đảng ủy', 'Ủy viên Ban Thường vụ Đảng ủy'][i],
      'Đảng ủy xã Mẫu Đông',
    ]),
  ],
  'Đơn vị': [
    ['Mã', 'Tên', 'Cấp', 'Cấp trên'],
    ['99', 'Tỉnh Mẫu', 'Tỉnh', ''],
    ['99001', 'Xã Mẫu Đông', 'Xã', 'Tỉnh Mẫu'],
    ...hamlets.map((name) => ['', name, 'Ấp', 'Xã Mẫu Đông']),
  ],
};
const file = (name, content) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: workbook(content),
});

let program, browser, page, wrong, began;
let actions = 0;
const papers = [];

/** One thing a person does: a key, a click, or a text typed into one field. */
async function act(doing) {
  actions += 1;
  await doing;
}

async function textOf(bytes) {
  const paper = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let text = '';
  for (let n = 1; n <= paper.numPages; n++)
    text += (await (await paper.getPage(n)).getTextContent()).items.map((each) => each.str).join(' ');
  return text.normalize('NFC').replace(/\s+/g, ' ');
}

/** Waits until a paper arrives whose text holds what is wanted. */
async function paperWith(wanted) {
  for (let tries = 0; tries < 100; tries++) {
    for (const bytes of papers) {
      const text = await textOf(bytes);
      if (wanted.every((each) => text.includes(each))) return text;
    }
    await page.waitForTimeout(100);
  }
  assert.fail(`no paper holds ${wanted.join('; ')}: ${papers.length ? await textOf(papers.at(-1)) : 'none came'}`);
}

before(async () => {
  program = await startProgram();
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(15_000);
  page.on('response', async (response) => {
    if (response.headers()['content-type']?.includes('pdf'))
      papers.push(await response.body().catch(() => Buffer.alloc(0)));
  });
  await page.getByRole('heading', { name: 'Thiết lập lần đầu' }).waitFor();
  began = performance.now();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test('first run by keyboard', async () => {
  await act(page.getByLabel(/Tên cơ quan/).focus());
  for (const text of [
    'Đảng ủy xã Mẫu Đông',
    'Đảng bộ tỉnh Mẫu',
    'Mẫu Đông',
    'Cán bộ mẫu 01',
    'vanphong',
    'mat-khau-thu-01',
    'mat-khau-thu-01',
  ]) {
    await act(page.keyboard.insertText(text));
    await act(page.keyboard.press('Enter'));
    if (text === 'Đảng ủy xã Mẫu Đông')
      assert.ok(await page.getByRole('radio', { name: /^Xã/ }).isChecked(), 'the level follows from the name');
  }
  await page.getByRole('navigation', { name: 'Các mục' }).waitFor();
});

test('the workbook of three lists is looked at and taken in', async () => {
  await act(page.getByRole('navigation', { name: 'Các mục' }).getByRole('link', { name: 'Nhập từ Excel' }).click());
  await page.getByRole('heading', { name: 'Nhập từ Excel' }).waitFor();
  await act(page.locator('input[type=file]').setInputFiles(file('so-phan-cong.xlsx', sheets)));
  await page.getByRole('button', { name: /Mới 13/ }).waitFor();
  assert.equal(await page.getByLabel(/Tính đến ngày/).inputValue(), `05/01/${year}`);
  assert.deepEqual(await layoutFaults(page), []);
  assert.deepEqual(await axeFindings(page), []);
  await act(page.getByRole('button', { name: 'Nhập…' }).click());
  await act(page.getByRole('dialog').getByRole('button', { name: 'Nhập', exact: true }).click());
  await page.getByText('Đã nhập “so-phan-cong.xlsx”.').waitFor();
});

test('the annex and the register print what the workbook says', async () => {
  await act(page.getByRole('navigation', { name: 'Các mục' }).getByRole('link', { name: 'Báo cáo' }).click());
  await act(
    page
      .getByRole('navigation', { name: 'Danh mục báo cáo' })
      .getByRole('link', { name: /^Phụ lục quyết định phân công/ })
      .click(),
  );
  await act(page.getByRole('button', { name: /^Tháng / }).click());
  await act(page.getByRole('combobox', { name: 'Loại kỳ' }).click());
  await act(page.locator('.cn-list [role=option]', { hasText: /^Năm$/ }).click());
  await paperWith([...hamlets, ...people, `Quyết định số 12-QĐ/ĐU, ngày 05/01/${year} của ${ISSUER}`]);
  await act(
    page
      .getByRole('navigation', { name: 'Danh mục báo cáo' })
      .getByRole('link', { name: /^Sổ theo dõi phân công cán bộ/ })
      .click(),
  );
  await paperWith([
    'SỔ THEO DÕI PHÂN CÔNG',
    ...hamlets,
    ...people,
    'Bí thư Đảng ủy',
    'ĐẢNG ỦY XÃ MẪU ĐÔNG',
    'ĐẢNG BỘ TỈNH MẪU',
  ]);
  const seconds = (performance.now() - began) / 1000;
  console.log(`first papers after ${actions} actions and ${seconds.toFixed(1)} s`);
  assert.ok(actions <= 25, `${actions} actions`);
});

test('a second workbook with an unclear and a wrong row says which, and the same file is not taken in twice', async () => {
  const head = sheets['Phân công'][0];
  await page.evaluate(() => {
    location.hash = '#/nhap-excel';
  });
  await page.locator('input[type=file]').setInputFiles(
    file('bo-sung.xlsx', {
      'Phân công': [
        head,
        ['Nguyen Mau Anh', '', hamlets[1], '', 'A3', '', '', '', '15-QĐ/ĐU', `06/02/${year}`, ISSUER, ''],
        ['Người Lạ', '', hamlets[0], '', 'A3', '', '', '', '15-QĐ/ĐU', `06/02/${year}`, ISSUER, ''],
      ],
    }),
  );
  await page.getByText('Không có cán bộ “Người Lạ”').waitFor();
  await page.getByText('khác dấu').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Nhập…' }).isDisabled(), true);
  await page.getByRole('button', { name: /Chọn tệp khác/ }).click();
  await page.locator('input[type=file]').setInputFiles(file('so-phan-cong.xlsx', sheets));
  await page.getByText(/đã được nhập/).waitFor();
  await page.getByRole('button', { name: /Chọn tệp khác/ }).click();
});

test('one undo takes all three lists back', async () => {
  await page.getByRole('grid', { name: 'Các lần nhập' }).getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('dữ liệu trở lại như trước').first().waitFor();
  for (const [hash, title] of [
    ['#/can-bo', 'Cán bộ'],
    ['#/phan-cong', 'Phân công'],
  ]) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await settled(page);
    assert.equal(await page.getByText('Nguyễn Mẫu Ánh').count(), 0);
  }
  assert.deepEqual(wrong, []);
});
