import { describe, expect, it } from 'vitest';
import { bandPath, extent, linePath, ticks } from '../src/chart-scale.js';
import type { ChartCard } from '../src/protocol.js';

const card = (series: ChartCard['series']): ChartCard => ({ type: 'chart', title: 't', sources: [], labels: ['a', 'b', 'c'], series });

describe('the scale of a chart', () => {
  it('holds zero and the widest interval', () => {
    expect(extent(card([{ name: 's', values: [null, 40, 50], lower: [null, 30, 35], upper: [null, 48, 61], lower95: [null, 20, 22], upper95: [null, 60, 82] }]))).toEqual([0, 82]);
    expect(extent(card([{ name: 's', values: [-5, null, 3] }]))).toEqual([-5, 3]);
    expect(extent(card([{ name: 's', values: [null, null, null] }]))).toEqual([0, 0]);
  });

  it.each([[0, 82, [0, 20, 40, 60, 80, 100]], [-5, 3, [-6, -4, -2, 0, 2, 4]], [0, 0.3, [0, 0.1, 0.2, 0.3]], [0, 0, [0]]])('from %s to %s has round marks', (low, high, marks) => {
    expect(ticks(low as number, high as number).slice(0, (marks as number[]).length)).toEqual(marks);
  });

  it('breaks a line where a value is missing and closes a band', () => {
    const same = (n: number): number => n;
    expect(linePath([1, null, 3, 4], same, same)).toBe('M0.0 1.0M2.0 3.0L3.0 4.0');
    expect(bandPath([null, 1, 2], [null, 3, 4], same, same)).toBe('M1.0 3.0L2.0 4.0L2.0 2.0L1.0 1.0Z');
    expect(bandPath([null], [null], same, same)).toBe('');
  });
});
