import type { Session } from './protocol.js';

const key = 'distribution-copilot.session';

/** The sign-in survives a reload of the tab, and nothing else: it is gone when the tab closes. */
export const loadSession = (): Session | null => {
  try {
    const session = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Session | null;
    return session && typeof session.token === 'string' && Date.parse(session.expiresAt) > Date.now() ? session : null;
  } catch {
    return null;
  }
};

export const saveSession = (session: Session | null): void => {
  try {
    if (session) {
      sessionStorage.setItem(key, JSON.stringify(session));
    } else {
      sessionStorage.removeItem(key);
    }
  } catch {
    // Storage may be closed to embedded pages; the sign-in then lasts until the page is left.
  }
};
