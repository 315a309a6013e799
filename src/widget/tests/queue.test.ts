import { describe, expect, it } from 'vitest';
import { type Queue, type QueueRun, isBusy, lastPart, outcome, pause, percent, state } from '../src/queue.js';

const run = (some: Partial<QueueRun> = {}): QueueRun => ({
  id: 1, what: 'start', collection: 'default', startedAt: '2026-06-15T10:00:00Z', finishedAt: '2026-06-15T10:00:01Z', files: 4, done: 4,
  added: 0, updated: 0, unchanged: 0, removed: 0, refused: 0, pages: 0, passages: 0, ...some,
});
const queue = (some: Partial<Queue> = {}): Queue => ({ waiting: 0, running: [], runs: [run()], failed: [], refusedUploads: 0, filesPerSecond: 0, passagesPerSecond: 0, ...some });
const view = (q: Queue) => ({ queue: q, sources: [], mayAct: true });

describe('the queue', () => {
  it('is busy while files wait, are read, or a run has no end', () => {
    expect(isBusy(queue())).toBe(false);
    expect(isBusy(queue({ waiting: 1 }))).toBe(true);
    expect(isBusy(queue({ runs: [run({ finishedAt: null })] }))).toBe(true);
  });

  it('is looked at often while it is busy, seldom when it rests, and with patience when the service is away', () => {
    expect(pause(view(queue({ waiting: 1 })), 0)).toBe(1000);
    expect(pause(view(queue()), 0)).toBe(10_000);
    expect(pause(null, 1)).toBe(2000);
    expect(pause(view(queue({ waiting: 1 })), 30)).toBe(60_000);
  });

  it('is told in words that do not change with every number', () => {
    expect(state(queue({ waiting: 1 }))).toBe(state(queue({ waiting: 9 })));
    expect(state(queue())).toContain('Nothing was refused');
    expect(state(queue({ refusedUploads: 1 }))).toContain('1 file was refused');
  });

  it('says of a run what there is to say', () => {
    expect(outcome(run({ added: 2, refused: 1 }))).toBe('2 new, 1 refused');
    expect(outcome(run())).toBe('nothing to do');
    expect([percent(run({ files: 3, done: 1 })), percent(run({ files: 0, done: 0 }))]).toEqual([33, 100]);
  });

  it('shows a file by its last part', () => {
    expect([lastPart('/srv/a.zip!/b/c.pdf'), lastPart('odoo:12'), lastPart('/srv/x/')]).toEqual(['c.pdf', 'odoo:12', '/srv/x/']);
  });
});
