import { css } from 'lit';

/** What the panels beside the conversation look like: a head with a way out, and a body that scrolls. */
export const panelTheme = css`
  :host { display: flex; flex-direction: column; background: var(--surface); border-inline-start: 1px solid var(--line); min-width: 0; }
  .head { display: flex; gap: 0.75rem; align-items: flex-start; padding: 0.9rem 1rem; border-bottom: 1px solid var(--line); }
  h2 { flex: 1; font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
  h2:focus-visible { outline: none; }
  .head button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.25rem 0.7rem; font-size: 0.88rem; min-height: 1.9rem; }
  .body { overflow: auto; padding: 1rem; flex: 1; }
  .quiet { color: var(--quiet); font-size: 0.88rem; }
  .note { border-inline-start: 4px solid var(--warning); padding-inline-start: 0.75rem; }
  .problem { color: var(--bad); }
`;
