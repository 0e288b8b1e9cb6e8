import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePhrases } from './phrases';
import { tokenize } from './tokens';

/** The passages of a text that one phrase finds. */
function find(phrase: string, text: string): string[] {
  const tokens = tokenize(text);
  return compilePhrases([phrase]).find(tokens).map(({ first, last }) => text.slice(tokens[first]?.start, tokens[last]?.end));
}

describe('phrases', () => {
  it.each(['fine-tuning', 'fine tuning', 'finetuning', 'Fine-Tuning', 'fine‑tuning', 'fine  \n tuning', 'FineTuning'])('find fine-tuning as %j', (written) => {
    expect(find('fine-tuning', `We study ${written}.`)).toEqual([written]);
  });

  it('do not reach over punctuation', () => {
    expect(find('fine-tuning', 'fine, tuning; fine. Tuning')).toEqual([]);
  });

  it.each([
    ['adapter', 'adapters'],
    ['strategy', 'strategies'],
    ['approach', 'approaches'],
    ['cache', 'caches'],
    ['loss', 'losses'],
    ['quantization', 'Quantisation'],
    ['naive', 'naïve'],
  ])('find %s in %s and the other way round', (one, other) => {
    expect(find(one, other)).toEqual([other]);
    expect(find(other, one)).toEqual([one]);
  });

  it('end at the edges of words', () => {
    expect(find('prune', 'a prunella')).toEqual([]);
    expect(find('rag', 'fragile drag rags')).toEqual(['rags']);
  });

  it('let * stand for any ending of a word, and alone for any one word', () => {
    expect(find('quantiz*', 'quantized, quantiz and Quantisation; quantity')).toEqual(['quantized', 'quantiz', 'Quantisation']);
    expect(find('early exit*', 'early-exiting helps; early exit mechanism')).toEqual(['early-exiting', 'early exit']);
    expect(find('mixture of * experts', 'a mixture of latent experts, a mixture of experts')).toEqual(['mixture of latent experts']);
  });

  it('see the humps of camel-cased names', () => {
    expect(find('LoRA', 'SomeLoRA and lora, not flora')).toEqual(['LoRA', 'lora']);
  });

  it('read every token of any text with exact, rising offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
