import { describe, expect, it } from 'vitest';
import { type Match, chance, formOf } from '../src/desk-match.js';

const match = (over: Partial<Match> = {}): Match => ({ state: 'sure', reason: null, orders: [], differences: [], duplicates: [], customers: [], steps: [], letter: null, remarks: [], ...over });

describe('what a document belongs to', () => {
  it('is said in a sentence that fits its state', () => {
    expect(formOf(match())).toBe('It agrees with the order.');
    expect(formOf(match({ duplicates: [{ id: 1, name: 'BILL/1', confidence: 0.99, reason: 'r' }] }))).toContain('may have come before');
    expect(formOf(match({ differences: [{ text: 't', cause: 'c', passes: false }, { text: 'u', cause: 'c', passes: true }] }))).toBe('1 thing differs.');
    expect(formOf(match({ state: 'unclear' }))).toContain('a person must choose');
    expect(formOf(match({ state: 'none' }))).toBe('No purchase order fits.');
    expect(formOf(match({ state: 'not_compared', reason: 'it is a statement' }))).toBe('Not compared: it is a statement.');
  });

  it('is never told as certain', () => {
    expect(chance(0.9991)).toBe('99 % sure');
    expect(chance(0.6)).toBe('60 % sure');
  });
});
