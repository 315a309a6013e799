import { css, html } from 'lit';
import { type Line, type Piece, documentLines } from '../document-text.js';
import type { SourceView } from '../protocol.js';

/** How a document's own text is shown, with the cited passage marked. */
export const documentTheme = css`
  .document { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.9rem; color: var(--quiet); }
  .document > * { margin: 0; }
  .heading { font-weight: 700; color: var(--text); }
  .item { padding-inline-start: 1rem; text-indent: -0.7rem; } .item::before { content: '•\\00a0'; }
  .gap { height: 0.7rem; }
  .row { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 0.6rem; border-bottom: 1px solid var(--line); padding: 0.2rem 0; white-space: normal; }
  mark { background: color-mix(in srgb, var(--accent) 22%, transparent); color: var(--text); border-radius: 4px; padding: 0.1em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
`;

export const documentText = (view: SourceView) => {
  const from = view.textStart ?? 0;
  const start = view.place ? view.place.start - from : -1;
  const end = view.place ? view.place.end - from : -1;
  return documentLines(view.text ?? '', start, end).map(lineOf);
};

const lineOf = (line: Line) =>
  html`<div class=${line.kind}>${line.cells.map((cell) => (line.kind === 'row' ? html`<span>${cell.map(pieceOf)}</span>` : cell.map(pieceOf)))}</div>`;

const pieceOf = (p: Piece) => {
  const text = p.strong ? html`<strong>${p.text}</strong>` : p.text;
  return p.marked ? html`<mark>${text}</mark>` : text;
};
