// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { Odoo, briefOf, draftOf, inView } from '../src/odoo.js';

const origin = 'https://odoo.example.com';
const parent = window.parent;

/** A window around this one, as a page in a frame sees it. */
const around = { said: [] as [unknown, string][], postMessage(data: unknown, to: string) { this.said.push([data, to]); } };

const speak = (data: unknown, from = origin, source: unknown = around): void => {
  window.dispatchEvent(new MessageEvent('message', { data, origin: from, source: source as Window }));
};

const listening = (heard: string[]): Odoo => {
  Object.defineProperty(window, 'parent', { configurable: true, value: around });
  const odoo = new Odoo([origin], (what) => heard.push(what));
  odoo.listen();
  return odoo;
};

afterEach(() => {
  Object.defineProperty(window, 'parent', { configurable: true, value: parent });
  around.said.length = 0;
});

describe('the line to Odoo', () => {
  it('hears the window around on a listed origin and nobody else', () => {
    const heard: string[] = [];
    const odoo = listening(heard);
    speak({ type: 'distribution-copilot:record' });
    speak({ type: 'distribution-copilot:token' }, 'https://elsewhere.example');
    speak({ type: 'distribution-copilot:token' }, origin, window);
    speak({ type: 'token' });
    speak('distribution-copilot:token');
    speak(null);
    odoo.leave();
    speak({ type: 'distribution-copilot:token' });
    expect(heard).toEqual(['record']);
  });

  it('says nothing before Odoo has spoken, and then to that origin only', () => {
    const odoo = listening([]);
    odoo.say('insert', { text: 'too early' });
    speak({ type: 'distribution-copilot:record' });
    odoo.say('insert', { text: 'hello' });
    odoo.leave();
    expect(around.said).toEqual([[{ type: 'distribution-copilot:insert', text: 'hello' }, origin]]);
  });
});

describe('the record in view', () => {
  it('is taken when it is whole', () => {
    const view = { model: 'crm.lead', id: 3, about: { model: 'res.partner', id: 9 }, name: 'Harbour Marine' };
    expect(inView(view)).toEqual(view);
    for (const half of [null, 'x', {}, { model: 'crm.lead', id: '3' }, { ...view, about: null }, { ...view, name: 7 }, { ...view, id: 1.5 }]) {
      expect(inView(half)).toBeNull();
    }
  });

  it('is asked about by its kind', () => {
    const seen = (model: string, about = model, name = 'x') => ({ model, id: 1, about: { model: about, id: 2 }, name });
    expect(briefOf(seen('sale.order', 'sale.order', 'S00042'))).toContain('order S00042');
    expect(briefOf(seen('stock.picking', 'sale.order', 'S00042'))).toContain('order S00042');
    expect(briefOf(seen('helpdesk.ticket'))).toContain('this ticket');
    expect(briefOf(seen('res.partner'))).toContain('this contact');
    expect(briefOf(seen('crm.lead', 'res.partner'))).toContain('this opportunity');
    expect(draftOf({ model: 'purchase.order', id: 1 }, 'P00007')).toContain('supplier about purchase order P00007');
    expect(draftOf({ model: 'res.partner', id: 1 }, 'x')).toBe('');
  });
});
