// A clerk words a paragraph of the period's report on its own page, in the made-up office, by keyboard: the figure in it stays
// live, nothing typed is lost, and what was written before can be taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  axeFindings,
  follow,
  layersGone,
  layoutFaults,
  openPage,
  settled,
  signIn,
  startBrowser,
  startProgram,
} from './browser.mjs';

const PERIOD = '2026-09';
const PLACE = '[data-place="I.2.da-hop"]';
let program, browser, page, wrong;

const place = () => page.locator(PLACE).first();
const area = () => page.getByRole('textbox', { name: /^Nội dung/ });
const call = (method, input) =>
  page.evaluate(([name, args]) => window.go.activities.Service[name](args), [method, input]);

async function openPaper(more = '') {
  await page.evaluate((to) => {
    location.hash = to;
  }, `/bao-cao/bao-cao-ky?ky=${PERIOD}${more}`);
  await page.locator('[data-paper=bao-cao-ky] canvas').first().waitFor();
}

/** The paragraph says this on its page. */
const says = (words) => page.locator(`${PLACE}[aria-label*="${words}"]`).first().waitFor({ state: 'attached' });
/** The number its paragraph shows at present. */
const meetings = async () => Number(/\d+/.exec(await place().getAttribute('aria-label'))[0]);
/** The editor stands open at the paragraph. */
async function edit() {
  await place().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Sửa đoạn' }).waitFor();
}
/** The editor is gone and the focus is on its paragraph again. */
const done = () => page.waitForFunction((where) => document.activeElement?.matches(where), PLACE);

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

test('a paragraph is worded on its page, by keyboard, with a figure put in', async () => {
  await openPaper();
  await place().focus();
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await page.evaluate(() => document.activeElement.dataset.place), 'I.2.da-hop');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  assert.deepEqual(await axeFindings(page), []);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('Tháng này các ấp, khu phố đã họp  cuộc.');
  for (let back = 0; back < ' cuộc.'.length; back++) await page.keyboard.press('ArrowLeft');
  await page.getByLabel('Chèn số liệu').fill('số cuộc họp');
  await page
    .getByRole('button', { name: /^số cuộc họp\s*\d/ })
    .first()
    .press('Enter');
  assert.equal(await area().inputValue(), 'Tháng này các ấp, khu phố đã họp {số cuộc họp} cuộc.');
  await page.keyboard.press('Control+p');
  await page.getByText(/Hãy bấm Xong hoặc Thôi/).waitFor();
  await page.keyboard.press('Control+Enter');
  await done();
  await says('Tháng này các ấp, khu phố đã họp');
  assert.ok((await meetings()) > 0);
});

test('a figure nobody knows is refused beside the field, and what was typed stays', async () => {
  await edit();
  await area().fill('Đã họp {số cuộc hộp} cuộc.');
  await page.keyboard.press('Control+s');
  await page
    .getByText(/số cuộc hộp/)
    .filter({ hasText: 'số cuộc họp' })
    .first()
    .waitFor();
  assert.equal(await area().inputValue(), 'Đã họp {số cuộc hộp} cuộc.');
});

test('what was being typed is there again after the program was closed in the middle of it', async () => {
  const kept = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('SaveDraft'));
  await area().fill('Câu đang gõ dở, có {số cuộc họp} cuộc họp.');
  await kept;
  await page.reload();
  const door = page.locator('input[type=password]');
  await Promise.race([door.waitFor(), page.locator('[data-paper]').waitFor()]);
  if (await door.count()) await signIn(page, 'chuyenvien');
  await openPaper();
  await edit();
  await page.getByRole('button', { name: 'Dùng bản nháp' }).press('Enter');
  assert.equal(await area().inputValue(), 'Câu đang gõ dở, có {số cuộc họp} cuộc họp.');
  await area().focus();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ở lại' }).press('Enter');
  await layersGone(page);
  await area().press('Control+s');
  await done();
  await says('Câu đang gõ dở, có');
});

test('a record that changes moves the figure, which stands on gold and leads to its records and back', async () => {
  const before = await meetings();
  const [host] = await page.evaluate(
    async () =>
      (
        await window.go.units.Service.Search({
          text: 'ấp',
          tree: 'hanhchinh',
          types: ['AP'],
          underId: '',
          day: '',
          anyTime: false,
          limit: 1,
        })
      ).items,
  );
  await call('SaveMeeting', {
    id: '',
    kind: 'PEOPLE',
    state: 'HELD',
    plannedOn: `${PERIOD}-29`,
    heldOn: `${PERIOD}-29`,
    plannedTime: '',
    postponedTo: '',
    stateReason: '',
    place: '',
    note: '',
    hostIds: [host.id],
    attendances: [],
    contributions: [],
    conveyances: [],
    papersSentOn: '',
    present: null,
    total: null,
    papersCount: null,
  });
  await page.keyboard.press('F5');
  await says(`Câu đang gõ dở, có ${before + 1} cuộc`);
  await page.waitForFunction(() => {
    const figure = document.querySelector('.cn-pdf-figures .cn-pdf-lead span');
    return figure !== null && getComputedStyle(figure).backgroundColor.startsWith('rgba(184, 134, 11');
  });
  await follow(page, page.locator('.cn-pdf-figures .cn-pdf-lead').first(), /^(?!#\/bao-cao)/);
  await page.goBack();
  await place().waitFor({ state: 'attached' });
});

test('an address opens the paragraph it names; without a period there is no dead end', async () => {
  await openPaper('&doan=I.2.da-hop');
  await page.getByRole('group', { name: 'Sửa đoạn' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.press('Escape');
  await done();
  await page.evaluate(() => {
    location.hash = '/bao-cao/bao-cao-ky?doan=I.2.da-hop';
  });
  await page.getByRole('group', { name: 'Sửa đoạn' }).waitFor();
  await page.keyboard.press('Escape');
});

test('an earlier wording is taken back, a paragraph is left out and comes back, the program may write again', async (t) => {
  await edit();
  await page.getByRole('button', { name: 'Các bản trước' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Tháng này các ấp' })
    .getByRole('button', { name: 'Lấy lại bản này' })
    .click();
  await says('Tháng này các ấp, khu phố đã họp');
  await edit();
  await page.getByRole('button', { name: 'Bỏ đoạn' }).click();
  const dropped = page.locator('.cn-checks li', { hasText: 'Đã bỏ, không in: “Tháng này' });
  await dropped.getByRole('button', { name: 'Xem' }).click();
  await page.getByRole('button', { name: 'Lấy lại đoạn' }).click();
  await says('Tháng này các ấp, khu phố đã họp');
  await dropped.waitFor({ state: 'detached' });
  for (const size of [100, 175]) {
    await page.evaluate((percent) => window.go.desk.Service.SaveTextSize(percent), size);
    await page.reload();
    if (await page.locator('input[type=password]').count()) await signIn(page, 'chuyenvien');
    await openPaper();
    await edit();
    await settled(page);
    assert.deepEqual(await layoutFaults(page), [], `at ${size} %`);
    assert.deepEqual(await axeFindings(page), [], `at ${size} %`);
    if (process.env.CAUNOI_SHOTS) await page.screenshot({ path: `${process.env.CAUNOI_SHOTS}/wording-${size}.png` });
    await area().focus();
    await page.keyboard.press('Escape');
  }
  await edit();
  await page.getByRole('button', { name: 'Để máy viết lại' }).click();
  await page.waitForFunction(
    (where) => !document.querySelector(where)?.getAttribute('aria-label').includes('Tháng này các ấp'),
    PLACE,
  );
  t.diagnostic(`at ${page.url().replace(/^.*#/, '')}`);
  assert.deepEqual(wrong, []);
});

test('a report opened without a period stands at the usual one and is worded there; a paragraph it lacks is said', async () => {
  for (const report of ['bao-cao-ky', 'bao-cao-tong-ket']) {
    for (const address of [`/bao-cao/${report}`, `/bao-cao/${report}?ky=`, `/bao-cao/${report}?ky=2026-13`]) {
      await page.evaluate((to) => {
        location.hash = to;
      }, address);
      const paragraph = page.locator(`[data-paper=${report}] [data-place]`).first();
      await paragraph.waitFor();
      await settled(page);
      assert.notEqual(await page.locator('.cn-strip .cn-chip').first().innerText(), '', address);
      await paragraph.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: 'Sửa đoạn' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('group', { name: 'Sửa đoạn' }).waitFor({ state: 'detached' });
    }
    await page.evaluate((to) => {
      location.hash = to;
    }, `/bao-cao/${report}?doan=khong-co`);
    await page.getByText('Báo cáo của kỳ này không có đoạn ấy.').last().waitFor(); // that of the other report may still stand
    await page.keyboard.press('Escape');
  }
  assert.deepEqual(wrong, []);
});
