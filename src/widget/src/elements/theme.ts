import { css } from 'lit';

/** Colours, spacing and the few rules every element shares. A page sets `--copilot-accent` and friends to make it its own; light or dark comes from `color-scheme`, which is inherited. */
export const theme = css`
  :host {
    --accent: var(--copilot-accent, light-dark(#0b5d66, #5fc4cc));
    --on-accent: var(--copilot-on-accent, light-dark(#ffffff, #06272a));
    --surface: var(--copilot-surface, light-dark(#ffffff, #121a1a));
    --sunken: var(--copilot-sunken, light-dark(#f2f5f5, #1b2626));
    --text: var(--copilot-text, light-dark(#14201f, #e6eeee));
    --quiet: var(--copilot-quiet, light-dark(#51605f, #a3b4b3));
    --line: var(--copilot-line, light-dark(#d5dedd, #33413f));
    --good: light-dark(#1d6b3a, #7fd6a0);
    --warning: light-dark(#8a5300, #f0b866);
    --bad: light-dark(#a52a22, #ff9a91);
    --radius: var(--copilot-radius, 12px);
    box-sizing: border-box;
    color: var(--text);
    font: 400 1rem/1.5 var(--copilot-font, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
  }
  /* Each text runs the way its own words do, whichever way the page runs. */
  *, *::before, *::after { box-sizing: inherit; unicode-bidi: plaintext; }
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

/** For what stands in a page by itself: light or dark as the reader's system is. */
export const scheme = css`
  :host { color-scheme: light dark; }
  :host([theme='light']) { color-scheme: light; }
  :host([theme='dark']) { color-scheme: dark; }
`;
