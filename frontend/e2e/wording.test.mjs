// A clerk words a paragraph of the period's report in the made-up office, by keyboard: the figure in it stays live, nothing
// typed is lost, and what was written before can be taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, layoutFaults, openPage, startBrowser, startProgram } from './browser.mjs';

const PERIOD = '2026-09';
const PLACE = '[data-passage="I.2.da-hop"]';
let program, browser, page, wrong;

const place = () => page.locator(PLACE);
const call = (method, input) =>
  page.evaluate(([name, args]) => window.go.activities.Service[name](args), [method, input]);

async function signIn() {
  await page.locator('input').first().fill('chuyenvien');
  await page.locator('input[type=password]').fill('caunoi-mau');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Việc tuần này' }).waitFor();
}

async function openText() {
  await page.evaluate((to) => {
    location.hash = to;
  }, `/bao-cao/bao-cao-ky?ky=${PERIOD}`);
  await page.getByRole('button', { name: 'Sửa lời văn' }).click();
  await place().waitFor();
  await place().focus();
}

/** The number a paragraph shows at present. */
const meetings = async () => Number(await place().locator('.cn-passage-figure').first().innerText());

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(30_000);
  await signIn();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test('a paragraph is worded by keyboard with a figure put in', async () => {
  await openText();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Sửa đoạn' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  const area = page.getByLabel('Nội dung');
  await area.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('Tháng này các ấp, khu phố đã họp  cuộc.');
  for (let back = 0; back < ' cuộc.'.length; back++) await page.keyboard.press('ArrowLeft');
  await page.getByLabel('Chèn số liệu').fill('số cuộc họp');
  await page
    .getByRole('button', { name: /^số cuộc họp\s*\d/ })
    .first()
    .press('Enter');
  assert.equal(await area.inputValue(), 'Tháng này các ấp, khu phố đã họp {số cuộc họp} cuộc.');
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name: 'Sửa đoạn' }).waitFor({ state: 'detached' });
  await place().getByText('Đã sửa').waitFor();
  assert.match(await place().innerText(), /Tháng này các ấp, khu phố đã họp \d+ cuộc\./);
  await page.waitForFunction((where) => document.activeElement?.matches(where), PLACE);
});

test('a figure nobody knows is refused beside the field, and what was typed stays', async () => {
  await page.keyboard.press('Enter');
  const area = page.getByLabel('Nội dung');
  await area.fill('Đã họp {số cuộc hộp} cuộc.');
  await page.keyboard.press('Control+s');
  await page
    .getByText(/số cuộc hộp/)
    .filter({ hasText: 'số cuộc họp' })
    .first()
    .waitFor();
  assert.equal(await area.inputValue(), 'Đã họp {số cuộc hộp} cuộc.');
});

test('what was being typed is there again after the program was closed in the middle of it', async () => {
  await page.getByLabel('Nội dung').fill('Câu đang gõ dở, có {số cuộc họp} cuộc họp.');
  await page.waitForTimeout(1200); // the draft is written a moment after the last key
  await page.reload();
  const door = page.locator('input[type=password]');
  await Promise.race([door.waitFor(), page.getByRole('button', { name: 'Sửa lời văn' }).waitFor(), place().waitFor()]);
  if (await door.count()) await signIn();
  await openText();
  await page.keyboard.press('Enter');
  const area = page.getByLabel('Nội dung');
  await page.getByRole('button', { name: 'Dùng bản nháp' }).press('Enter');
  await area.focus();
  assert.equal(await area.inputValue(), 'Câu đang gõ dở, có {số cuộc họp} cuộc họp.');
  await page.keyboard.press('Control+s');
  await place()
    .getByText(/Câu đang gõ dở, có \d+ cuộc họp\./)
    .waitFor();
});

test('a record that changes moves the figure, and the number leads to its records and back', async () => {
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
  await page.waitForFunction(
    ([where, old]) => Number(document.querySelector(`${where} .cn-passage-figure`)?.textContent) === old + 1,
    [PLACE, before],
  );
  await place().locator('.cn-passage-figure').first().press('Enter');
  await page.waitForURL(/#\/nhat-ky/);
  await page.goBack();
  await place().waitFor();
  await page.waitForFunction((where) => document.activeElement?.closest(where), PLACE);
});

test('an earlier wording is taken back, and the program may write again', async (t) => {
  await place().getByRole('button', { name: 'Các bản trước' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Tháng này các ấp' })
    .getByRole('button', { name: 'Lấy lại bản này' })
    .click();
  await place()
    .getByText(/Tháng này các ấp, khu phố đã họp \d+ cuộc\./)
    .waitFor();
  for (const size of [100, 175]) {
    await page.evaluate((percent) => window.go.desk.Service.SaveTextSize(percent), size);
    await page.reload();
    if (await page.locator('input[type=password]').count()) await signIn();
    await openText();
    assert.deepEqual(await layoutFaults(page), [], `at ${size} %`);
    assert.deepEqual(await axeFindings(page), [], `at ${size} %`);
    if (process.env.CAUNOI_SHOTS) await page.screenshot({ path: `${process.env.CAUNOI_SHOTS}/wording-${size}.png` });
  }
  await place().getByRole('button', { name: 'Để máy viết lại' }).click();
  await place().getByText('Đã sửa').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.locator('canvas').first().waitFor();
  t.diagnostic(`at ${page.url().replace(/^.*#/, '')}`);
  assert.deepEqual(wrong, []);
});
