import { css } from 'lit';

/** Colours, spacing and the few rules every element shares. A page sets `--copilot-accent` and friends to make it its own. */
export const theme = css`
  :host {
    --accent: var(--copilot-accent, #0b5d66);
    --on-accent: var(--copilot-on-accent, #ffffff);
    --surface: var(--copilot-surface, #ffffff);
    --sunken: var(--copilot-sunken, #f2f5f5);
    --text: var(--copilot-text, #14201f);
    --quiet: var(--copilot-quiet, #51605f);
    --line: var(--copilot-line, #d5dedd);
    --good: #1d6b3a;
    --warning: #8a5300;
    --bad: #a52a22;
    --radius: var(--copilot-radius, 12px);
    color-scheme: light dark;
    box-sizing: border-box;
    color: var(--text);
    font: 400 1rem/1.5 var(--copilot-font, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --accent: var(--copilot-accent, #5fc4cc);
      --on-accent: var(--copilot-on-accent, #06272a);
      --surface: var(--copilot-surface, #121a1a);
      --sunken: var(--copilot-sunken, #1b2626);
      --text: var(--copilot-text, #e6eeee);
      --quiet: var(--copilot-quiet, #a3b4b3);
      --line: var(--copilot-line, #33413f);
      --good: #7fd6a0;
      --warning: #f0b866;
      --bad: #ff9a91;
    }
  }
  *, *::before, *::after { box-sizing: inherit; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  button { font: inherit; color: inherit; cursor: pointer; }
  button:disabled { cursor: default; opacity: 0.55; }
  .hidden {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap; border: 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    button { transition: background-color 120ms, border-color 120ms; }
  }
`;
