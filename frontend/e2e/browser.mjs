// What every story needs: the program behind a loopback address, a browser that reaches nothing else, and a list of
// everything that went wrong in the page.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The day of every story, whatever the machine's day is: Thursday, 26 November 2026. Nothing in a story asks for another. */
export const TODAY = '2026-11-26';

const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts the preview on an empty folder, the sample office, a generated one ("commune", "district"), or the folder of an
 * earlier start, and gives its address.
 */
export async function startProgram({ sample = false, scale = '', folder = '' } = {}) {
  const data = folder || (await mkdtemp(path.join(tmpdir(), 'caunoi-')));
  const built = process.env.CAUNOI_PREVIEW;
  if (scale !== '') {
    const words = ['--data', data, '--today', TODAY, 'generate', '--scale', scale];
    const made = built
      ? spawnSync(path.join(path.dirname(built), 'caunoi-cli'), words, { cwd: project })
      : spawnSync('go', ['run', './backend/cli', ...words], { cwd: project });
    if (made.status !== 0) throw new Error(`generate: ${made.stderr}`);
  }
  const options = ['--data', data, '--today', TODAY, '--addr', '127.0.0.1:0', ...(sample ? ['--sample'] : [])];
  const child = built
    ? spawn(built, options, { cwd: project })
    : spawn('go', ['run', './backend/preview', ...options], { cwd: project });
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`preview ended: ${said}`)));
    setTimeout(() => reject(new Error(`preview said no address: ${said}`)), 120_000).unref();
  });
  return {
    address,
    /** The data folder; give it to another start to go on with it. */
    data,
    /** Ends it as a power cut does: nothing is closed, the folder stays. */
    async kill() {
      if (!built) throw new Error('CAUNOI_PREVIEW must name the built program: “go run” would leave it running');
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await ended;
      }
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Signs in at the made-up office: quantri, chuyenvien or lanhdao. */
export async function signIn(page, login) {
  await page.locator('input').first().fill(login);
  await page.locator('input[type=password]').fill('caunoi-mau');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Việc tuần này' }).waitFor();
}

/**
 * Opens what a link leads to by Enter. What is drawn anew between the focus and the key swallows the key, as it would a
 * person's: it is then pressed again.
 */
export async function follow(page, link, address) {
  for (let left = 5; left > 0; left -= 1) {
    await link.press('Enter');
    const there = await page
      .waitForFunction((wanted) => new RegExp(wanted).test(location.hash), address.source, { timeout: 6000 })
      .catch(() => null);
    if (there) return;
  }
  throw new Error(`Enter does not lead to ${address}`);
}

/** No drawer and no question stands over the page. A drawer may close a frame after the question that let it go: both are waited for. */
export const layersGone = (page) => page.waitForFunction(() => !document.querySelector('[role=dialog]'));

/**
 * Leaves what stands over the page by Esc, the uppermost first, also a drawer that a form goes back to. Each must go without
 * a question.
 */
export async function leaveLayers(page) {
  for (;;) {
    const layer = (await page.locator('[role=dialog]').elementHandles()).at(-1);
    if (!layer) return;
    await page.keyboard.press('Escape');
    await page.waitForFunction((each) => !each.isConnected, layer);
  }
}

/** A browser with a profile of its own that is thrown away. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CAUNOI_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A clock of the page that is wrong by years, in another time zone: a screen that asks it for the day, instead of Go, is
 * seen at once.
 */
function setForeignClock(start) {
  const ahead = start - Date.now(); // eslint-disable-line no-restricted-syntax
  window.Date = new Proxy(Date, {
    construct: (real, given) => (given.length === 0 ? new real(real.now() + ahead) : new real(...given)),
    get: (real, name) => (name === 'now' ? () => real.now() + ahead : Reflect.get(real, name)),
  });
}

/** What each page is still asking the program. */
const underWay = new WeakMap();

/** A page of the size of an office screen. `wrong` collects console errors, crashes, refused styles and foreign addresses. */
export async function openPage(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, timezoneId: 'America/Los_Angeles' });
  await page.addInitScript(setForeignClock, Date.UTC(2031, 2, 5, 20));
  const asking = new Set();
  underWay.set(page, asking);
  page.on('request', (request) => asking.add(request));
  for (const ending of ['requestfinished', 'requestfailed']) page.on(ending, (request) => asking.delete(request));
  const wrong = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== new URL(address).origin)
      wrong.push(`foreign address ${request.url()}`);
  });
  await page.goto(address);
  return { page, wrong };
}

/**
 * Waits until the page asks nothing, loads nothing and moves nothing, ten drawn frames long: only then its colours and sizes
 * are those a person sees.
 */
export async function settled(page) {
  const until = performance.now() + 20_000;
  for (let still = 0; still < 5;) {
    const moving = await page.evaluate(async () => {
      for (let frames = 0; frames < 2; frames += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
      return (
        document.querySelector('.ant-spin-spinning') !== null ||
        document
          .getAnimations()
          .some((each) => each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity)
      );
    });
    still = moving || underWay.get(page).size > 0 ? 0 : still + 1;
    if (performance.now() > until) throw new Error(`${page.url()} does not come to rest`);
  }
}

/** Takes the first of what the open search field found for the text in it now; it must be what is expected. */
export async function takeFirst(page, expected) {
  await page
    .locator('.cn-list [role=listbox]:not([aria-busy=true]) [role=option][aria-selected=true]')
    .filter({ hasText: expected })
    .waitFor();
  await page.keyboard.press('Enter');
}

/** Serious accessibility findings, contrast at 7:1 among them, as short lines. */
export async function axeFindings(page) {
  const source = await (
    await import('node:fs/promises')
  ).readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
  // evaluate() comes from the browser's own side, so the page's policy against foreign scripts stays as it is.
  await page.evaluate(source);
  const result = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21aa'] },
      resultTypes: ['violations'],
    }),
  );
  return result.violations
    .filter((each) => each.impact === 'serious' || each.impact === 'critical')
    .flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`));
}

/** What must hold of any screen: no sideways scroll of the window, no control outside it, no injected style. */
export async function layoutFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    if (document.documentElement.scrollWidth > window.innerWidth)
      faults.push(`sideways scroll ${document.documentElement.scrollWidth}`);
    if (document.querySelector('style')) faults.push('a style element was injected');
    for (const control of document.querySelectorAll('button, input, a, [role=combobox]')) {
      const box = control.getBoundingClientRect();
      if (
        box.width > 0 &&
        box.height > 0 &&
        !control.classList.contains('cn-skip') &&
        (box.left < -1 || box.right > window.innerWidth + 1)
      )
        faults.push(`clipped: ${control.textContent || control.getAttribute('aria-label')}`);
    }
    return faults;
  });
}
