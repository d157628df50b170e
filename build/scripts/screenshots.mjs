// Walks through the menu of the made-up office in a headless browser and takes
// a picture of each screen. Usage: node screenshots.mjs FOLDER
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const require = createRequire(resolve('frontend/package.json'));
const { chromium } = require('playwright-core');

const folder = resolve(process.argv[2] ?? 'out/screenshots');
mkdirSync(folder, { recursive: true });

/** Starts the preview on a fresh made-up office; resolves with its address. */
function startPreview() {
  const preview = spawn('build/bin/preview', ['--data', join(folder, 'data'), '--today', '2026-11-26', '--sample'], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((good, bad) => {
    preview.once('exit', (code) => bad(new Error(`preview ended with ${code}`)));
    createInterface({ input: preview.stdout }).on('line', (line) => {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address) good({ preview, address });
    });
  });
}

/** Waits until nothing is being loaded and fonts are there. */
async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
}

const { preview, address } = await startPreview();
const profile = mkdtempSync(join(tmpdir(), 'caunoi-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: '/usr/bin/chromium',
  headless: true,
  viewport: { width: 1366, height: 768 },
  locale: 'en-US', // the office's machines; the program must not follow it
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const complaints = [];
try {
  const page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
  await settled(page);
  await page.screenshot({ path: join(folder, 'dang-nhap.png') });
  const status = await page.evaluate(() => window.go.desk.Service.Status());
  const { login, password } = status.signIns.find((account) => account.login === 'chuyenvien') ?? status.signIns[0];

  let links = []; // of the menu, which hides itself when the text is large
  for (const size of [100, 175]) {
    mkdirSync(join(folder, String(size)), { recursive: true });
    await page.evaluate((in_) => window.go.access.Service.SignIn(in_), { login, password });
    await page.evaluate((percent) => window.go.desk.Service.SaveTextSize(percent), size);
    await page.goto(address);
    await page.reload();
    await settled(page);
    const seen = await page.$$eval('nav a[href^="#/"]', (found) => found.map((a) => a.getAttribute('href')));
    links = [...new Set([...links, ...seen])];
    for (const [index, link] of links.entries()) {
      await page.evaluate((hash) => (location.hash = hash), link);
      await settled(page);
      const name = `${String(index + 1).padStart(2, '0')}-${link.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '')}.png`;
      await page.screenshot({ path: join(folder, String(size), name) });
      console.log(`${size} % ${link} → ${name}`);
    }
  }
  await page.evaluate(() => window.go.desk.Service.SaveTextSize(100));
} finally {
  await browser.close();
  preview.removeAllListeners('exit');
  preview.kill('SIGTERM');
  await new Promise((ended) => preview.once('exit', ended));
  rmSync(profile, { recursive: true, force: true });
}
if (complaints.length > 0) {
  console.error('The browser complained:\n' + complaints.join('\n'));
  process.exitCode = 1;
}
