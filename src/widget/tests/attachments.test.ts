import { describe, expect, it } from 'vitest';
import { arrived, faultOf, inWords, isBusy, largestFile, newAttachment, refused, sentSoFar } from '../src/attachments.js';

const file = (name: string, size: number): File => {
  const f = new File(['x'], name);
  Object.defineProperty(f, 'size', { value: size });
  return f;
};

describe('a file that is brought along', () => {
  it('is sent, read and ready', () => {
    let a = newAttachment(file('terms.pdf', 10));
    expect([a.state, inWords(a), isBusy(a)]).toEqual(['sending', '0 % sent', true]);
    a = sentSoFar(a, 0.456);
    expect(inWords(a)).toBe('46 % sent');
    a = sentSoFar(a, 1);
    expect([a.state, inWords(a), isBusy(a)]).toEqual(['reading', 'being read…', true]);
    a = arrived(a, { attachmentId: 'upload-1', file: 'terms.pdf', state: 'ready', pages: 2, passages: 5, notes: ['Page 2 reads badly.'] });
    expect([a.state, a.id, inWords(a), isBusy(a)]).toEqual(['ready', 'upload-1', 'Page 2 reads badly.', false]);
  });

  it('says why it was refused', () => {
    const a = arrived(newAttachment(file('run.exe', 10)), { file: 'run.exe', state: 'refused', passages: 0, error: 'No reader.', notes: [] });
    expect([a.state, a.id, inWords(a)]).toEqual(['refused', '', 'No reader.']);
    expect(inWords(refused(newAttachment(file('a', 1)), 'The service cannot be reached.'))).toBe('The service cannot be reached.');
  });

  it('is not sent when that is of no use', () => {
    expect(faultOf(file('a.pdf', 0))).toContain('empty');
    expect(faultOf(file('a.pdf', largestFile + 1))).toContain('larger than 50 MB');
    expect(faultOf(file('a.pdf', largestFile))).toBe('');
  });

  it('without an id is not ready, whatever the state says', () => {
    expect(arrived(newAttachment(file('a', 1)), { file: 'a', state: 'ready', passages: 1, notes: [] }).state).toBe('refused');
  });
});
