import { LitElement, css, html, nothing } from 'lit';
import { type Explanation, type FoundPassage, figure, rank } from '../library.js';
import { personas } from '../personas.js';
import type { Service } from '../service.js';
import { consoleTheme } from './console-theme.js';
import { speech } from '../speech.js';
import { theme } from './theme.js';

/** What a role would find for a query, why, and what was filtered. Fires `trouble` with an error, or null when all is well again. */
export class CopilotConsoleFind extends LitElement {
  static override properties = { service: { attribute: false }, found: { state: true }, busy: { state: true } };
  declare service: Service | null;
  declare found: Explanation | null;
  declare busy: boolean;

  constructor() {
    super();
    this.service = null;
    this.found = null;
    this.busy = false;
  }

  static override styles = [theme, consoleTheme, css`:host { display: block; }`];

  override render() {
    return html`<form @submit=${this.find}>
        <label class="wide">Question<input name="query" required maxlength="2000" autocomplete="off"></label>
        <label>As<select name="role">${personas.map((p) => html`<option value=${p.id}>${speech.words.roles[p.id]?.[0] ?? p.id}</option>`)}</select></label>
        <label>On the day<input name="asOf" type="date"></label>
        <button class="main" type="submit" ?disabled=${this.busy}>Find</button>
      </form>
      ${this.found ? this.result(this.found) : nothing}`;
  }

  private result(found: Explanation) {
    const filtered = Object.entries(found.filtered ?? {});
    return html`<h2>Found</h2><p class="quiet" role="status">${found.hits.length} passages on ${found.day}. Looked for: ${found.words.join('; ') || 'nothing'}.
        ${found.withoutVectors ? ` Without vectors: ${found.withoutVectors}` : ''} ${found.index ?? ''}</p>
      <ol class="passages">${found.hits.map((hit, i) => this.hit(hit, i + 1))}</ol>
      ${found.duplicates.length > 0 ? html`<p class="quiet">Left out because a better one says nearly the same: ${found.duplicates.join(', ')}</p>` : nothing}
      ${filtered.length > 0 ? html`<h2>Filtered</h2><div class="scroll" tabindex="0" role="region" aria-label="Filtered documents"><table>
        <thead><tr><th>Document</th><th>Why</th></tr></thead>
        <tbody>${filtered.map(([id, why]) => html`<tr><td>${id}</td><td>${why.join(', ')}</td></tr>`)}</tbody></table></div>` : nothing}`;
  }

  private hit(hit: FoundPassage, place: number) {
    const p = hit.parts;
    return html`<li>
      <h3>${place}. ${hit.title}${hit.revision ? `, revision ${hit.revision}` : ''}</h3>
      <div class="quiet">${hit.place.headingPath.join(' › ')}${hit.place.page ? ` · page ${hit.place.page}` : ''} · ${hit.place.documentId}</div>
      <div class="scroll" tabindex="0" role="region" aria-label=${`Scores of passage ${place}`}><table>
        <thead><tr><th class="figure">Score</th><th class="figure">Index</th><th class="figure">Words</th><th class="figure">Vectors</th><th class="figure">From words</th><th class="figure">From vectors</th>
          <th class="figure">From codes</th><th class="figure">Subject ×</th><th class="figure">Covers</th></tr></thead>
        <tbody><tr><td class="figure">${figure(hit.score)}</td><td class="figure">${rank(p.indexRank)} ${figure(p.indexScore)}</td><td class="figure">${rank(p.wordsRank)} ${figure(p.words)}</td>
          <td class="figure">${rank(p.vectorRank)} ${figure(p.cosine)}</td><td class="figure">${figure(p.fromWords)}</td><td class="figure">${figure(p.fromVector)}</td>
          <td class="figure">${figure(p.fromCodes)}</td><td class="figure">${figure(p.subject)}</td><td class="figure">${Math.round(p.coverage * 100)} %</td></tr></tbody>
      </table></div>
      <pre>${hit.text.length > 700 ? `${hit.text.slice(0, 700)}…` : hit.text}</pre>
    </li>`;
  }

  private async find(e: Event): Promise<void> {
    e.preventDefault();
    const form = new FormData(e.target as HTMLFormElement);
    const wanted = new URLSearchParams({ query: String(form.get('query') ?? ''), role: String(form.get('role') ?? ''), asOf: String(form.get('asOf') ?? '') });
    let trouble: unknown = null;
    this.busy = true;
    try {
      this.found = (await this.service?.get<Explanation>(`knowledge/find?${wanted.toString()}`)) ?? null;
    } catch (problem) {
      trouble = problem;
    }
    this.busy = false;
    this.dispatchEvent(new CustomEvent('trouble', { detail: trouble, bubbles: true, composed: true }));
  }
}
customElements.define('copilot-console-find', CopilotConsoleFind);
