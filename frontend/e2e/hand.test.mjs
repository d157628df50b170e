// What is typed is what is saved, on the program itself. First a value is typed into a field and saved at once, wrong and
// then right, and the record is read again. Then every form is opened, and every field in which something is read gets what
// cannot be read: nothing may be sent, by whichever way it is saved, and the cause stands at the field, which has the focus.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layersGone, leaveLayers, openPage, settled, signIn, startBrowser, startProgram, TODAY } from './browser.mjs';
import { everyForm, formFiles, read } from './forms.mjs';

/** The methods that only those who write may call: none of them may be called with what cannot be read. */
const writes = new Set(
  [...read('backend/access/permissions.go').matchAll(/"([\w.]+)":\s+(?:editors|admins)/g)].map(([, name]) => name),
);
const reads = new Set(['issuing.Propose', 'access.Users']);

let program, browser, page, wrong;
let sent = [];

const { go, open, sheet, button, step, FORMS, FURTHER, MORE } = everyForm(() => page);
/** The notice of an earlier save may still be there: the drawer has to be gone as well. */
const saved = async (words) => {
  await page.locator('.cn-notice', { hasText: words }).last().waitFor();
  await layersGone(page);
};
/** Replaces what stands in a field, as one types it. */
const retype = async (field, text) => {
  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
};
/** Wrong and Ctrl+S at once: refused at the field. Then right and Ctrl+S at once. */
const wrongThenRight = async (field, bad, good) => {
  sent = [];
  await retype(field, bad);
  await page.keyboard.press('Control+s');
  await refusedAt(field, bad);
  await retype(field, good);
  await page.keyboard.press('Control+s');
};
const refusedAt = async (field, text, way = 'Ctrl+S') => {
  // The refusal is drawn when the machine comes to it; a focus that never comes is told by what is compared below.
  await page
    .waitForFunction((each) => each === document.activeElement, await field.elementHandle(), { timeout: 5000 })
    .catch(() => {});
  const seen = await field.evaluate(async (each) => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const place = each.closest('.cn-field, [data-cell], .cn-row-cell, .cn-line, fieldset, li, .cn-field-row > *');
    return {
      text: each.value,
      focused: each === document.activeElement,
      cause: [...(place ?? document).querySelectorAll('.cn-field-error')].some(
        (said) => said.textContent.trim() !== '',
      ),
    };
  });
  assert.deepEqual({ ...seen, sent }, { text, focused: true, cause: true, sent: [] }, `“${text}” by ${way}`);
};

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(10_000);
  page.on('request', (request) => {
    if (!request.url().endsWith('/rpc')) return;
    const [room, , method] = JSON.parse(request.postData()).m.split('.');
    const name = `${room}.${method}`;
    if (writes.has(name) && !reads.has(name)) sent.push(name);
  });
  await signIn(page, 'quantri');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const heldMeeting = async () =>
  (await go('activities', 'Log', { span: { from: '2026-08-01', to: '2026-08-31' }, limit: 50 })).items.find(
    (each) => each.state === 'HELD',
  );

test('a meeting: the day and a number', async () => {
  const meeting = await heldMeeting();
  await open(`/nhat-ky?mo=${meeting.id}`);
  await sheet().waitFor();
  await retype(sheet().getByLabel('Có mặt'), '1.024');
  await retype(sheet().getByLabel('Tổng số'), '1.100');
  const day = meeting.heldOn.endsWith('-27') ? '26/8' : '27/8';
  await wrongThenRight(sheet().getByLabel(/^Ngày họp/), '31/2/2026', day);
  await saved('Đã lưu.');
  const after = await go('activities', 'Meeting', meeting.id);
  assert.deepEqual([after.heldOn, after.present, after.total], [`2026-08-${day.slice(0, 2)}`, 1024, 1100]);
  await open(`/nhat-ky?mo=${meeting.id}`);
  await sheet().waitFor();
  assert.equal(
    await sheet()
      .getByLabel(/^Ngày họp/)
      .inputValue(),
    `${day.slice(0, 2)}/08/2026`,
  );
  await wrongThenRight(sheet().getByLabel('Có mặt'), '24 ng', '24');
  await saved('Đã lưu.');
  assert.equal((await go('activities', 'Meeting', meeting.id)).present, 24);
});

test('a paper: the day and the number it is sealed with', async () => {
  await open('/bao-cao/bao-cao-ky?ky=2026-Q3');
  await page.locator('canvas').first().waitFor({ timeout: 30_000 });
  await page.keyboard.press('Control+b');
  await sheet().waitFor();
  const number = sheet().locator('[data-field=number] input');
  const first = Number(await number.inputValue());
  sent = [];
  await retype(number, 'ba mươi');
  await page.keyboard.press('Control+s');
  await refusedAt(number, 'ba mươi');
  await retype(number, String(first + 2));
  await wrongThenRight(sheet().getByLabel(/^Ngày ban hành/), '31/2/2026', '25/11/2026');
  const asked = page.getByRole('dialog', { name: 'Vẫn ban hành?' });
  await asked.getByText(new RegExp(`khuyết số ${String(first).padStart(2, '0')}–`)).waitFor();
  await asked.getByRole('button', { name: 'Vẫn ban hành' }).click();
  await page.getByText(/Đã ban hành .*, ngày 25\/11\/2026/).waitFor();
  const papers = await go('papers', 'Register', {
    span: { from: '', to: '' },
    form: '',
    issuerId: '',
    series: '',
    report: '',
    text: '',
    limit: 5,
    offset: 0,
  });
  const paper = papers.items.find((each) => each.symbol.startsWith(String(first + 2).padStart(2, '0')));
  assert.equal(paper?.day, '2026-11-25');
});

test('an officer: the day a post was taken', async () => {
  const officer = (await go('officers', 'List', { text: '', body: '', orgId: '', day: TODAY, limit: 5, offset: 0 }))
    .items[0];
  await open(`/can-bo/${officer.id}`);
  await button('Thêm chức vụ');
  await sheet()
    .getByRole('textbox', { name: /^Chức vụ/ })
    .fill('Phó Trưởng ban thử');
  const closes = sheet().getByRole('checkbox');
  if ((await closes.count()) > 0 && (await closes.first().isChecked())) await closes.first().uncheck();
  await wrongThenRight(sheet().getByRole('textbox', { name: 'Từ ngày' }), '31/2/2026', '20/11/2026');
  await saved('Đã lưu chức vụ.');
  const posts = (await go('officers', 'Get', officer.id, TODAY)).posts;
  assert.equal(posts.find((each) => each.label === 'Phó Trưởng ban thử')?.validFrom, '2026-11-20');
});

test('a matter: the day it was raised', async () => {
  const matter = (await go('matters', 'Register', { span: { from: '', to: '' }, limit: 200 })).items.find(
    (each) => each.state === 'RECORDED' || each.state === 'REFERRED',
  );
  await open(`/kien-nghi/${matter.id}`);
  await step('EDIT');
  const day =
    matter.raisedOn.slice(0, 8) === '2026-11-' ? '02/10/2026' : matter.raisedOn.split('-').reverse().join('/');
  await wrongThenRight(sheet().getByLabel(/^Ngày nêu/), '30/2', day);
  await saved('Đã lưu');
  const again = (await go('matters', 'Register', { span: { from: '', to: '' }, limit: 200 })).items.find(
    (each) => each.id === matter.id,
  );
  assert.equal(again.raisedOn.split('-').reverse().join('/'), day);
});

test('a decision: the day it is signed, the day it is in force follows', async () => {
  await open('/phan-cong/quyet-dinh/moi', 'Nhập quyết định phân công');
  await wrongThenRight(page.getByLabel('Ngày ký'), '31/11/2026', '2/11/2026');
  await saved('Đã lưu dự thảo');
  await page.waitForFunction(() => !location.hash.endsWith('/moi'));
  const id = (await page.evaluate(() => location.hash)).split('/').at(-1);
  const { decision } = await go('assignments', 'Decision', id);
  assert.deepEqual([decision.docDate, decision.effectiveDate], ['2026-11-02', '2026-11-02']);
});

test('a session: its day and the minutes of a point', async () => {
  await open('/phien-hop/moi', 'Lập phiên họp');
  await page.getByLabel(/^Phiên họp của/).fill('ban thuong vu');
  await page.keyboard.press('Enter');
  await page.getByLabel(/^Tên phiên họp/).fill('Hội nghị thử');
  await page.getByLabel('Nội dung, nội dung 1').fill('Báo cáo');
  await retype(page.getByLabel('Số phút, nội dung 1'), 'bốn mươi');
  // Both are wrong: the first on the screen is gone to, the day, and then the minutes.
  await wrongThenRight(page.getByLabel(/^Ngày họp/), '29/2/2027', '28/2/2027');
  const minutes = page.getByLabel('Số phút, nội dung 1');
  await refusedAt(minutes, 'bốn mươi');
  await retype(minutes, '40');
  await page.keyboard.press('Control+s');
  await saved('Đã lưu phiên họp.');
  await page.waitForFunction(() => !location.hash.endsWith('/moi'));
  const session = await go('sessions', 'Get', (await page.evaluate(() => location.hash)).split('/').at(-1));
  assert.deepEqual([session.day, session.items[0].minutes], ['2027-02-28', 40]);
});

test('a month sheet: a cell typed and saved at once', async () => {
  await open('/nhat-ky/luoi?ky=2026-08', /^Lưới/);
  const cell = page.getByRole('textbox', { name: /, Kết quả$/ });
  await page.locator('.cn-grid-field').focus();
  // The first rows hold more than a result: a stand-in, advice given.
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown');
  for (let n = 0; n < 4 && (await cell.count()) === 0; n++) await page.keyboard.press('ArrowRight');
  sent = [];
  await page.keyboard.insertText('zzz');
  await page.keyboard.press('Control+s');
  await page.getByText('“zzz” không có trong danh sách').waitFor();
  assert.deepEqual(sent, []);
  assert.equal(await cell.inputValue(), 'zzz');
  await page.keyboard.press('Escape');
  await page.keyboard.insertText('v');
  await page.keyboard.press('Control+s');
  await saved(/Đã lưu 1 dòng/);
  const { rows } = await go('activities', 'MonthGrid', { month: '2026-08', kind: 'CELL_REGULAR', underId: '' });
  assert.equal(rows[3].outcome, 'ABSENT');
});

const WRONG = { day: '31/2/2026', number: '24 ng', year: '20267', name: 'zzqx', choice: 'zzqx' };
const WAYS = {
  'Ctrl+S': () => page.keyboard.press('Control+s'),
  'Ctrl+Enter': () => page.keyboard.press('Control+Enter'),
  click: (layer) => layer.locator('.cn-sheet-foot .ant-btn-primary, [data-save]').first().click(),
  Enter: () => page.keyboard.press('Enter'),
};
/** Ctrl+Enter opens a line in the sheets of a page, and Enter takes a name from its list. */
const waysOf = (kind, inDrawer) =>
  Object.keys(WAYS).filter(
    (way) => (inDrawer || way !== 'Ctrl+Enter') && (!['name', 'choice'].includes(kind) || way !== 'Enter'),
  );

for (const [file, openForm] of Object.entries(FORMS)) {
  test(`${file}: nothing that cannot be read is sent`, async () => {
    await openForm();
    await MORE[file]?.();
    const inDrawer = !/<FormPage\b/.test(read(`frontend/src/${file}`));
    const layer = inDrawer ? sheet() : page.locator('main');
    await layer.locator('[data-typed]').first().waitFor();
    await settled(page); // a field that comes with an answer would move the others up
    const fields = layer.locator('[data-typed]:not([disabled])');
    const walked = new Set();
    for (let n = 0; n < (await fields.count()); n++) {
      const field = fields.nth(n);
      const kind = await field.getAttribute('data-typed');
      const before = await field.inputValue();
      for (const way of walked.has(kind) ? ['Ctrl+S'] : waysOf(kind, inDrawer)) {
        sent = [];
        await retype(field, WRONG[kind]);
        await WAYS[way](layer);
        await refusedAt(field, WRONG[kind], way);
      }
      walked.add(kind);
      if (kind === 'name') await field.press('Escape');
      else await retype(field, before);
    }
    assert.ok(walked.size > 0);
    if (!inDrawer) return;
    const form = await sheet().elementHandle();
    await sheet().getByRole('button', { name: 'Quay lại' }).first().click();
    await page.waitForFunction(
      (each) => !each.isConnected || each.ownerDocument.querySelector('.cn-overlay-dialog') !== null,
      form,
    );
    const leave = page.getByRole('button', { name: 'Bỏ thay đổi' });
    if ((await leave.count()) > 0) await leave.click();
    await page.waitForFunction((each) => !each.isConnected, form);
    await leaveLayers(page);
  });
}

test('every form in which something is read was opened, or stands among those further in', () => {
  const known = [...Object.keys(FORMS), ...Object.keys(FURTHER), 'features/system/OfficePage.tsx'];
  assert.deepEqual(
    formFiles().filter((name) => !known.includes(name)),
    [],
  );
});

test('nothing went wrong behind the screens', () => assert.deepEqual(wrong, []));
