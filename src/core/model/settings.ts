import { z } from 'zod';
import { HighlightColor } from './annotation';
import { Binding } from './binding';

export const SettingsId = z.literal('library').brand<'SettingsId'>();
export type SettingsId = z.infer<typeof SettingsId>;

/** What a person has set for this library. There is one such record at most; without it `defaultSettings` hold. */
export const Settings = z.strictObject({
  id: SettingsId,
  /** How long history is kept, in days, and how much of it, in megabytes: whichever is reached first. */
  historyDays: z.number().int().min(1).max(36_500),
  historyMegabytes: z.number().int().min(1).max(1_000_000),
  /** How citation keys are made, and what stands behind one that is taken; absent where nobody has chosen it. */
  keyPattern: z.string().min(1).max(500).exactOptional(),
  keySuffix: z.enum(['letters', 'numbers']).exactOptional(),
  /** Whether the built-in taxonomy underlies the library's own techniques (as it does where this is absent), or those are all. */
  taxonomy: z.enum(['built-in', 'own']).exactOptional(),
  /** What the colours of marks mean to the reader, such as `method`; without a word here the built-in meaning holds. */
  colorMeanings: z.partialRecord(HighlightColor, z.string().max(100)).exactOptional(),
  /** How files that are copied into the library are named; absent where nobody has chosen it. */
  filePattern: z.string().min(1).max(500).exactOptional(),
  /** The files that are kept up to date; absent in a library that never had one. */
  bindings: z.array(Binding).max(1000).exactOptional(),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = { id: 'library' as SettingsId, historyDays: 365, historyMegabytes: 200 };
