import type { ReactiveControllerHost } from 'lit';
import { en } from './words/en.js';

export type Words = typeof en;

/** The languages of the interface, each by its own name. */
export const languages: Record<string, string> = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', nl: 'Nederlands', it: 'Italiano' };

const others: Record<string, () => Promise<Words>> = {
  de: async () => (await import('./words/de.js')).de,
  fr: async () => (await import('./words/fr.js')).fr,
  es: async () => (await import('./words/es.js')).es,
  nl: async () => (await import('./words/nl.js')).nl,
  it: async () => (await import('./words/it.js')).it,
};

const key = 'distribution-copilot.language';

/** In which language a page speaks. One page speaks one language, as it has one `lang`. */
class Speech {
  words: Words = en;
  language = 'en';
  private readonly hearers = new Set<ReactiveControllerHost>();

  /** How numbers, dates and money are written: the reader's own country where the language is theirs. */
  get locale(): string {
    return this.wishes().find((l) => l.toLowerCase().split('-')[0] === this.language) ?? this.language;
  }

  /** Redraws an element whenever the language changes. */
  heardBy(host: ReactiveControllerHost): void {
    host.addController({ hostConnected: () => void this.hearers.add(host), hostDisconnected: () => void this.hearers.delete(host) });
  }

  /** Speaks a language; one that is not there leaves things as they are. Words come when they are needed. */
  async speak(language: string, keep = false): Promise<void> {
    const wanted = language.toLowerCase().split('-')[0] ?? '';
    const words = wanted === 'en' ? en : await others[wanted]?.().catch(() => undefined);
    if (!words) {
      return;
    }
    this.words = words;
    this.language = wanted;
    if (keep) {
      kept(wanted);
    }
    this.redraw();
  }

  /** Redraws whatever speaks: words of a page's own have come. */
  redraw(): void {
    this.hearers.forEach((h) => h.requestUpdate());
  }

  /** The language to begin with: what was chosen here, what the page asks for, what the browser prefers. */
  begin(asked = ''): Promise<void> {
    const first = [kept() ?? '', asked, ...this.wishes()].map((l) => l.toLowerCase().split('-')[0] ?? '').find((l) => l in languages);
    return this.speak(first ?? 'en');
  }

  private wishes(): readonly string[] {
    return typeof navigator === 'undefined' ? [] : navigator.languages;
  }
}

const kept = (language?: string): string | null => {
  try {
    if (language) {
      localStorage.setItem(key, language);
    }
    return localStorage.getItem(key);
  } catch {
    // Storage may be closed to embedded pages; the choice then lasts until the page is left.
    return null;
  }
};

export const speech = new Speech();
