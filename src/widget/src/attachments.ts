import type { UploadedFile } from './protocol.js';
import { speech } from './speech.js';

/** A file the person brings along: on its way, ready to be asked about, or refused. */
export interface Attachment {
  key: string;
  name: string;
  state: 'sending' | 'reading' | 'ready' | 'refused';
  /** The part that has been sent, 0 to 1. */
  sent: number;
  id: string;
  /** What there is to say about it, for people. */
  note: string;
}

export const largestFile = 50 * 1024 * 1024;
export const mostFiles = 10;

let count = 0;

export const newAttachment = (file: File): Attachment => ({ key: `a${++count}`, name: file.name, state: 'sending', sent: 0, id: '', note: '' });

/** Why a file need not be sent at all, or nothing. */
export const faultOf = (file: File): string =>
  file.size === 0 ? speech.words.fileEmpty
    : file.size > largestFile ? speech.words.fileLarge(largestFile / 1024 / 1024)
      : '';

export const refused = (a: Attachment, note: string): Attachment => ({ ...a, state: 'refused', note });

export const sentSoFar = (a: Attachment, part: number): Attachment => ({ ...a, sent: part, state: part >= 1 ? 'reading' : 'sending' });

export const arrived = (a: Attachment, file: UploadedFile): Attachment =>
  file.state === 'ready' && file.attachmentId
    ? { ...a, state: 'ready', sent: 1, id: file.attachmentId, note: file.notes.join(' ') }
    : refused(a, file.error ?? speech.words.fileUnread);

export const isBusy = (a: Attachment): boolean => a.state === 'sending' || a.state === 'reading';

/** The state in words, for eyes and screen readers alike. */
export const inWords = (a: Attachment): string => {
  switch (a.state) {
    case 'sending': return speech.words.sent(Math.round(a.sent * 100));
    case 'reading': return speech.words.beingRead;
    case 'ready': return a.note;
    case 'refused': return a.note;
  }
};
