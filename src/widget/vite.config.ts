import { defineConfig } from 'vite';

// One file that any page can load with <script type="module">, what it fetches when it is needed (languages, charts), and the page that the service shows at "/" (public/).
export default defineConfig({
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'src/main.ts', formats: ['es'], fileName: () => 'widget.js' },
    rollupOptions: { output: { chunkFileNames: 'widget-[name].js' } },
  },
});
