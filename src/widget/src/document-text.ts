/** A document's own text cut into lines for showing: markdown signs are dropped, and the cited piece stays marked at its place. */
export interface Piece { text: string; strong: boolean; marked: boolean }
export interface Line { kind: 'heading' | 'text' | 'item' | 'row' | 'gap'; cells: Piece[][] }

const signs: [RegExp, Line['kind']][] = [
  [/^#{1,6}\s+/, 'heading'],
  [/^\s*[-*]\s+/, 'item'],
];

/** Reads the lines of a text; `start` and `end` are the cited piece in it. */
export const documentLines = (text: string, start: number, end: number): Line[] => {
  const lines: Line[] = [];
  let at = 0;
  for (const raw of text.split('\n')) {
    const line = readLine(raw, start - at, end - at);
    if (line && !(line.kind === 'gap' && lines.at(-1)?.kind === 'gap')) {
      lines.push(line);
    }
    at += raw.length + 1;
  }
  return lines;
};

const readLine = (raw: string, start: number, end: number): Line | null => {
  if (raw.trim() === '') {
    return { kind: 'gap', cells: [] };
  }
  if (/^\s*\|/.test(raw)) {
    return /^[\s|:-]+$/.test(raw) ? null : { kind: 'row', cells: cellsOf(raw).map(([from, to]) => pieces(raw, from, to, start, end)) };
  }
  for (const [sign, kind] of signs) {
    const found = sign.exec(raw);
    if (found) {
      return { kind, cells: [pieces(raw, found[0].length, raw.length, start, end)] };
    }
  }
  return { kind: 'text', cells: [pieces(raw, 0, raw.length, start, end)] };
};

const cellsOf = (raw: string): [number, number][] => {
  const bars = [...raw].flatMap((c, i) => (c === '|' ? [i] : []));
  return bars.slice(0, -1).map((bar, i) => [bar + 1, bars[i + 1] ?? raw.length]);
};

/** Cuts at the borders of the cited piece and at `**`, which is dropped. */
const pieces = (raw: string, from: number, to: number, start: number, end: number): Piece[] => {
  const found: Piece[] = [];
  let strong = false;
  for (let i = from; i < to; i++) {
    if (raw.startsWith('**', i) && i + 1 < to) {
      strong = !strong;
      i++;
      continue;
    }
    const marked = i >= start && i < end;
    const last = found.at(-1);
    if (last && last.marked === marked && last.strong === strong) {
      last.text += raw[i];
    } else {
      found.push({ text: raw[i] ?? '', strong, marked });
    }
  }
  return found;
};
