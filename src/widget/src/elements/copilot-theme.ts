import { css } from 'lit';

/** The frame of the chat in its three shapes: bubble, panel, page. */
export const copilotTheme = css`
  :host { display: block; }
  :host([mode='page']) { height: 100dvh; }
  :host([mode='panel']) { height: 100%; }
  .frame { height: 100%; display: flex; flex-direction: column; background: var(--surface); position: relative; overflow: hidden; container: frame / inline-size; }
  :host([mode='bubble']) .frame {
    position: fixed; inset-block-end: 5rem; inset-inline-end: 1rem; width: min(28rem, calc(100vw - 2rem)); height: min(44rem, calc(100dvh - 6.5rem));
    border: 1px solid var(--line); border-radius: var(--radius); box-shadow: 0 12px 40px rgb(0 0 0 / 0.25); z-index: 2147483000;
  }
  :host([mode='bubble'][whole]) .frame { inset: 1rem 1rem 5rem; width: auto; height: auto; }
  .bubble {
    position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2147483001; border: 0; border-radius: 999px; padding: 0.8rem 1.3rem;
    background: var(--accent); color: var(--on-accent); font-weight: 600; box-shadow: 0 6px 20px rgb(0 0 0 / 0.25);
  }
  .bubble:focus-visible { outline-color: var(--text); }
  .top { display: flex; flex-wrap: wrap; gap: 0.4rem 0.6rem; align-items: center; padding: 0.6rem 1rem; border-bottom: 1px solid var(--line); }
  .brand { font-weight: 700; margin-inline-end: auto; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .who { color: var(--quiet); font-size: 0.88rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .chip { border: 1px solid var(--line); border-radius: 999px; padding: 0.1rem 0.7rem; font-size: 0.82rem; color: var(--quiet); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 14rem; }
  .badge { display: inline-block; min-width: 1.3rem; padding: 0 0.35rem; border-radius: 999px; background: var(--bad); color: var(--surface); font-size: 0.75rem; font-weight: 700; text-align: center; }
  .top button, .top select, .wait button, .earlier { border: 1px solid var(--line); background: none; color: inherit; border-radius: 8px; padding: 0.25rem 0.7rem; font: inherit; font-size: 0.88rem; white-space: nowrap; min-height: 1.9rem; }
  .top select { padding-inline: 0.3rem; max-width: 7rem; background: var(--surface); }
  .top button:hover, .top [aria-expanded='true'], .earlier:hover { background: var(--sunken); }
  .columns { flex: 1; min-height: 0; display: flex; position: relative; }
  .wait { padding: 1rem; }
  .chat { flex: 1; min-width: 0; display: flex; flex-direction: column; position: relative; }
  .drop {
    position: absolute; inset: 0.6rem; z-index: 1; display: grid; place-items: center; pointer-events: none; font-weight: 600;
    border: 2px dashed var(--accent); border-radius: var(--radius); background: color-mix(in srgb, var(--surface) 88%, transparent);
  }
  .log { flex: 1; overflow: auto; padding: 1.25rem 1rem 2rem; }
  .inner { max-width: 52rem; margin: 0 auto; display: grid; gap: 2.2rem; grid-template-columns: minmax(0, 1fr); }
  .earlier { justify-self: center; }
  .start h2 { font-size: 1.5rem; margin: 1rem 0 0.25rem; }
  .start p { margin: 0 0 1.25rem; color: var(--quiet); }
  .start ul { list-style: none; padding: 0; margin: 0; display: grid; gap: 0.6rem; }
  .start li button { text-align: start; width: 100%; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); }
  .start li button:hover { border-color: var(--accent); background: var(--sunken); }
  .side { width: min(26rem, 42%); }
  copilot-sign-in { flex: 1; }
  @container frame (max-width: 46rem) {
    .side { position: absolute; inset: 0; width: auto; border: 0; z-index: 2; }
    .who, .long, .chip { display: none; }
    .top { padding: 0.5rem 0.7rem; gap: 0.35rem; }
    .brand { flex: 1 1 100%; }
  }
  @media (max-height: 30rem) {
    .log { padding-block: 0.6rem; min-height: 6rem; }
    .top { padding-block: 0.3rem; }
  }
`;
