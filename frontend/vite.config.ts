import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// The component library adds a few small rules at run time through <style> elements, which the content security policy
// rightly refuses. The same rules are allowed as constructed style sheets, so its one function for this is replaced.
function adoptedStyles(): Plugin {
  const own = fileURLToPath(new URL('./theme/adoptedCss.js', import.meta.url));
  return {
    name: 'adopted-styles',
    enforce: 'pre',
    resolveId(source, importer) {
      const inside = importer !== undefined && importer.includes('node_modules');
      return inside && /(^|\/)(Dom\/)?dynamicCSS(\.js)?$/.test(source) ? own : null;
    },
  };
}

export default defineConfig({
  plugins: [adoptedStyles(), react()],
  // Every file is its own address under 'self': a font or picture folded into a data: address would be refused.
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
  },
  server: { port: 5173, strictPort: true },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/testSetup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    testTimeout: 30_000, // whole panes are drawn on machines that build at the same time
    pool: 'threads',
    maxWorkers: 2,
  },
} as Parameters<typeof defineConfig>[0]);
