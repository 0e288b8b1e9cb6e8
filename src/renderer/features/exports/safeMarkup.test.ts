import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { elementsOf, type MarkupNode } from './safeMarkup';

const text = (nodeValue: string): MarkupNode => ({ nodeName: '#text', nodeValue, childNodes: [] });
const element = (nodeName: string, children: MarkupNode[], attributes: Record<string, unknown> = {}): MarkupNode => ({ nodeName, nodeValue: null, childNodes: children, ...attributes });
const shown = (node: MarkupNode): string => renderToStaticMarkup(elementsOf(node, (name) => (name === 'csl-entry' ? 'entry' : undefined)));

describe('elementsOf', () => {
  it('keeps the markup of citation styles and their classes', () => {
    expect(shown(element('DIV', [text('Ada. '), element('I', [text('On <Engines>')]), element('SUP', [text('2')])], { className: 'csl-entry' })))
      .toBe('<div class="entry">Ada. <i>On &lt;Engines&gt;</i><sup>2</sup></div>');
  });

  it('keeps the looks that styles give', () => {
    const span = (style: string): MarkupNode => element('SPAN', [text('A')], { getAttribute: () => style });
    expect(shown(element('I', [span('font-variant:small-caps;'), span('font-style:normal;'), span('font-style:normal;position:fixed;')])))
      .toBe('<i><span style="font-variant:small-caps">A</span><span style="font-style:normal">A</span><span>A</span></i>');
  });

  it('keeps nothing that could act or load, and no attribute', () => {
    const hostile = element('BODY', [
      element('SCRIPT', [text('alert(1)')]),
      element('IMG', [], { src: 'x', onerror: 'alert(1)' }),
      element('A', [text('a link')], { href: 'javascript:alert(1)' }),
      element('SPAN', [text('text')], { className: 'mantine-Overlay-root', onclick: 'alert(1)', style: 'position:fixed' }),
    ]);
    expect(shown(hostile)).toBe('a link<span>text</span>');
  });
});
