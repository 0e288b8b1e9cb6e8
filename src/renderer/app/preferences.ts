import { z } from 'zod';
import { create } from 'zustand';

export const ColumnId = z.enum(['title', 'authors', 'year', 'venue', 'status', 'rating', 'techniques', 'tags', 'added']);
export type ColumnId = z.infer<typeof ColumnId>;

const Preferences = z.object({
  columns: z.array(ColumnId),
  detailPane: z.boolean(),
});
type Preferences = z.infer<typeof Preferences>;

const STORED_AS = 'lectern.preferences';

const defaults: Preferences = {
  columns: ['title', 'authors', 'year', 'venue', 'status', 'rating', 'techniques', 'tags', 'added'],
  detailPane: true,
};

/** How this window likes to look. It is kept by the window, not in the library, and its loss is no harm. */
export const usePreferences = create<Preferences & { prefer: (preferences: Partial<Preferences>) => void }>((set, get) => ({
  ...stored(),
  prefer(preferences) {
    set(preferences);
    localStorage.setItem(STORED_AS, JSON.stringify(Preferences.parse(get())));
  },
}));

function stored(): Preferences {
  try {
    return { ...defaults, ...Preferences.partial().parse(JSON.parse(localStorage.getItem(STORED_AS) ?? '{}')) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return defaults;
    throw error;
  }
}
