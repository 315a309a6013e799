/** What the console is told of the library. */
export interface CatalogDocument {
  collection: string; id: string; title: string; source: string; format: string; language: string; kind?: string | null; owner?: string | null;
  revision?: string | null; validFrom?: string | null; validTo?: string | null; supersededBy?: string | null; readers: string[]; gate?: string | null;
  companies: string[]; about: string[]; pages?: number | null; length: number; passages: number; notes: string[];
}
export interface CatalogPassage { number: number; headingPath: string[]; start: number; end: number; page?: number | null; lead: string; text: string; marks: string[] }
export interface CatalogPage<T> { total: number; items: T[] }
export interface DocumentView { document: CatalogDocument; passages: CatalogPage<CatalogPassage> }

export interface ScoreParts {
  indexRank?: number | null; indexScore: number; wordsRank?: number | null; words: number; nearness: number; vectorRank?: number | null; cosine?: number | null;
  fromWords: number; fromVector: number; fromCodes: number; subject: number; coverage: number; reranked?: number | null;
}
export interface FoundPassage { place: { documentId: string; collection: string; headingPath: string[]; page?: number | null }; title: string; revision?: string | null; text: string; score: number; parts: ScoreParts }
export interface Explanation { words: string[]; day: string; withoutVectors?: string | null; index?: string | null; hits: FoundPassage[]; duplicates: string[]; filtered?: Record<string, string[]> | null }

/** "1 Feb 2026 – 31 Mar 2026", "from …", "until …", "always". */
export const validity = (from?: string | null, to?: string | null): string => (from && to ? `${from} – ${to}` : from ? `from ${from}` : to ? `until ${to}` : 'always');

/** A score with three digits; a rank with its sign; a dash for a leg that did not find it. */
export const figure = (n?: number | null): string => (n === null || n === undefined ? '–' : n.toFixed(3));
export const rank = (n?: number | null): string => (n ? `#${n}` : '–');
