/**
 * What CSL 1.0.2 takes as input, written after its documentation: the types, the variables with the kind of value that
 * each has, and nothing else. It names each variable by itself, so that it checks the printer and does not repeat it.
 */
const words = (text: string): string[] => text.trim().split(/\s+/);

const types = words(`
  article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document
  entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map
  motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog
  regulation report review review-book software song speech standard thesis treaty webpage`);

const names = words(`
  author chair collection-editor compiler composer container-author contributor curator director editor editorial-director
  executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient
  reviewed-author script-writer series-creator translator`);

const dates = words('accessed available-date event-date issued original-date submitted');

const texts = words(`
  abstract annote archive archive_collection archive_location archive-place authority call-number citation-label
  collection-title container-title container-title-short dimensions division DOI event event-place event-title genre ISBN ISSN
  journalAbbreviation jurisdiction keyword language medium note original-publisher original-publisher-place original-title
  part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale section shortTitle source status title
  title-short URL version volume-title volume-title-short year-suffix`);

const numbers = words(`
  chapter-number citation-number collection-number edition first-reference-note-number issue locator number number-of-pages
  number-of-volumes page page-first part printing supplement volume`);

const name = {
  type: 'object',
  properties: Object.fromEntries(words('family given literal suffix dropping-particle non-dropping-particle').map((part) => [part, { type: 'string', minLength: 1 }])),
  anyOf: [{ required: ['family'] }, { required: ['literal'] }],
  additionalProperties: false,
};

const date = {
  type: 'object',
  properties: {
    'date-parts': {
      type: 'array', minItems: 1, maxItems: 2,
      items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer', minimum: -10000, maximum: 9999 } },
    },
    season: { enum: [1, 2, 3, 4] },
    circa: { type: 'boolean' },
    literal: { type: 'string', minLength: 1 },
  },
  anyOf: [{ required: ['date-parts'] }, { required: ['literal'] }],
  additionalProperties: false,
};

const each = (variables: string[], schema: object): Record<string, object> => Object.fromEntries(variables.map((variable) => [variable, schema]));

export const cslSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      id: { type: ['string', 'number'], minLength: 1 },
      type: { enum: types },
      ...each(names, { type: 'array', minItems: 1, items: name }),
      ...each(dates, date),
      ...each(texts, { type: 'string' }),
      ...each(numbers, { type: ['string', 'number'] }),
      custom: { type: 'object' },
    },
    required: ['id', 'type'],
    additionalProperties: false,
  },
};
