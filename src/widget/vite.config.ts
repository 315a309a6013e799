import { defineConfig } from 'vite';

// One file that any page can load with <script type="module">, and the page that the service shows at "/" (public/).
export default defineConfig({
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'src/main.ts', formats: ['es'], fileName: () => 'widget.js' },
  },
});
