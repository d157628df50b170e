import { startBrowser, openPage, axeFindings, layoutFaults } from './browser.mjs';
const address = process.argv[2], sizes = (process.argv[3] ?? '100').split(',');
const only = process.argv[4];
const browser = await startBrowser();
const { page, wrong } = await openPage(browser, address);
await page.locator('input[type=password]').waitFor();
await page.locator('input').first().fill('chuyenvien');
await page.locator('input[type=password]').fill('caunoi-mau');
await page.keyboard.press('Enter');
await page.getByRole('heading', { name: 'Việc tuần này' }).waitFor();
const go = async (h, wait) => { await page.evaluate((to) => { location.hash = to; }, h); await page.waitForTimeout(wait ?? 900); };
const row = async (n) => { await page.locator('tbody tr[data-row-key]').nth(n).focus(); await page.keyboard.press('Enter'); await page.waitForTimeout(900); };
const shots = {
  week: () => go('#/viec-tuan-nay'),
  list: async () => { await go('#/kien-nghi'); await page.locator('.cn-worklist', { hasText: 'Tất cả' }).click(); await page.waitForTimeout(500); await page.locator('tbody tr[data-row-key]').first().click(); await page.waitForTimeout(300); },
  form: async () => { await go('#/kien-nghi?mo=moi'); await page.locator('.cn-sheet textarea').first().fill('Hộ ông Nguyễn Văn An ở tổ 3 gọi số 0912345678 phản ánh kênh bị bồi lấp'); await page.waitForTimeout(1200); },
  matter: async () => { await go('#/kien-nghi'); await row(0); },
  matter2: async () => { await go('#/kien-nghi?ds=qua_han'); await row(0); },
  figures: () => go('#/kien-nghi/so-lieu'),
  reception: () => go('#/kien-nghi/tiep-dan'),
  receptionform: async () => { await go('#/kien-nghi/tiep-dan'); await page.keyboard.press('Control+n'); await page.waitForTimeout(500); },
  statutory: async () => { await go('#/kien-nghi/khieu-nai-to-cao'); await page.keyboard.press('Control+n'); await page.waitForTimeout(500); },
  bodies: () => go('#/kien-nghi/co-quan'),
  refer: async () => { await go('#/kien-nghi?ds=cho_chuyen'); await page.locator('tbody tr[data-row-key]').first().focus(); await page.keyboard.press(' '); await page.keyboard.press('ArrowDown'); await page.keyboard.press(' '); await page.waitForTimeout(300); await page.getByRole('button', { name: 'Chuyển bằng một công văn' }).click(); await page.waitForTimeout(600); },
  log: async () => { await go('#/nhat-ky?mo=moi'); await page.getByRole('button', { name: '+ Ghi ý kiến' }).click(); await page.waitForTimeout(500); },
};
for (const size of sizes) {
  await page.evaluate((s) => { document.documentElement.dataset.text = s; }, size);
  for (const [name, open] of Object.entries(shots)) {
    if (only && !only.split(',').includes(name)) continue;
    try {
      await open();
      await page.screenshot({ path: `/tmp/h11/${name}-${size}.png` });
      const axe = size === '100' ? await axeFindings(page) : [];
      console.log(name, size, JSON.stringify([...(await layoutFaults(page)), ...axe]));
    } catch (e) { console.log(name, size, 'FAILED', e.message.split('\n')[0]); await page.screenshot({ path: `/tmp/h11/${name}-${size}.png` }); }
    if (await page.getByRole('dialog').count()) { await page.keyboard.press('Escape'); await page.waitForTimeout(300); const b = page.getByRole('button', { name: /giữ bản nháp/ }); if (await b.count()) await b.click(); await page.waitForTimeout(300); }
  }
}
console.log('wrong:', wrong);
await browser.close();
