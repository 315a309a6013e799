import { describe, expect, it } from 'vitest';
import { type Extraction, type Word, around, checkNamed, doubtful, fieldsOf, labelOf, linesOf, run, toneOf, towards } from '../src/desk.js';

const read = (fields: Extraction['fields'], type = 'invoice'): Extraction => ({
  type, typeConfidence: 1, engine: 'text', format: 'PDF text', pages: 1, fields, lines: [{ sku: 'A', quantity: 2, unitPrice: 1.5, amount: 3 }], checks: [], needsReview: false, warnings: [],
});

const words: Word[] = [
  { text: 'Invoice', box: [10, 10, 50, 20] }, { text: 'INV', box: [55, 10, 70, 20] }, { text: '7', box: [72, 10, 80, 20] }, { text: 'Total', box: [10, 40, 40, 50] }, { text: '119', box: [60, 40, 80, 50] },
];

describe('the desk', () => {
  it('shows what a type usually has, found or not, and then what else was read', () => {
    const fields = fieldsOf(read({ carrier: { value: 'DHL', confidence: 1 }, script: { value: 'x', confidence: 1 } }));
    expect(fields.slice(0, 2)).toEqual(['number', 'issueDate']);
    expect(fields).toContain('carrier');
    expect(fields).not.toContain('script');
  });

  it('sends people to what is unsure and to a missing number', () => {
    expect(doubtful(read({ totalAmount: { value: 1, confidence: 0.6 }, netAmount: { value: 1, confidence: 0.9 } }))).toEqual(['number', 'totalAmount']);
    expect(toneOf(undefined)).toBe('missing');
  });

  it('names fields and checks in words', () => {
    expect(labelOf('deliveryNoteReference')).toBe('Delivery note reference');
    expect(checkNamed('net_plus_tax_is_total')).toBe('Net plus tax is total');
    expect(linesOf(read({}))[0]).toMatchObject({ from: 0, sku: 'A', quantity: '2', unit: '' });
  });

  it('takes the words between two of a line, and just two of different lines', () => {
    expect(run(words, 0, 2)).toEqual([0, 1, 2]);
    expect(run(words, 2, 0)).toEqual([0, 1, 2]);
    expect(run(words, 0, 4)).toEqual([0, 4]);
    expect(around([words[1]!.box, words[2]!.box])).toEqual([55, 10, 80, 20]);
  });

  it('moves from word to word by arrows and stays at the edges', () => {
    expect(towards(words, 2, 'ArrowDown')).toBe(4);
    expect(towards(words, 3, 'ArrowUp')).toBe(0);
    expect(towards(words, 3, 'ArrowDown')).toBe(3);
    expect([towards(words, 0, 'ArrowLeft'), towards(words, 4, 'ArrowRight'), towards([], -1, 'ArrowDown')]).toEqual([0, 4, 0]);
  });
});
