import { z } from 'zod';

const Scalar = z.union([z.string(), z.number()]).nullish().transform((value) => (value === null || value === undefined ? '' : String(value)));

export const CslNameInput = z.looseObject({
  family: Scalar,
  given: Scalar,
  'non-dropping-particle': Scalar,
  'dropping-particle': Scalar,
  suffix: Scalar,
  literal: Scalar,
});

export const CslDateInput = z.union([
  z.looseObject({
    'date-parts': z.array(z.array(z.union([z.number(), z.string(), z.null()]))).nullish(),
    season: z.union([z.string(), z.number()]).nullish(),
    circa: z.union([z.string(), z.number(), z.boolean()]).nullish(),
    raw: Scalar,
    literal: Scalar,
  }),
  z.string(),
  z.number(),
]);
export type CslDateInput = z.infer<typeof CslDateInput>;

/** A CSL item as programs write it (schema: csl-data.json 1.0.2), numbers and null for texts included. */
export const CslItemInput = z.looseObject({
  id: Scalar,
  type: Scalar,
  title: Scalar,
  author: z.array(CslNameInput).nullish(),
  issued: CslDateInput.nullish(),
  'container-title': Scalar,
  publisher: Scalar,
  archive: Scalar,
  number: Scalar,
  DOI: Scalar,
  URL: Scalar,
  abstract: Scalar,
  keyword: z.union([z.string(), z.array(z.string())]).nullish(),
  custom: z.record(z.string(), z.unknown()).nullish(),
});
export type CslItemInput = z.infer<typeof CslItemInput>;
