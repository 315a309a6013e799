import type { ChartCard } from './protocol.js';

type Values = (number | null)[];
type Place = (n: number) => number;

/** The lowest and highest value of everything that is drawn; zero belongs to it, so that lengths can be compared. */
export const extent = (card: ChartCard): [low: number, high: number] => {
  const all = card.series.flatMap((s) => [s.values, s.lower, s.upper, s.lower95, s.upper95].flatMap((v) => v ?? [])).filter((v): v is number => v !== null && Number.isFinite(v));
  return [Math.min(0, ...all), Math.max(0, ...all)];
};

/** Round numbers from at or below the lowest to at or above the highest value. */
export const ticks = (low: number, high: number, about = 5): number[] => {
  const raw = (high - low || 1) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((m) => m * power >= raw) ?? 10) * power;
  const found: number[] = [];
  for (let n = Math.floor(low / step); ; n++) {
    found.push(Number((n * step).toPrecision(12)));
    if (n * step >= high) {
      return found;
    }
  }
};

const number = (n: number): string => n.toFixed(1);

/** A line through what is there; it breaks where a value is missing. */
export const linePath = (values: Values, x: Place, y: Place): string => {
  let path = '';
  let drawing = false;
  values.forEach((v, i) => {
    path += v === null ? '' : `${drawing ? 'L' : 'M'}${number(x(i))} ${number(y(v))}`;
    drawing = v !== null;
  });
  return path;
};

/** The area between two lines, where both are there. */
export const bandPath = (lower: Values, upper: Values, x: Place, y: Place): string => {
  const there = lower.flatMap((v, i) => (v === null || (upper[i] ?? null) === null ? [] : [i]));
  return there.length === 0 ? '' : `M${[...there.map((i) => [i, upper[i] ?? 0] as const), ...[...there].reverse().map((i) => [i, lower[i] ?? 0] as const)].map(([i, v]) => `${number(x(i))} ${number(y(v))}`).join('L')}Z`;
};
