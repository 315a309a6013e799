import { describe, expect, it } from 'vitest';
import { formatValue, toCsv } from '../src/format.js';

describe('values', () => {
  it.each([
    [1234.5, 'money', 'EUR', '€1,234.50'],
    ['48210', 'money', 'EUR', '€48,210.00'],
    [12.345, 'percent', null, '12.3 %'],
    [240, 'quantity', 'Units', '240 Units'],
    ['2026-11-27', 'date', null, 'Nov 27, 2026'],
    [1, 'days', null, '1 day'],
    [3, 'days', null, '3 days'],
    ['S00042', 'code', null, 'S00042'],
    ['00042', 'code', null, '00042'],
    [null, 'money', 'EUR', '–'],
    [true, 'text', null, 'yes'],
    ['<b>', 'text', null, '<b>'],
    ['not a date', 'date', null, 'not a date'],
  ] as const)('%s as %s', (value, kind, unit, shown) => {
    expect(formatValue(value, kind, unit, 'en-US')).toBe(shown);
  });
});

describe('CSV', () => {
  it('quotes what needs quoting', () => {
    expect(toCsv(['a', 'b'], [['x, "y"', 1], [null, 'line\nbreak']])).toBe('a,b\r\n"x, ""y""",1\r\n,"line\nbreak"\r\n');
  });

  it.each(['=1+1', '+cmd', '@x', '-2+3'])('never hands a spreadsheet the formula %s', (formula) => {
    expect(toCsv(['a'], [[formula]])).toBe(`a\r\n'${formula}\r\n`);
  });

  it('leaves negative numbers alone', () => {
    expect(toCsv(['a'], [['-12.5'], [-3]])).toBe('a\r\n-12.5\r\n-3\r\n');
  });
});
