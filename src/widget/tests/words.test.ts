import { describe, expect, it } from 'vitest';
import { en } from '../src/words/en.js';
import { de } from '../src/words/de.js';
import { es } from '../src/words/es.js';
import { fr } from '../src/words/fr.js';
import { it as italian } from '../src/words/it.js';
import { nl } from '../src/words/nl.js';
import { en as deskEn } from '../src/words/desk/en.js';
import { de as deskDe } from '../src/words/desk/de.js';
import { es as deskEs } from '../src/words/desk/es.js';
import { fr as deskFr } from '../src/words/desk/fr.js';
import { it as deskIt } from '../src/words/desk/it.js';
import { nl as deskNl } from '../src/words/desk/nl.js';

type Said = Record<string, unknown>;
const dictionaries: [string, Said, Said][] = [
  ...Object.entries({ de, es, fr, nl, it: italian }).map(([language, words]): [string, Said, Said] => [language, words, en]),
  ...Object.entries({ de: deskDe, es: deskEs, fr: deskFr, nl: deskNl, it: deskIt }).map(([language, words]): [string, Said, Said] => [`${language} on the reading desk`, words, deskEn]),
];

// Words that are written alike in both languages.
const alike = new Set(['inbox', 'conversation', 'language', 'sources', 'source', 'cause', 'period', 'proposals', 'role', 'no', 'records']);

/** Every text that is said, functions with something filled in. */
const texts = (words: Said, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === 'string' ? [[here, value]]
      : typeof value === 'function' ? [[here, (value as (...a: unknown[]) => string)('7', '3', '9')]]
        : texts(value as Said, here);
  });

describe.each(dictionaries)('the words of %s', (language, words, english) => {
  it('say everything that English says, and fill in what is filled in', () => {
    const said = new Map(texts(words));
    for (const [key, text] of texts(english)) {
      expect(said.get(key)?.trim(), `${language} ${key}`).toBeTruthy();
      if (key !== 'goingOn') {
        expect(said.get(key)?.includes('7'), `${language} ${key} fills in`).toBe(text.includes('7'));
      }
    }
    expect(said.size).toBe(texts(english).length);
  });

  it('are not left in English', () => {
    const same = texts(english).filter(([key, text]) => /[a-z]{4}/i.test(text) && new Map(texts(words)).get(key) === text && !alike.has(key));
    expect(same.map(([key]) => key).length, same.map(([key]) => key).join(', ')).toBeLessThan(12);
  });
});
