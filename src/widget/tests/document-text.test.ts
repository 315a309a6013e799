import { describe, expect, it } from 'vitest';
import { documentLines } from '../src/document-text.js';

const plain = (text: string, start = 0, end = 0) =>
  documentLines(text, start, end).map((l) => [l.kind, ...l.cells.map((c) => c.map((p) => p.text).join('').trim())]);

describe('a document as lines', () => {
  it('drops the signs of headings, lists, tables and emphasis', () => {
    expect(plain('# Returns\n\nWithin **3 days**.\n- first\n| A | B |\n| --- | --- |\n| 1 | 2 |')).toEqual([
      ['heading', 'Returns'], ['gap'], ['text', 'Within 3 days.'], ['item', 'first'], ['row', 'A', 'B'], ['row', '1', '2'],
    ]);
  });

  it('marks exactly the cited piece, also inside a line and over signs', () => {
    const text = 'One two **three** four\nfive';
    const marked = documentLines(text, 4, 17).flatMap((l) => l.cells.flat()).filter((p) => p.marked).map((p) => p.text).join('');
    expect(marked).toBe('two three');
  });

  it('leaves markup as the text it is', () => {
    expect(plain('<img src=x onerror=alert(1)>')).toEqual([['text', '<img src=x onerror=alert(1)>']]);
  });
});
