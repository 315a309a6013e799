/** Speech to text as the browser has it, if it has it. What is said may go to the browser's maker. */
interface Recognition {
  lang: string;
  interimResults: boolean;
  continuous: boolean;
  onresult: ((e: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((e: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}

const maker = (): (new () => Recognition) | undefined => {
  const w = globalThis as unknown as Record<string, new () => Recognition>;
  return w['SpeechRecognition'] ?? w['webkitSpeechRecognition'];
};

export const canDictate = (): boolean => maker() !== undefined;

/** Listens until somebody stops it or nothing more is said. */
export const dictate = (language: string, heard: (text: string) => void, ended: (problem: boolean) => void): { stop(): void } => {
  const Maker = maker();
  if (!Maker) {
    ended(true);
    return { stop: () => {} };
  }
  const ear = new Maker();
  let problem = false;
  ear.lang = language;
  ear.interimResults = true;
  ear.continuous = false;
  ear.onresult = (e) => heard(Array.from(e.results, (r) => r[0]?.transcript ?? '').join(' ').replace(/\s+/g, ' ').trim());
  // Silence is no fault, and neither is somebody who stops it.
  ear.onerror = (e) => (problem = e.error !== 'no-speech' && e.error !== 'aborted');
  ear.onend = () => ended(problem);
  ear.start();
  return { stop: () => ear.stop() };
};
