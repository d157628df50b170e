// A paper leaves the program for Word and for Excel: the file has the name and the kind that was asked for.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { axeFindings, layoutFaults, openPage, signIn, startBrowser, startProgram } from './browser.mjs';

let program, browser, page, wrong;

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(15_000);
  await signIn(page, 'lanhdao');
  await page.evaluate(() => {
    location.hash = '/bao-cao/so-du-hop';
  });
  await page.locator('canvas').first().waitFor();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

for (const [button, ending] of [
  ['Lưu Word', '.docx'],
  ['Lưu Excel', '.xlsx'],
]) {
  test(`“${button}” hands out a ${ending}`, async () => {
    // The browser preview opens the file's address on a page of its own, which becomes the download.
    const taken = new Promise((resolve) => {
      page.once('download', resolve);
      page.context().once('page', (popup) => popup.once('download', resolve));
    });
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('menuitem', { name: button }).click();
    const download = await taken;
    assert.match(download.suggestedFilename(), new RegExp(`^so-du-hop \\d{4}-\\d{2}\\${ending}$`));
    const file = await readFile(await download.path());
    assert.equal(file.subarray(0, 2).toString(), 'PK');
    await page.getByRole('button', { name: 'Lưu', exact: true, disabled: false }).waitFor();
  });
}

test('the row of buttons fits an office screen and can be read by everyone', async () => {
  await page.mouse.move(2, 2);
  assert.deepEqual(await layoutFaults(page), []);
  assert.deepEqual(await axeFindings(page), []);
  if (process.env.CAUNOI_SHOT) await page.screenshot({ path: process.env.CAUNOI_SHOT });
  assert.deepEqual(wrong, []);
});
