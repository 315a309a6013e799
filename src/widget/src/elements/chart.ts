import { LitElement, css, html, nothing, svg } from 'lit';
import { extent, linePath, bandPath, ticks } from '../chart-scale.js';
import { formatValue } from '../format.js';
import type { ChartCard, ChartSeries } from '../protocol.js';
import { speech } from '../speech.js';
import { theme } from './theme.js';

const [wide, high, left, right, top, bottom] = [640, 260, 64, 12, 12, 34];

/** Series over a common axis with their intervals, drawn as lines and bands. The same values can be read as a table. */
export class CopilotChart extends LitElement {
  static override properties = { card: { attribute: false }, at: { state: true } };
  declare card: ChartCard | null;
  /** The label that is pointed at, or -1. */
  declare at: number;

  constructor() {
    super();
    this.card = null;
    this.at = -1;
    speech.heardBy(this);
  }

  static override styles = [theme, css`
    :host { display: block; padding: 0.6rem 0.6rem 0.8rem; }
    svg { display: block; width: 100%; height: auto; direction: ltr; }
    text { font: 11px system-ui, sans-serif; fill: var(--quiet); }
    .grid { stroke: var(--line); stroke-width: 1; }
    .line { fill: none; stroke-width: 2.2; stroke-linejoin: round; }
    .band { opacity: 0.22; stroke: none; } .wide { opacity: 0.12; }
    .s0 { stroke: var(--text); } .s1 { stroke: var(--accent); stroke-dasharray: 7 4; } .s2 { stroke: var(--warning); stroke-dasharray: 2 3; } .s3 { stroke: var(--good); stroke-dasharray: 10 3 2 3; }
    .f0 { fill: var(--text); } .f1 { fill: var(--accent); } .f2 { fill: var(--warning); } .f3 { fill: var(--good); }
    .bar { fill: var(--accent); opacity: 0.85; } .bar.at { opacity: 1; }
    .cursor { stroke: var(--quiet); stroke-dasharray: 3 3; }
    ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; margin: 0.3rem 0.4rem 0; padding: 0; font-size: 0.82rem; color: var(--quiet); }
    li svg { display: inline-block; width: 1.9rem; height: 0.8rem; vertical-align: -0.1rem; margin-inline-end: 0.35rem; }
    strong { color: var(--text); font-weight: 600; }
    .frame:focus-visible { outline-offset: -2px; }
  `];

  override render() {
    const card = this.card;
    if (!card || card.labels.length === 0) {
      return nothing;
    }
    const marks = ticks(...extent(card));
    const [low, top1] = [marks[0] ?? 0, marks.at(-1) ?? 1];
    const x = (i: number): number => left + ((wide - left - right) * (i + 0.5)) / card.labels.length;
    const y = (v: number): number => top + (high - top - bottom) * (1 - (v - low) / (top1 - low || 1));
    const each = Math.max(1, Math.ceil(card.labels.length / 7));
    return html`<div class="frame" tabindex="0" role="img" aria-label=${`${speech.words.chart(card.title)}. ${this.told(card)}`} @keydown=${this.key} @pointermove=${this.point} @pointerleave=${() => (this.at = -1)}>
      <svg viewBox=${`0 0 ${wide} ${high}`} aria-hidden="true">
        ${marks.map((m) => svg`<line class="grid" x1=${left} x2=${wide - right} y1=${y(m)} y2=${y(m)}></line><text x=${left - 6} y=${y(m) + 4} text-anchor="end">${this.value(m)}</text>`)}
        ${card.labels.map((l, i) => (i % each === 0 ? svg`<text x=${x(i)} y=${high - 12} text-anchor="middle">${shortened(this.label(l))}</text>` : nothing))}
        ${card.series.map((s, i) => this.bands(s, i, x, y))}
        ${inBars(card) ? this.bars(card, x, y) : card.series.map((s, i) => svg`<path class=${`line s${i % 4}`} d=${linePath(s.values, x, y)}></path>${lone(s).map((p) => svg`<circle class=${`f${i % 4}`} r="3" cx=${x(p)} cy=${y(s.values[p] ?? 0)}></circle>`)}`)}
        ${this.at >= 0 && !inBars(card) ? svg`<line class="cursor" x1=${x(this.at)} x2=${x(this.at)} y1=${top} y2=${high - bottom}></line>` : nothing}
      </svg></div>
      <ul aria-live="off">${this.at >= 0 ? html`<li><strong>${this.label(card.labels[this.at] ?? '')}</strong></li>` : nothing}${card.series.map((s, i) => html`<li>
        <svg viewBox="0 0 30 12" aria-hidden="true">${inBars(card) ? svg`<rect class="bar" x="9" y="0" width="12" height="12" rx="2"></rect>` : svg`<line class=${`line s${i % 4}`} x1="0" x2="30" y1="6" y2="6"></line>`}</svg>${s.name}${this.reading(s)}</li>`)}</ul>`;
  }

  private bands(s: ChartSeries, i: number, x: (i: number) => number, y: (v: number) => number) {
    return svg`${s.lower95 && s.upper95 ? svg`<path class=${`band wide f${i % 4}`} d=${bandPath(s.lower95, s.upper95, x, y)}></path>` : nothing}
      ${s.lower && s.upper ? svg`<path class=${`band f${i % 4}`} d=${bandPath(s.lower, s.upper, x, y)}></path>` : nothing}`;
  }

  private bars(card: ChartCard, x: (i: number) => number, y: (v: number) => number) {
    const width = Math.min(56, ((wide - left - right) / card.labels.length) * 0.66);
    return card.series[0]?.values.map((v, i) => (v === null ? nothing
      : svg`<rect class=${this.at === i ? 'bar at' : 'bar'} x=${x(i) - width / 2} width=${width} y=${Math.min(y(0), y(v))} height=${Math.max(1, Math.abs(y(v) - y(0)))} rx="2"></rect>`));
  }

  /** The value that is pointed at, with its intervals; without one, what the shades mean. */
  private reading(s: ChartSeries) {
    const t = speech.words;
    const value = s.values[this.at];
    if (value === null || value === undefined) {
      return s.lower && this.at < 0 ? html` (${t.interval(80)}${s.lower95 ? `, ${t.interval(95)}` : ''})` : nothing;
    }
    const between = (p: number, low?: (number | null)[] | null, up?: (number | null)[] | null): string =>
      low?.[this.at] === null || low?.[this.at] === undefined ? '' : ` · ${p} %: ${this.value(low[this.at] ?? 0)} – ${this.value(up?.[this.at] ?? 0)}`;
    return html`: <strong>${this.value(value)}</strong>${between(80, s.lower, s.upper)}${between(95, s.lower95, s.upper95)}`;
  }

  /** What somebody who does not see the picture is told: from where to where each series goes. */
  private told(card: ChartCard): string {
    return card.series.map((s) => {
      const there = s.values.flatMap((v, i) => (v === null ? [] : [[i, v] as const]));
      const [first, last] = [there[0], there.at(-1)];
      return first && last ? `${s.name}: ${this.label(card.labels[first[0]] ?? '')} ${this.value(first[1])} – ${this.label(card.labels[last[0]] ?? '')} ${this.value(last[1])}` : s.name;
    }).join('. ');
  }

  private value(v: number): string {
    const unit = this.card?.unit;
    return formatValue(v, unit && /^[A-Z]{3}$/.test(unit) ? 'money' : 'number', unit && /^[A-Z]{3}$/.test(unit) ? unit : null).replace(/[.,]00(?=\D*$)/, '');
  }

  private label(text: string): string {
    const date = /^(\d{4})-(\d\d)(-\d\d)?$/.exec(text);
    return !date ? text : date[3] ? formatValue(text, 'date') : new Intl.DateTimeFormat(speech.locale, { month: 'short', year: '2-digit' }).format(new Date(`${text}-01T00:00:00`));
  }

  private key(e: KeyboardEvent): void {
    const step = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && this.card) {
      e.preventDefault();
      this.at = Math.min(this.card.labels.length - 1, Math.max(0, this.at + step));
    }
  }

  private point(e: PointerEvent): void {
    const box = this.renderRoot.querySelector('svg')?.getBoundingClientRect();
    if (box && this.card) {
      const part = (((e.clientX - box.left) / box.width) * wide - left) / (wide - left - right);
      this.at = part < 0 || part > 1 ? -1 : Math.min(this.card.labels.length - 1, Math.floor(part * this.card.labels.length));
    }
  }
}
customElements.define('copilot-chart', CopilotChart);

/** One series without intervals compares: bars, also where labels are no dates. Several, or a forecast, go on: lines. */
const inBars = (card: ChartCard): boolean => card.series.length === 1 && !card.series[0]?.lower && card.labels.length <= 24;

const shortened = (label: string): string => (label.length > 13 ? `${label.slice(0, 12)}…` : label);

/** Values without a neighbour: a line would not show them. */
const lone = (s: ChartSeries): number[] => s.values.flatMap((v, i) => (v !== null && (s.values[i - 1] ?? null) === null && (s.values[i + 1] ?? null) === null ? [i] : []));
