import { defineConfig, type UserConfig } from 'vite';

/** The pages: src/web, built into dist/web, from where `detente serve` takes them. */
const config: UserConfig = defineConfig({
  root: 'src/web',
  // JSX of Preact, compiled by Vite itself.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // A script inlined into the page would break its content security policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  logLevel: 'warn',
});
export default config;
