import type { CellValue, Fact, FactKind } from './protocol.js';
import { speech } from './speech.js';

/** Shows values in the reader's own way of writing numbers, money and dates. */

const number = (value: number, options: Intl.NumberFormatOptions, locale = speech.locale): string =>
  new Intl.NumberFormat(locale, options).format(value);

const asNumber = (value: CellValue): number | null => {
  const n = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  return Number.isFinite(n) ? n : null;
};

const money = (value: number, unit: string | null | undefined, locale?: string): string => {
  if (unit && /^[A-Z]{3}$/.test(unit)) {
    return number(value, { style: 'currency', currency: unit }, locale);
  }
  return number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }, locale);
};

const day = (text: string, withTime: boolean, locale?: string): string => {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text);
  if (Number.isNaN(date.getTime())) {
    return text;
  }
  return new Intl.DateTimeFormat(locale ?? speech.locale, withTime ? { dateStyle: 'medium', timeStyle: 'short' } : { dateStyle: 'medium' }).format(date);
};

export const formatValue = (value: CellValue, kind: FactKind, unit?: string | null, locale?: string): string => {
  if (value === null || value === '') {
    return '–';
  }
  if (typeof value === 'boolean') {
    return value ? speech.words.yes : speech.words.no;
  }
  if (kind === 'date' || kind === 'date_time') {
    return day(String(value), kind === 'date_time', locale);
  }
  const n = kind === 'text' || kind === 'code' ? null : asNumber(value);
  if (n === null) {
    return String(value);
  }
  switch (kind) {
    case 'money':
      return money(n, unit, locale);
    case 'percent':
      return `${number(n, { maximumFractionDigits: 1 }, locale)} %`;
    case 'days':
      return `${number(n, { maximumFractionDigits: 1 }, locale)} ${n === 1 ? speech.words.day : speech.words.days}`;
    default:
      return [number(n, { maximumFractionDigits: 3 }, locale), unit].filter(Boolean).join(' ');
  }
};

export const formatFact = (fact: Fact, locale?: string): string => formatValue(fact.value, fact.kind, fact.unit, locale);

export const isNumeric = (kind: FactKind): boolean => ['number', 'quantity', 'money', 'percent', 'days'].includes(kind);

export const formatCount = (n: number): string => number(n, {});

export const formatMoment = (iso: string, locale?: string): string => day(iso, true, locale);

/** A table as CSV (RFC 4180). Cells that a spreadsheet would run as a formula get a leading apostrophe. */
export const toCsv = (labels: string[], rows: CellValue[][]): string => {
  const cell = (value: CellValue): string => {
    const text = value === null ? '' : String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [labels, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
};
