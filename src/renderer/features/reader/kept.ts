import { z } from 'zod';
import { create } from 'zustand';
import { HighlightColor, type AttachmentId } from '../../../core/model';

/** Where a reader was in a file, and how it was shown. */
const KeptPlace = z.object({
  page: z.number().int().nonnegative(),
  part: z.number().min(-1).max(2),
  zoom: z.union([z.number().positive(), z.enum(['width', 'page'])]),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
});
export type KeptPlace = z.infer<typeof KeptPlace>;

const Places = z.array(z.tuple([z.string(), KeptPlace])).max(1000);

const PLACES = 'lectern.reader.places';
/** So many files are remembered; the one that was read longest ago goes first. */
const MOST = 500;

export function placeIn(id: AttachmentId): KeptPlace | undefined {
  return places().find(([file]) => file === id)?.[1];
}

/** Kept by the window, not in the library: where one reads is nobody else's, and no step to be undone. */
export function keepPlace(id: AttachmentId, place: KeptPlace): void {
  const others = places().filter(([file]) => file !== id);
  localStorage.setItem(PLACES, JSON.stringify([...others, [id, place]].slice(-MOST)));
}

function places(): z.infer<typeof Places> {
  return stored(PLACES, Places) ?? [];
}

const Preferences = z.object({
  mode: z.enum(['continuous', 'single']),
  /** Whether pages are dark; null where they are as the window is. */
  dark: z.boolean().nullable(),
  left: z.enum(['pages', 'outline']).nullable(),
  right: z.enum(['marks', 'notes']).nullable(),
  color: HighlightColor,
});
type Preferences = z.infer<typeof Preferences>;

const PREFERENCES = 'lectern.reader';
const defaults: Preferences = { mode: 'continuous', dark: null, left: null, right: 'marks', color: 'yellow' };

/** How this window likes to show what is read. */
export const useReaderPreferences = create<Preferences & { prefer: (preferences: Partial<Preferences>) => void }>((set, get) => ({
  ...defaults,
  ...stored(PREFERENCES, Preferences.partial()),
  prefer(preferences) {
    set(preferences);
    localStorage.setItem(PREFERENCES, JSON.stringify(Preferences.parse(get())));
  },
}));

/** What is stored under a name, where it is what it should be. */
function stored<T>(name: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null')).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
