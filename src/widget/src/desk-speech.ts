import { speech } from './speech.js';
import { en } from './words/desk/en.js';

export type DeskWords = typeof en;

const others: Record<string, () => Promise<DeskWords>> = {
  de: async () => (await import('./words/desk/de.js')).de,
  fr: async () => (await import('./words/desk/fr.js')).fr,
  es: async () => (await import('./words/desk/es.js')).es,
  nl: async () => (await import('./words/desk/nl.js')).nl,
  it: async () => (await import('./words/desk/it.js')).it,
};

/** What the reading desk says, in the language of the page. What the service tells of a document is said in its own words, in English. */
class DeskSpeech {
  words: DeskWords = en;

  /** Begins in the reader's language. */
  async begin(): Promise<void> {
    await speech.begin();
    this.words = (await others[speech.language]?.().catch(() => undefined)) ?? en;
    speech.redraw();
  }
}

export const deskSpeech = new DeskSpeech();
