import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize, wordsOf } from './tokens';

/** Each word with its place; compounds with a star. */
function tokens(text: string): string {
  const found: string[] = [];
  tokenize(text, (term, place, _start, _end, compound) => { found.push(`${term}@${place}${compound ? '*' : ''}`); });
  return found.join(' ');
}

describe('the words of a text', () => {
  it.each([
    ['Efficient LLMs, at last!', 'efficient@0 llms@1 at@2 last@3'],
    ['low-rank', 'low@0 rank@1 lowrank@0* lowrank@1*'],
    ['low rank', 'low@0 rank@1'],
    ['GPT-4 and O’Brien', 'gpt@0 4@1 gpt4@0* gpt4@1* and@2 o@3 brien@4 obrien@3* obrien@4*'],
    ['quan-\n  tization', 'quan@0 tization@1 quantization@0* quantization@1*'],
    ['quan\u00adti\u00adza\u00adtion', 'quantization@0'],
    ['Erdős, Straße, Ångström, Łódź', 'erdos@0 strasse@1 angstrom@2 lodz@3'],
    ['ｆｕｌｌ ﬁne ½', 'full@0 fine@1 12@2'],
    [String.raw`$\alpha$-stable, \varepsilon and ε`, 'alpha@0 stable@1 epsilon@2 and@3 epsilon@4'],
    [String.raw`$O(\mathbf{n}^2)$`, 'o@0 n@1 2@2'],
    ['𝛼 𝐱', 'alpha@0 x@1'],
    ['量子力学', '量子@0 子力@1 力学@2 学@3'],
    ['𠮷野家の', '𠮷野@0 野家@1 家の@2 の@3'],
    ['がく', 'がく@0 く@1'],
    ['양자 역학', '양자@0 자@1 역학@2 학@3'],
    ['BERT模型2', 'bert@0 模型@1 型@2 2@3'],
    ['हिन्दी', 'हिन्दी@0'],
    ['\ud800 a\udc00b', 'a@0 b@1'],
    ['a-b-c-d-e-f', 'a@0 b@1 c@2 d@3 e@4 f@5'],
    ['', ''],
  ])('%j', (text, found) => {
    expect(tokens(text)).toBe(found);
  });

  it('are each found by what stands at their offsets, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(5), (text, from) => {
      const found: { term: string; place: number; shown: string; compound: boolean }[] = [];
      const end = tokenize(text, (term, place, start, stop, compound) => { found.push({ term, place, shown: text.slice(start, stop), compound }); }, from);
      const single = found.filter(({ compound }) => !compound);
      expect(single.map(({ place }) => place)).toEqual(single.map((_, at) => from + at));
      expect(end).toBe(from + single.length);
      expect(found.filter(({ term, shown }) => term === '' || wordsOf(shown).length === 0)).toEqual([]);
    }), { numRuns: 2000 });
  });

  it('take time by the length of the text', () => {
    const began = performance.now();
    for (const piece of ['a-', 'a-\n', '\\a', 'é', '量', '\u00ad', '\u0301', '$\\', "'"]) tokenize(piece.repeat(100_000), () => undefined);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
