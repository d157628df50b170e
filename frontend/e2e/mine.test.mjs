// "Của tôi": the administrator says which officer an account belongs to; then lists narrow to what is that person's.
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

let program, browser, page, wrong, me;
const SCREENS = ['#/viec-tuan-nay', '#/kien-nghi', '#/nhat-ky', '#/phan-cong'];

async function open(address) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await page.locator('h1').first().waitFor();
  await settled(page);
}
async function enter(login) {
  await page.evaluate(() => window.go.access.Service.SignOut());
  await page.goto(program.address);
  await signIn(page, login);
}
const button = () => page.getByRole('button', { name: 'Của tôi' });

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(15_000);
  await signIn(page, 'quantri');
  // Somebody with places to look after who went to a meeting.
  me = await page.evaluate(async () => {
    const held = await window.go.assignments.Service.Register({ text: '', limit: 200, day: '2026-11-26' });
    const names = new Set(held.items.map((each) => each.officerName));
    const every = {
      span: { from: '', to: '' },
      underId: '',
      officerId: '',
      kind: '',
      outcome: '',
      text: '',
      newest: true,
    };
    const log = await window.go.activities.Service.Log({ ...every, limit: 100 });
    return log.items.flatMap((each) => each.attendances).find((each) => names.has(each.officerName)).officerName;
  });
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test('the administrator says in the form of the account which officer it is', async () => {
  await open('#/tai-khoan');
  await page.getByRole('row', { name: /chuyenvien/ }).dblclick();
  const form = page.getByRole('dialog');
  const picker = form.getByLabel('Là cán bộ');
  await picker.fill(me);
  await page
    .getByRole('option', { name: new RegExp(me) })
    .first()
    .click();
  await page.keyboard.press('Control+s');
  await layersGone(page);
  await page
    .getByRole('row', { name: /chuyenvien/ })
    .filter({ hasText: me })
    .waitFor();
});

test('who is no officer has no such button', async () => {
  for (const address of SCREENS) {
    await open(address);
    assert.equal(await button().count(), 0, address);
  }
});

test('who is one sees only their own, by the button and by the address', async () => {
  await enter('chuyenvien');
  for (const address of SCREENS) {
    await open(address);
    assert.equal(await button().getAttribute('aria-pressed'), 'false', address);
    await button().click();
    await page.locator('button[aria-pressed=true]', { hasText: 'Của tôi' }).waitFor();
    await settled(page);
    assert.deepEqual([...(await axeFindings(page)), ...(await layoutFaults(page))], [], address);
  }
  const names = await page.locator('tr[data-row-key] td[data-kind=name]:first-of-type').allTextContents();
  assert.ok(await page.locator('tr[data-row-key]').count(), `${me} has assignments`);
  for (const row of await page.locator('tr[data-row-key]').allTextContents())
    assert.ok(row.includes(me) || /^Tổ/.test(row), `${row} ${names}`);
  await button().click();
  await page.locator('button[aria-pressed=false]', { hasText: 'Của tôi' }).waitFor();
  await open('#/phan-cong?cua-toi=1');
  await page.locator('button[aria-pressed=true]', { hasText: 'Của tôi' }).waitFor();
  await open('#/nhat-ky?cua-toi=1&ky=moi-luc');
  await page.locator('button[aria-pressed=true]', { hasText: 'Của tôi' }).waitFor();
  const log = await page.locator('tr[data-row-key]').allTextContents();
  assert.ok(log.length > 0, `${me} has meetings`);
  for (const row of log) assert.ok(row.includes(me), row);
});

test('the printed list says whose it is', async () => {
  await page.evaluate(() => {
    const print = window.go.exchange.Service.Print;
    window.go.exchange.Service.Print = (list) => print((window.handedOver = list));
  });
  await page.getByRole('button', { name: 'In danh sách' }).click();
  const pages = page.getByRole('dialog', { name: /^In danh sách/ });
  await pages.locator('[data-page="1"]').waitFor();
  assert.match(await page.evaluate(() => window.handedOver.note), new RegExp(`Cán bộ: ${me}`));
  await page.keyboard.press('Escape');
  await layersGone(page);
});

test('nothing went wrong meanwhile', () => assert.deepEqual(wrong, []));
