// @vitest-environment node
import { build } from 'vite';
import { describe, expect, it } from 'vitest';

interface Chunk { type: string; fileName: string; code: string; isEntry: boolean; imports: string[] }

const compressed = async (code: string): Promise<number> =>
  (await new Response(new Blob([code]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()).byteLength;

describe('what a page loads', () => {
  it('is at most 90 kB compressed before charts and other languages', { timeout: 120_000 }, async () => {
    const made = (await build({ configFile: 'vite.config.ts', logLevel: 'silent', build: { write: false } })) as unknown as { output: Chunk[] }[];
    const chunks = new Map(made[0]!.output.filter((o) => o.type === 'chunk').map((c) => [c.fileName, c]));
    const loaded = new Set<string>();
    const load = (name: string): void => {
      if (!loaded.has(name)) {
        loaded.add(name);
        chunks.get(name)?.imports.forEach(load);
      }
    };
    load('widget.js');

    const sizes = await Promise.all([...loaded].map((name) => compressed(chunks.get(name)!.code)));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);

    expect(bytes).toBeLessThanOrEqual(90 * 1024);
    expect(bytes).toBeGreaterThan(20 * 1024);
    expect([...loaded].some((name) => name.includes('chart'))).toBe(false);
    expect([...chunks.keys()].some((name) => name.includes('chart'))).toBe(true);
  });
});
