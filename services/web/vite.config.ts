// Builds the screens into dist/web, which the api service serves; `vite` alone starts the dev server.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import type * as MockApi from './dev/mock-api';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The pretend server of dev/, for looking at pages alone. Loaded through Vite, because Node 20 reads no TypeScript. */
const mockApi: Plugin = {
  name: 'mock-api',
  configureServer(server) {
    server.middlewares.use('/api/v1', (request, response, next) => {
      server
        .ssrLoadModule('/dev/mock-api.ts')
        .then((loaded) => (loaded as typeof MockApi).answerMock(request, response))
        .catch(next);
    });
  },
};

export default defineConfig(({ command, mode }) => ({
  root: here('.'),
  // The mock answers only `vite --mode mock`; otherwise /api goes to a running Jieban.
  plugins: [react(), ...(command === 'serve' && mode === 'mock' ? [mockApi] : [])],
  // Workspace packages export their TypeScript sources: never pre-bundle them, so that an edit shows at once.
  optimizeDeps: { exclude: ['@jieban/contracts', '@jieban/domain'] },
  server: mode === 'mock' ? {} : { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      output: {
        // React and the query layer change with their versions only; kept apart they stay in the browser's cache.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
            { name: 'routing', test: /node_modules\/@tanstack\//, priority: 1 },
            // Apart from the schemas made with it: src/main.tsx sets it up before any of them is made.
            { name: 'zod', test: /node_modules\/zod\//, priority: 1 },
          ],
        },
      },
    },
  },
}));
