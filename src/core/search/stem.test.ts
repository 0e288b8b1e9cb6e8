import { describe, expect, it } from 'vitest';
import { stemOf } from './stem';

describe('the stem of a word', () => {
  // From Porter's paper and its vocabulary.
  it.each([
    ['caresses', 'caress'], ['ponies', 'poni'], ['cats', 'cat'], ['feed', 'feed'], ['agreed', 'agre'], ['plastered', 'plaster'], ['bled', 'bled'], ['motoring', 'motor'], ['sing', 'sing'],
    ['conflated', 'conflat'], ['troubled', 'troubl'], ['sized', 'size'], ['hopping', 'hop'], ['tanned', 'tan'], ['falling', 'fall'], ['hissing', 'hiss'], ['failing', 'fail'], ['filing', 'file'],
    ['happy', 'happi'], ['sky', 'sky'], ['relational', 'relat'], ['conditional', 'condit'], ['rational', 'ration'], ['digitizer', 'digit'], ['operator', 'oper'], ['feudalism', 'feudal'],
    ['hopefulness', 'hope'], ['sensibiliti', 'sensibl'], ['triplicate', 'triplic'], ['formative', 'form'], ['electrical', 'electr'], ['goodness', 'good'], ['revival', 'reviv'], ['allowance', 'allow'],
    ['inference', 'infer'], ['adjustable', 'adjust'], ['replacement', 'replac'], ['adoption', 'adopt'], ['effective', 'effect'], ['probate', 'probat'], ['rate', 'rate'], ['cease', 'ceas'], ['controll', 'control'], ['roll', 'roll'],
  ])('%s is %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });

  it.each(['go', 'gpt4s', 'модели', '量子', 'x'.repeat(200)])('%s is its own', (word) => {
    expect(stemOf(word)).toBe(word);
  });
});
