import type { Session } from './protocol.js';

const sessionKey = 'distribution-copilot.session';
const placeKey = 'distribution-copilot.place';

/** Where somebody was: the conversation, and the question that was on its way. */
export interface Place { owner: string; conversationId?: string; pending?: { clientId: string; question: string; attachments: string[] } }

const read = <T>(key: string): T | null => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
};

const write = (key: string, value: unknown): void => {
  try {
    if (value) {
      sessionStorage.setItem(key, JSON.stringify(value));
    } else {
      sessionStorage.removeItem(key);
    }
  } catch {
    // Storage may be closed to embedded pages; what is kept then lasts until the page is left.
  }
};

/** The sign-in survives a reload of the tab, and nothing else: it is gone when the tab closes. */
export const loadSession = (): Session | null => {
  const session = read<Session>(sessionKey);
  return session && typeof session.token === 'string' && Date.parse(session.expiresAt) > Date.now() ? session : null;
};

export const saveSession = (session: Session | null): void => write(sessionKey, session);

/** So does the place in the conversation, for the same person. */
export const loadPlace = (owner: string): Place => {
  const place = read<Place>(placeKey);
  return place?.owner === owner ? place : { owner };
};

export const savePlace = (place: Place | null): void => write(placeKey, place);
