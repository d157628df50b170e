// From a number on a paper to the records it counts and back to the same spot, by keyboard, in the made-up office.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

let program, browser, page, wrong, folder;

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  folder = await mkdtemp(path.join(tmpdir(), 'caunoi-links-'));
  ({ page, wrong } = await openPage(browser, program.address));
  await signIn(page, 'chuyenvien');
});
after(async () => {
  await browser?.close();
  await program?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const picture = async (name) => {
  if (process.env.CAUNOI_SHOTS) await page.screenshot({ path: `${process.env.CAUNOI_SHOTS}/links-${name}.png` });
};
const status = () => page.locator('.cn-pdf-bar [role=status]').first().textContent();
const pages = () => page.locator('.cn-pdf-pages');
const scrolled = () => pages().evaluate((box) => box.scrollTop);
const focused = () =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
/** True once a page in sight has ink on it. */
const drawn = () =>
  page.waitForFunction(
    () =>
      [...document.querySelectorAll('.cn-pdf-page canvas')].some(
        (canvas) =>
          canvas.width > 300 &&
          canvas
            .getContext('2d')
            .getImageData(0, 0, canvas.width, canvas.height)
            .data.some((value, at) => at % 4 === 0 && value < 100),
      ),
    null,
    { timeout: 60_000, polling: 20 },
  );

/** Opens a paper and gives its file and what its pages lead to. The last ones count: an address first opens the usual period. */
async function paper(name, period) {
  const got = {};
  const hear = (each) => {
    if (/\/files\//.test(each.url())) got[each.headers()['content-type']] = each;
  };
  page.on('response', hear);
  const from = performance.now();
  await page.evaluate((to) => {
    window.location.hash = to;
  }, `/bao-cao/${name}?ky=${period}`);
  await page.locator(`[data-paper="${name}"]`).waitFor();
  await page.locator('.cn-pdf-lead').first().waitFor();
  await drawn();
  const took = Math.round(performance.now() - from);
  for (let waited = 0; waited < 60 && !(got['application/pdf'] && got['application/json']); waited += 1)
    await page.waitForTimeout(500);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(700);
  page.off('response', hear);
  return { bytes: await got['application/pdf'].body(), leads: await got['application/json'].json(), took };
}

/** The words of one page with where they stand, in mm. */
async function wordsOn(bytes, number) {
  const source = path.join(folder, 'paper.pdf');
  await writeFile(source, bytes);
  const lines = execFileSync('pdftotext', ['-tsv', '-f', String(number), '-l', String(number), source, '-'], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  return lines
    .filter((line) => line[0] === '5')
    .map((line) => ({
      left: (line[6] / 72) * 25.4,
      top: (line[7] / 72) * 25.4,
      height: (line[9] / 72) * 25.4,
      text: line[11],
    }));
}

test('every number on the pages of R7 leads to what it counts, and nothing else looks like one', async (t) => {
  const { bytes, leads } = await paper('tong-hop-du-sinh-hoat', '2026-Q3');
  await page.locator('.cn-pdf-lead').first().waitFor();
  const onPage = leads.filter((each) => each.page === 2);
  const counts = onPage.filter((each) => /^\d+$/.test(each.words));
  const firstColumn = Math.min(...counts.map((each) => each.at[0][0])) - 5;
  const words = (await wordsOn(bytes, 2)).filter(
    (each) => /^[1-9]\d*$/.test(each.text) && each.left > firstColumn && each.top > 30,
  );
  assert.ok(counts.length > 20, `${counts.length} numbers`);
  assert.equal(words.length, counts.length, 'numbers on the page and numbers that open something');
  for (const word of words)
    assert.ok(
      counts.some(
        ({ words: said, at: [[left, top, , height]] }) =>
          said === word.text &&
          Math.abs(left - word.left) < 1 &&
          Math.abs(top + height / 2 - word.top - word.height / 2) < 1.5,
      ),
      `${word.text} at ${word.left}, ${word.top}`,
    );
  await pages().evaluate((box) => {
    box.scrollTop = box.querySelector('[data-page="2"]').offsetTop;
  });
  await page.waitForFunction(
    (n) => document.querySelectorAll('[data-page="2"] .cn-pdf-lead').length === n,
    onPage.length,
  );
  t.diagnostic(
    `${counts.length} numbers and ${onPage.length - counts.length} other texts of page 2 open their records`,
  );
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  await picture('r7');
});

test('by keyboard from a number to its meetings and back to the same spot', async () => {
  await pages().focus();
  let label = '';
  for (let presses = 0; !/: vắng có lý do, quý III năm 2026: \d+$/.test(label); presses += 1) {
    assert.ok(presses < 200, `no excused turn among the first 200 stops, last ${label}`);
    await page.keyboard.press('Tab');
    label = await focused();
  }
  const [, words, number] = /^(.*): (\d+)$/.exec(label);
  const before = { page: await status(), top: await scrolled() };
  await picture('focus');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: words }).waitFor();
  await page.waitForFunction(
    (n) => document.querySelectorAll('[role=dialog] [data-row-key]').length === n,
    Number(number),
  );
  await picture('cells');
  await page.keyboard.press('Escape');
  await drawn();
  await page.waitForFunction((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, label);
  assert.equal(await status(), before.page);
  assert.ok(Math.abs((await scrolled()) - before.top) <= 2, `${await scrolled()} instead of ${before.top}`);

  // One step further, to the record itself, and back in two.
  await page.keyboard.press('Enter');
  await page.locator('[role=dialog] [data-row-key]').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.location.hash.startsWith('#/nhat-ky'));
  await page.getByRole('dialog').locator('input, textarea').first().waitFor();
  await page.keyboard.press('Escape');
  await layersGone(page);
  await page.getByText('về đúng chỗ vừa xem').waitFor();
  await picture('strip');
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  await page.keyboard.press('Escape');
  await drawn();
  await page.waitForFunction((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, label);
  assert.equal(await status(), before.page);
});

test('a matter, a place and a list open from their papers; Esc and the way back of the browser return', async () => {
  for (const [name, period, wanted, arrives] of [
    ['so-kien-nghi', '2026-Q3', /^Mở \d+\/2026$/, /^#\/kien-nghi\//],
    ['so-phan-cong', '2026-Q3', /^Mở Ấp /, /^#\/dia-ban/],
    ['kien-nghi-linh-vuc', '2026-Q3', /: tiếp nhận, quý III năm 2026: \d+$/, /^#\/kien-nghi$/],
    ['bang-phu-dia-ban', '2026-09', /: nơi có người phụ trách, ngày 30\/9\/2026: \d+$/, /^#\/phan-cong\/con-trong$/],
    ['so-du-hop', '2026-09', /^Mở 0\d\/9\/2026/, /^#\/nhat-ky/],
  ]) {
    await paper(name, period);
    const link = page.getByRole('link', { name: wanted }).first();
    await link.focus();
    const label = await focused();
    await page.keyboard.press('Enter');
    await page.waitForFunction((source) => new RegExp(source).test(window.location.hash), arrives.source);
    const list = /^(.*): (\d+)$/.exec(label);
    if (list) {
      await page.getByText(list[1], { exact: true }).waitFor();
      await page.waitForFunction(
        (n) => document.querySelectorAll('[role=grid] [data-row-key]').length === n,
        Number(list[2]),
      );
    }
    await page.getByText('về đúng chỗ vừa xem').waitFor();
    if (name === 'so-du-hop') {
      // the meeting's own form closes first
      await page.getByRole('dialog').locator('input, textarea').first().waitFor();
      await page.keyboard.press('Escape');
      await layersGone(page);
    }
    if (name === 'so-phan-cong') await page.goBack();
    else await page.keyboard.press('Escape');
    await page
      .waitForFunction((to) => window.location.hash.startsWith(`#/bao-cao/${to}`), name, { timeout: 10_000 })
      .catch(async () => assert.fail(`${name}: still at ${page.url()}, focus on ${(await focused()).slice(0, 80)}`));
    await drawn();
    await page.waitForFunction((text) => document.activeElement?.getAttribute('aria-label') === text, label);
    assert.equal(await page.getByText('về đúng chỗ vừa xem').count(), 0);
  }
});

test('find goes to the hit and marks it; pages are turned by keyboard; zoom stays', async () => {
  await paper('so-du-hop', '2026-Q3');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('chi bo');
  await page.locator('.cn-pdf-mark-now').first().waitFor();
  const inSight = () =>
    page
      .locator('.cn-pdf-mark-now')
      .first()
      .evaluate((mark) => {
        const box = mark.closest('.cn-pdf-pages').getBoundingClientRect();
        const at = mark.getBoundingClientRect();
        return at.top >= box.top && at.bottom <= box.bottom && at.width > 5;
      });
  assert.ok(await inSight());
  for (let presses = 0; presses < 12; presses += 1) await page.keyboard.press('Enter');
  assert.match(await page.getByRole('search').last().textContent(), /^.*13\/\d/);
  assert.ok(await inSight());
  await picture('find');
  await page.getByRole('button', { name: 'Phóng to' }).click();
  const zoom = await page.locator('.cn-pdf-bar .cn-nowrap').nth(1).textContent();
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Danh sách trang' }).click();
  await page.locator('.cn-pdf-thumb-now').focus();
  await page.keyboard.press('End');
  await page.waitForFunction(() =>
    /^Trang (\d+) \/ \1$/.test(document.querySelector('.cn-pdf-bar [role=status]').textContent),
  );
  await page.keyboard.press('Home');
  await page.waitForFunction(() =>
    document.querySelector('.cn-pdf-bar [role=status]').textContent.startsWith('Trang 1 '),
  );
  await paper('so-kien-nghi', '2026-Q3');
  await paper('so-du-hop', '2026-Q3');
  assert.equal(await page.locator('.cn-pdf-bar .cn-nowrap').nth(1).textContent(), zoom);
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Vừa khung' }).click();
});

test('a long register is there quickly, and all of it holds at 175 %', async (t) => {
  const { took, leads } = await paper('so-du-hop', '2026');
  t.diagnostic(`${await status()}: first page after ${took} ms, ${leads.length} texts that open their records`);
  for (const size of [175, 100]) {
    await page.locator('.cn-top .cn-text-size').click();
    await page.getByTitle(`Cỡ chữ ${size} %`).last().click();
    await page.waitForFunction((wanted) => document.documentElement.dataset.text === String(wanted), size);
    await page.evaluate(() => {
      window.location.hash = '/viec-tuan-nay';
    });
    await page.getByRole('heading', { name: 'Việc tuần này' }).waitFor();
    await paper('tong-hop-du-sinh-hoat', '2026-Q3');
    await page.locator('.cn-pdf-lead').first().waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(await layoutFaults(page), []);
    // The pages scroll in a box of their own at every size, so that only those near are drawn and find can go to its hit.
    assert.ok(await pages().evaluate((box) => box.scrollHeight > 2 * box.clientHeight && box.clientHeight > 200));
    assert.ok(
      await page.evaluate(() =>
        [...document.querySelectorAll('.cn-pdf-page canvas')].some((canvas) => canvas.width === 0),
      ),
      'a page far away is not drawn',
    );
    await page.keyboard.press('Control+f');
    await page.keyboard.type('tong cong');
    await page.locator('.cn-pdf-mark-now').first().waitFor();
    await settled(page);
    assert.ok(
      await page
        .locator('.cn-pdf-mark-now')
        .first()
        .evaluate((mark) => {
          const at = mark.getBoundingClientRect();
          return at.top >= 0 && at.bottom <= window.innerHeight;
        }),
      'what was found is in sight',
    );
    await picture(`find-${size}`);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await pages().evaluate((box) => {
      box.scrollTop = 0;
    });
    await page.locator('.cn-pdf-lead').nth(3).focus();
    await picture(`text-${size}`);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await drawn();
  }
  assert.deepEqual(wrong, []);
});
