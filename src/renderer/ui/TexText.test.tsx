import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TexText } from './TexText';

const markup = (text: string, links = false) => renderToStaticMarkup(<TexText text={text} links={links} />);

describe('TexText', () => {
  it('typesets formulas and resolves escapes', () => {
    const title = markup('M$^3$ViT at 50\\% of the cost');
    expect(title).toContain('class="katex"');
    expect(title).toContain('ViT at 50% of the cost');
  });

  it.each(['$\\nosuchcommand$', '$x^$', '$\\frac{1}$', `$${'{'.repeat(900)}${'}'.repeat(900)}^^$`])('shows %j as it stands', (text) => {
    expect(markup(text)).toBe(`<span>${text}</span>`);
  });

  it('lets no formula bring in an address, a style or a macro without end', () => {
    expect(markup('$\\href{javascript:alert(1)}{x}$')).not.toContain('href=');
    expect(markup('$\\htmlStyle{position:fixed}{x}$')).not.toContain('position:fixed"');
    expect(markup('$\\def\\a{\\a\\a}\\a$')).toBe('<span>$\\def\\a{\\a\\a}\\a$</span>');
    expect(markup('$\\rule{9000em}{9000em}$')).not.toMatch(/style="[^"]*9000em/);
  });

  it('keeps formulas apart: none defines a command for another', () => {
    markup('$\\gdef\\mine{x}\\mine$');
    expect(markup('$\\mine$')).toBe('<span>$\\mine$</span>');
  });

  it('makes links only where they are wanted, and then safe ones', () => {
    expect(markup('see https://example.org/a.')).toBe('see https://example.org/a.');
    expect(markup('see https://example.org/a.', true)).toMatch(/^see <a [^>]*href="https:\/\/example.org\/a" target="_blank" rel="noopener noreferrer">https:\/\/example.org\/a<\/a>.$/);
  });
});

const hostile = resolve(import.meta.dirname, '../../../../shared/corpus/hostile-strings.jsonl');

describe.skipIf(!existsSync(hostile))('TexText on hostile strings (skipped where the corpus is absent)', () => {
  it('renders each of them without a script, a handler or an address that runs', () => {
    const lines = readFileSync(hostile, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as string);
    for (const line of lines) {
      const tags = markup(line, true).match(/<[a-z][^>]*>/gi) ?? [];
      for (const tag of tags) expect(tag).not.toMatch(/<script|<img|<iframe|\son\w+=|href="(?!https?:)/i);
    }
  });
});
