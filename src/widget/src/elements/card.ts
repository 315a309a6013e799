import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { formatFact, formatValue, isNumeric, toCsv } from '../format.js';
import type { Card, CellValue, ChartCard, DraftCard, FactKind, KeyFiguresCard, RecordCard, TableCard } from '../protocol.js';
import { speech } from '../speech.js';
import { theme } from './theme.js';
import './proposal.js';

/** A table, key figures, a record, a chart's values or a draft, beside the text. */
export class CopilotCard extends LitElement {
  static override properties = { card: { attribute: false }, asTable: { state: true }, drawable: { state: true }, sortBy: { state: true }, downwards: { state: true } };
  declare card: Card | null;
  declare asTable: boolean;
  /** Whether what draws charts has been loaded: it comes when it is needed. */
  declare drawable: boolean;
  declare sortBy: number;
  declare downwards: boolean;

  constructor() {
    super();
    this.card = null;
    this.asTable = false;
    this.drawable = false;
    this.sortBy = -1;
    this.downwards = false;
    speech.heardBy(this);
  }

  static override styles = [theme, css`
    :host { display: block; }
    section { border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); overflow: hidden; }
    header { display: flex; gap: 1rem; align-items: center; justify-content: space-between; padding: 0.6rem 0.9rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 0.95rem; margin: 0; }
    .tool { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.15rem 0.6rem; font-size: 0.82rem; white-space: nowrap; }
    .acts { display: flex; flex-wrap: wrap; gap: 0.4rem; justify-content: flex-end; }
    .wait { padding: 0 0.9rem; color: var(--quiet); }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: 0.88rem; }
    th, td { padding: 0.45rem 0.9rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
    tbody tr:last-child > * { border-bottom: 0; }
    th { background: var(--sunken); white-space: nowrap; font-weight: 600; }
    th button { border: 0; background: none; padding: 0; font-weight: inherit; }
    .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .short { white-space: nowrap; }
    td:not(.number, .short) { min-width: 6rem; }
    footer { padding: 0.45rem 0.9rem; font-size: 0.82rem; color: var(--quiet); border-top: 1px solid var(--line); }
    dl { display: grid; gap: 0.9rem; margin: 0; padding: 0.9rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); }
    dt { font-size: 0.82rem; color: var(--quiet); }
    dd { margin: 0; font-size: 1.15rem; font-weight: 600; overflow-wrap: anywhere; }
    .fields dd { font-size: 1rem; font-weight: 500; }
    .change { display: block; font-size: 0.82rem; font-weight: 400; color: var(--quiet); }
    .good { color: var(--good); } .warning { color: var(--warning); } .bad { color: var(--bad); }
    .draft { padding: 0.9rem; font-size: 0.92rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    .draft strong { display: block; margin-bottom: 0.6rem; }
    a { color: var(--accent); font-size: 0.85rem; }
  `];

  override render() {
    switch (this.card?.type) {
      case 'table': return this.table(this.card);
      case 'keyfigures': return this.figures(this.card);
      case 'record': return this.record(this.card);
      case 'draft': return this.draft(this.card);
      case 'proposal': return html`<copilot-proposal .proposal=${this.card.proposal}></copilot-proposal>`;
      case 'chart': return this.chart(this.card);
      default: return nothing;
    }
  }

  private frame(title: string, tool: TemplateResult | typeof nothing, body: TemplateResult) {
    return html`<section aria-label=${title}><header><h3>${title}</h3><div class="acts">${tool}</div></header>${body}</section>`;
  }

  private table(card: TableCard, tool: TemplateResult | typeof nothing = nothing) {
    const rows = this.sorted(card);
    const csv = html`${tool}<button class="tool" type="button" @click=${() => this.download(card)}>${speech.words.csv}</button>`;
    return this.frame(card.title, csv, html`
      <div class="scroll" tabindex="0" role="region" aria-label=${speech.words.table(card.title)}>
        <table>
          <thead><tr>${card.columns.map((c, i) => html`<th scope="col" class=${isNumeric(c.kind) ? 'number' : ''}
            aria-sort=${this.sortBy === i ? (this.downwards ? 'descending' : 'ascending') : 'none'}>
            <button type="button" @click=${() => this.sort(i)}>${c.label}${this.sortBy === i ? (this.downwards ? ' ↓' : ' ↑') : ''}</button></th>`)}</tr></thead>
          <tbody>${rows.map((row) => html`<tr>${card.columns.map((c, i) =>
            html`<td class=${cellClass(c.kind)}>${formatValue(row[i] ?? null, c.kind, c.unit)}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
      ${card.totalRows && card.totalRows > card.rows.length
        ? html`<footer>${speech.words.shown(card.rows.length, card.totalRows)}</footer>` : nothing}`);
  }

  private chart(card: ChartCard) {
    const t = speech.words;
    const other = (text: string) => html`<button class="tool" type="button" @click=${() => (this.asTable = !this.asTable)}>${text}</button>`;
    if (this.asTable) {
      return this.table(asTable(card), other(t.asChart));
    }
    if (!this.drawable) {
      void import('./chart.js').then(() => (this.drawable = true), () => (this.asTable = true));
    }
    return this.frame(card.title, other(t.asTable), this.drawable ? html`<copilot-chart .card=${card}></copilot-chart>` : html`<p class="wait">${t.loading}</p>`);
  }

  private figures(card: KeyFiguresCard) {
    return this.frame(card.title, nothing, html`<dl>${card.items.map((f) => html`<div>
      <dt>${f.label}</dt>
      <dd class=${f.tone}>${formatValue(f.value, f.kind, f.unit)}
        ${f.changePercent === null || f.changePercent === undefined ? nothing
          : html`<span class="change">${f.changePercent > 0 ? '+' : ''}${formatValue(f.changePercent, 'percent')} ${speech.words.before}</span>`}</dd>
    </div>`)}</dl>`);
  }

  private record(card: RecordCard) {
    const open = card.uri && /^https?:\/\//i.test(card.uri)
      ? html`<a href=${card.uri} target="_blank" rel="noopener noreferrer">${speech.words.openInOdoo}</a>` : nothing;
    return this.frame(card.title, open, html`<dl class="fields">${card.fields.map((f) => html`<div><dt>${f.name}</dt><dd>${formatFact(f)}</dd></div>`)}</dl>`);
  }

  private draft(card: DraftCard) {
    const copy = html`<button class="tool" type="button" @click=${(e: Event) => this.copy(e, card)}>${speech.words.copy}</button>`;
    return this.frame(card.title, copy, html`<div class="draft">${card.subject ? html`<strong>${card.subject}</strong>` : nothing}${card.body}</div>`);
  }

  private async copy(event: Event, card: DraftCard): Promise<void> {
    const button = event.currentTarget as HTMLButtonElement;
    try {
      await navigator.clipboard.writeText(card.subject ? `${card.subject}\n\n${card.body}` : card.body);
      button.textContent = speech.words.copied;
    } catch {
      button.textContent = speech.words.copyByHand;
    }
  }

  private sort(index: number): void {
    this.downwards = this.sortBy === index ? !this.downwards : false;
    this.sortBy = index;
  }

  private sorted(card: TableCard): CellValue[][] {
    const by = this.sortBy;
    const column = card.columns[by];
    if (!column) {
      return card.rows;
    }
    const compare = isNumeric(column.kind)
      ? (a: CellValue, b: CellValue) => Number(a ?? -Infinity) - Number(b ?? -Infinity)
      : (a: CellValue, b: CellValue) => String(a ?? '').localeCompare(String(b ?? ''), speech.locale, { numeric: true });
    return [...card.rows].sort((a, b) => compare(a[by] ?? null, b[by] ?? null) * (this.downwards ? -1 : 1));
  }

  private download(card: TableCard): void {
    const labels = card.columns.map((c) => (c.unit ? `${c.label} (${c.unit})` : c.label));
    const url = URL.createObjectURL(new Blob(['\uFEFF' + toCsv(labels, this.sorted(card))], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${card.title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }
}
customElements.define('copilot-card', CopilotCard);

const cellClass = (kind: FactKind): string => (isNumeric(kind) ? 'number' : kind === 'code' || kind === 'date' || kind === 'date_time' ? 'short' : '');

const asTable = (card: ChartCard): TableCard => {
  const t = speech.words;
  const columns = card.series.flatMap((s) => [
    { label: s.name, values: s.values }, ...[[80, s.lower, s.upper] as const, [95, s.lower95, s.upper95] as const].flatMap(([p, low, high]) =>
      low && high ? [{ label: `${s.name}, ${t.lowest(p)}`, values: low }, { label: `${s.name}, ${t.highest(p)}`, values: high }] : []),
  ]);
  const dates = card.labels.every((l) => /^\d{4}-\d\d-\d\d$/.test(l));
  return {
    type: 'table',
    title: card.title,
    sources: card.sources,
    columns: [{ key: 'label', label: t.period, kind: dates ? 'date' : 'text' }, ...columns.map((c, i) => ({ key: `s${i}`, label: c.label, kind: 'number' as const, unit: card.unit ?? null }))],
    rows: card.labels.map((label, i) => [label, ...columns.map((c) => c.values[i] ?? null)]),
  };
};
