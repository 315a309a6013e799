import { css } from 'lit';

/** Tables, forms and facts of the console. */
export const consoleTheme = css`
  form { display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: end; margin: 0 0 1rem; }
  label { display: grid; gap: 0.2rem; font-size: 0.85rem; color: var(--quiet); }
  label.wide { flex: 1 1 16rem; }
  input, select { font: inherit; color: var(--text); background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 0.45rem 0.6rem; min-height: 2.4rem; width: 100%; }
  button { border: 1px solid var(--line); background: var(--surface); border-radius: 8px; padding: 0.4rem 0.9rem; min-height: 2.4rem; }
  button.main { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
  .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: var(--radius); }
  table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
  th, td { text-align: start; vertical-align: top; padding: 0.5rem 0.7rem; border-bottom: 1px solid var(--line); }
  th { background: var(--sunken); font-weight: 600; white-space: nowrap; }
  td.figure, th.figure { text-align: end; font-variant-numeric: tabular-nums; }
  td button.link { border: 0; background: none; padding: 0; min-height: 1.5rem; color: var(--accent); text-align: start; text-decoration: underline; }
  .quiet { color: var(--quiet); font-size: 0.88rem; }
  .note { border-inline-start: 4px solid var(--warning); padding-inline-start: 0.6rem; margin: 0.3rem 0; }
  .pager { display: flex; gap: 0.6rem; align-items: center; margin-top: 0.8rem; }
  dl { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: 0.3rem 1rem; margin: 0 0 1rem; }
  dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
  h2 { font-size: 1.15rem; margin: 0 0 0.6rem; }
  h3 { font-size: 0.95rem; margin: 0; }
  ol.passages { list-style: none; padding: 0; display: grid; gap: 0.8rem; margin: 0; }
  ol.passages > li { border: 1px solid var(--line); border-radius: var(--radius); padding: 0.8rem 1rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; font-size: 0.9rem; margin: 0.4rem 0 0; }
  .tag { display: inline-block; border: 1px solid var(--line); border-radius: 999px; padding: 0 0.6rem; font-size: 0.8rem; margin-inline-end: 0.3rem; }
  .tag.warn { border-color: var(--warning); color: var(--warning); }
`;
