import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import { speech } from './speech.js';

/** Turns an answer into safe HTML. Source marks become buttons; nothing else in an answer can act. */

const marked = new Marked({ gfm: true, breaks: false });

const allowed = {
  ALLOWED_TAGS: ['p', 'strong', 'em', 'ul', 'ol', 'li', 'code', 'pre', 'blockquote', 'h2', 'h3', 'h4', 'h5', 'h6', 'br', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'button', 'del'],
  ALLOWED_ATTR: ['href', 'title', 'start', 'class', 'data-source', 'aria-label', 'type', 'align'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|\/(?!\/))/i,
};

export const renderAnswer = (answer: string, known: ReadonlySet<string>): string => {
  const html = marked.parse(answer, { async: false });
  const clean = DOMPurify.sanitize(html, { ...allowed, ADD_ATTR: ['data-source'], RETURN_DOM_FRAGMENT: true }) as unknown as DocumentFragment;

  // Whatever looks like a button, a class or a mark in the answer itself is taken away before real marks are made.
  for (const fake of clean.querySelectorAll('button')) {
    fake.replaceWith(...fake.childNodes);
  }
  for (const node of clean.querySelectorAll('[class],[data-source],[aria-label],[type]')) {
    for (const name of ['class', 'data-source', 'aria-label', 'type']) {
      node.removeAttribute(name);
    }
  }
  for (const link of clean.querySelectorAll('a[href]')) {
    link.setAttribute('rel', 'noopener noreferrer');
    link.setAttribute('target', '_blank');
  }
  for (const text of textNodes(clean)) {
    markSources(text, known);
  }
  const holder = document.createElement('div');
  holder.append(clean);
  return holder.innerHTML;
};

const textNodes = (root: DocumentFragment): Text[] => {
  const found: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node.parentElement?.closest('code, pre, a'))) {
      found.push(node as Text);
    }
  }
  return found;
};

const markSources = (text: Text, known: ReadonlySet<string>): void => {
  // Marks are written before the full stop and shown after it, as footnotes are.
  const shown = text.data.replace(/ ?((?:\[S\d{1,3}\])+)([.,;:!?])/g, '$2 $1');
  const parts = shown.split(/\[(S\d{1,3})\]/);
  if (parts.length === 1) {
    return;
  }
  const made: Node[] = [];
  parts.forEach((part, index) => {
    if (index % 2 === 0) {
      made.push(document.createTextNode(part));
    } else if (known.has(part)) {
      // Marks that follow each other stay together on a line.
      const before = made.at(-2);
      const together = parts[index - 1] === '' && before instanceof HTMLElement ? before : document.createElement('span');
      together.className = 'marks';
      together.append(button(part));
      made.push(together);
    }
  });
  text.replaceWith(...made);
};

const button = (mark: string): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'mark';
  made.dataset['source'] = mark;
  made.setAttribute('aria-label', speech.words.openSource(mark.slice(1)));
  made.textContent = mark.slice(1);
  return made;
};

/** An answer as plain text for the clipboard: marks kept, markdown signs dropped. */
export const plainText = (answer: string): string =>
  answer
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~/:=])/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
