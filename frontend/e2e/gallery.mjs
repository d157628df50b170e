// Builds the kit's gallery into a folder of its own and serves it under the program's policy: a place where every kind of
// input stands on one page.
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

export async function startGallery() {
  const folder = await mkdtemp(path.join(tmpdir(), 'caunoi-gallery-'));
  await build({
    root: fileURLToPath(new URL('../gallery', import.meta.url)),
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    build: { outDir: folder, emptyOutDir: true },
    logLevel: 'error',
  });
  const server = createServer(async (request, response) => {
    const wanted = path.join(
      folder,
      path.normalize(new URL(request.url, 'http://x').pathname.replace(/\/$/, '/index.html')),
    );
    response.setHeader('Content-Security-Policy', POLICY);
    if (!wanted.startsWith(folder) || !(await stat(wanted).catch(() => null))?.isFile())
      return response.writeHead(404).end();
    response.setHeader('Content-Type', types[path.extname(wanted)] ?? 'application/octet-stream');
    createReadStream(wanted).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
