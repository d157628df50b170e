// From the first screen to the letter that reminds a body of everything overdue there, in the made-up office.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, layoutFaults, openPage, signIn, startBrowser, startProgram } from './browser.mjs';

let program, browser, page, wrong;

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

test('the chaser of a body is at most three clicks from the first screen', async (t) => {
  let clicks = 0;
  const click = async (target) => {
    clicks += 1;
    await target.click();
  };
  const link = page.getByRole('link', { name: /^In công văn đôn đốc / }).first();
  const name = (await link.getAttribute('aria-label')).replace('In công văn đôn đốc ', '');
  await click(link);
  await page.locator('canvas').first().waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name, exact: true }).click();
  assert.equal(await page.getByLabel('Cơ quan', { exact: true }).inputValue(), name);
  assert.equal(await page.getByLabel('Kỳ báo cáo').count(), 0, 'a paper of today has no period');
  assert.ok(clicks <= 3);
  t.diagnostic(`chaser reached in ${clicks} click`);
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await layoutFaults(page), []);
  if (process.env.CAUNOI_SHOTS) await page.screenshot({ path: `${process.env.CAUNOI_SHOTS}/chaser.png` });
  assert.deepEqual(wrong, []);
});
