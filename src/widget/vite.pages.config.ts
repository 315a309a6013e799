import { type Plugin, defineConfig } from 'vite';

/** The service's own pages beside the chat: file, title, and the element that is all there is on it. The service fills in which origins may hold the sidebar. */
const pages = [['console', 'Library console', 'copilot-console-page'], ['documents', 'Documents', 'copilot-desk-page'], ['proposals', 'Proposals', 'copilot-proposals-page'], ['source', 'Source', 'copilot-source-page'], ['link', 'Your Odoo account', 'copilot-link-page'], ['sidebar', 'Sidebar', 'copilot-sidebar-page']] as const;

const html = (file: string, title: string, element: string): string => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · Distribution Copilot</title>
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/page.css">
  <script type="module" src="/${file}.js"></script>
</head>
<body>
  <${element}${file === 'sidebar' ? ' origins="ORIGINS-OF-ODOO"' : ''}></${element}>
  <noscript>This page needs JavaScript.</noscript>
</body>
</html>
`;

const writePages: Plugin = {
  name: 'pages',
  generateBundle() {
    pages.forEach(([file, title, element]) => this.emitFile({ type: 'asset', fileName: `${file}.html`, source: html(file, title, element) }));
  },
};

// Built after the chat, into the same folder; what they share is a file of its own.
export default defineConfig({
  publicDir: false,
  plugins: [writePages],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: Object.fromEntries(pages.map(([file]) => [file, `src/${file}.ts`])), formats: ['es'] },
    rollupOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'pages-[name].js' } },
  },
});
