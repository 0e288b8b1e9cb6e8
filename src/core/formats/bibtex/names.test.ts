import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBibtexNames } from './names';

describe('readBibtexNames', () => {
  it.each([
    ['Ada Lovelace and Babbage, Charles', [{ family: 'Lovelace', given: 'Ada' }, { family: 'Babbage', given: 'Charles' }]],
    ['Ludwig van Beethoven', [{ family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' }]],
    ['de Geer, Ingrid', [{ family: 'Geer', given: 'Ingrid', 'dropping-particle': 'de' }]],
    ['Jean {de La} Fontaine', [{ family: 'Fontaine', given: 'Jean de La' }]],
    ['V{\\\'a}zques{ de }Parga, Luis', [{ family: 'Vázques de Parga', given: 'Luis' }]],
    ['Author, Jr., Ann A.', [{ family: 'Author', given: 'Ann A.', suffix: 'Jr.' }]],
    ['{Robert Bosch GmbH} and {Smith and Sons}', [{ literal: 'Robert Bosch GmbH' }, { literal: 'Smith and Sons' }]],
    ['Humboldt, Alexander von', [{ family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' }]],
    ['Averroes', [{ family: 'Averroes' }]],
    ['A. Smith and others', [{ family: 'Smith', given: 'A.' }, { literal: 'others' }]],
    ['family=Goethe, given=Johann Wolfgang, prefix=von, useprefix=false', [{ family: 'Goethe', given: 'Johann Wolfgang', 'dropping-particle': 'von' }]],
    ['given=Antonie, prefix=van, family="Leeuwenhoek", useprefix=true', [{ family: 'Leeuwenhoek', given: 'Antonie', 'non-dropping-particle': 'van' }]],
    ['{\\"O}fele,\n  Karl AND Bronis{\\l}aw Malinowski', [{ family: 'Öfele', given: 'Karl' }, { family: 'Malinowski', given: 'Bronisław' }]],
    ['Mart{\\\'\\i}n, {\\relax Ch}arles', [{ family: 'Martín', given: 'Charles' }]],
    ['', []], [' and ', []], ['{}', []], [', ', []],
  ])('reads %j', (tex, names) => {
    expect(readBibtexNames(tex, false)).toEqual(names);
  });

  it('gives the particle to the family name where asked to', () => {
    expect(readBibtexNames('van Gennep, Arnold', true)).toEqual([{ family: 'Gennep', given: 'Arnold', 'non-dropping-particle': 'van' }]);
  });

  it('names nobody with nothing, whatever the text', () => {
    const bits = fc.array(fc.constantFrom('A', 'van', ' ', ' and ', ',', '{', '}', '\\', '"', 'family=', 'é', '~', '\n', 'and', '='), { maxLength: 20 });
    fc.assert(fc.property(fc.oneof(bits.map((parts) => parts.join('')), fc.string({ unit: 'binary' })), fc.boolean(), (tex, usesPrefix) => {
      for (const name of readBibtexNames(tex, usesPrefix)) expect(name.family ?? name.literal).toMatch(/\S/);
    }), { numRuns: 3000 });
  });
});
