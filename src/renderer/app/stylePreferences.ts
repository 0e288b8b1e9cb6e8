import { z } from 'zod';
import { create } from 'zustand';

const StylePreferences = z.object({
  favourites: z.array(z.string().min(1).max(200)).max(100),
  recent: z.array(z.string().min(1).max(200)).max(10),
});
type StylePreferences = z.infer<typeof StylePreferences>;

const STORED_AS = 'lectern.styles';
const MOST_RECENT = 10;

interface Acts {
  toggleFavourite: (id: string) => void;
  /** Says that a style was chosen just now. */
  used: (id: string) => void;
  forget: (id: string) => void;
}

/** Which citation styles this window's person likes. Kept by the window, like its other preferences. */
export const useStylePreferences = create<StylePreferences & Acts>((set, get) => {
  function keep(preferences: Partial<StylePreferences>): void {
    set(preferences);
    localStorage.setItem(STORED_AS, JSON.stringify(StylePreferences.parse(get())));
  }
  return {
    ...stored(),
    toggleFavourite(id) {
      const { favourites } = get();
      keep({ favourites: favourites.includes(id) ? favourites.filter((other) => other !== id) : [...favourites, id].slice(-100) });
    },
    used(id) {
      keep({ recent: [id, ...get().recent.filter((other) => other !== id)].slice(0, MOST_RECENT) });
    },
    forget(id) {
      keep({ favourites: get().favourites.filter((other) => other !== id), recent: get().recent.filter((other) => other !== id) });
    },
  };
});

function stored(): StylePreferences {
  const { success, data } = StylePreferences.safeParse(parsed(localStorage.getItem(STORED_AS)));
  return success ? data : { favourites: [], recent: [] };
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
