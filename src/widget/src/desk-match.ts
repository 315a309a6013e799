import { deskSpeech } from './desk-speech.js';

/** What a document on the reading desk belongs to, as the service says it. */

export interface Match {
  state: 'sure' | 'likely' | 'unclear' | 'none' | 'not_compared';
  reason: string | null;
  orders: { id: number; name: string; supplier: string; confidence: number; reasons: string[] }[];
  differences: { text: string; cause: string; passes: boolean }[];
  duplicates: { id: number; name: string; confidence: number; reason: string }[];
  customers: { id: number; order: string; customer: string; promised: string | null; net: number | null; currency: string; isBroken: boolean }[];
  steps: { summary: string; question: string }[];
  /** The message to the supplier, drafted; null where nothing is to be said. */
  letter: string | null;
  remarks: string[];
}

/** A probability for people: never more certain than it is. */
export const chance = (confidence: number): string => deskSpeech.words.sure(Math.min(99, Math.round(confidence * 100)));

/** Where it stands, in a sentence. */
export const formOf = (m: Match): string => {
  const serious = m.differences.filter((d) => !d.passes).length;
  const t = deskSpeech.words.form;
  switch (m.state) {
    case 'not_compared': return t.not_compared(m.reason ?? t.noPaper);
    case 'none': return t.none;
    case 'unclear': return t.unclear;
    default: return serious === 0 ? (m.duplicates.length > 0 ? t.agreesTwice : t.agrees) : t.differs(serious);
  }
};
