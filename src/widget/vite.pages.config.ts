import { defineConfig } from 'vite';

// The service's own pages beside the chat: a source, the console, the proposals. Built after the chat, into the same folder; what they share is a file of its own.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: { source: 'src/source.ts', console: 'src/console.ts', proposals: 'src/proposals.ts' }, formats: ['es'] },
    rollupOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'pages-[name].js' } },
  },
});
