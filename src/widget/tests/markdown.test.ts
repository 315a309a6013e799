// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { plainText, renderAnswer } from '../src/markdown.js';

const known = new Set(['S1', 'S2']);
const dom = (answer: string): HTMLElement => {
  const holder = document.createElement('div');
  holder.innerHTML = renderAnswer(answer, known);
  return holder;
};

describe('an answer', () => {
  it('shows its marks as buttons that name their source', () => {
    const marks = dom('Free stock is 12 Units [S1][S2].').querySelectorAll('button.mark');
    expect([...marks].map((m) => (m as HTMLElement).dataset['source'])).toEqual(['S1', 'S2']);
    expect(marks[0]?.getAttribute('aria-label')).toBe('Open source 1');
  });

  it('drops marks that name no source', () => {
    expect(dom('Nothing [S9] here').textContent).not.toContain('S9');
  });

  it('leaves marks in code alone', () => {
    expect(dom('`[S1]`').querySelector('button')).toBeNull();
  });

  it.each([
    '<img src=x onerror="alert(1)">',
    '<script>alert(1)</script>',
    '<svg onload=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '![x](https://evil.example/p.png)',
    '<form action="https://evil.example"><input name=a></form>',
    '<style>*{display:none}</style>',
    '<button class="mark" data-source="S1" onclick="alert(1)">1</button>',
    '<div style="position:fixed;inset:0">x</div>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  ])('can do nothing with %s', (hostile) => {
    const shown = dom(hostile);
    expect(shown.querySelector('script,img,svg,iframe,form,input,style,object,embed,button,math')).toBeNull();
    for (const node of shown.querySelectorAll('*')) {
      for (const attribute of node.attributes) {
        expect(attribute.name).not.toMatch(/^on|^style$|^src$/);
      }
    }
    for (const link of shown.querySelectorAll('a')) {
      expect(link.getAttribute('href') ?? '').not.toMatch(/^(javascript|data):/i);
    }
  });

  it('opens links elsewhere without handing over the window', () => {
    const link = dom('[S00042](https://odoo.example/odoo/sale.order/42)').querySelector('a');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('copies as plain text', () => {
    expect(plainText('**Free**: 12 \\[boxes\\] &lt;b [S1]')).toBe('Free: 12 [boxes] <b [S1]');
    expect(plainText('see www\\.example.com or http:\\//x.example, 2 \\~ 3 &gt; 1, at 9\\:00')).toBe('see www.example.com or http://x.example, 2 ~ 3 > 1, at 9:00');
  });
});
