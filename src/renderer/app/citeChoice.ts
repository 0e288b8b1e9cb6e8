import { z } from 'zod';
import { create } from 'zustand';
import { PaperId } from '../../core/model';
import { StyleId } from '../../core/styles/catalogue';

/** What is copied of papers: how they are cited in a text by their keys or as a link, as the style cites them there, or their entries in a bibliography. */
export const copyForms = ['citation', 'entry', 'latex', 'pandoc', 'key', 'link'] as const;
export type CopyForm = (typeof copyForms)[number];

const CiteChoice = z.object({
  form: z.enum(copyForms),
  style: StyleId,
  /** A language tag; undefined for the one that the style asks for. */
  locale: z.string().optional(),
  /** What was cited lately, the last first. */
  recent: z.array(PaperId).max(8),
});
type CiteChoice = z.infer<typeof CiteChoice>;

const STORED_AS = 'lectern.cite';
const defaults: CiteChoice = { form: 'citation', style: 'apa', locale: undefined, recent: [] };

interface Acts {
  prefer: (choice: Partial<CiteChoice>) => void;
  /** Says that papers were cited just now. */
  cited: (ids: readonly PaperId[]) => void;
}

/** How papers were cited last. Kept by the windows together: what is chosen in one holds in the others. */
export const useCiteChoice = create<CiteChoice & Acts>((set, get) => ({
  ...stored(),
  prefer(choice) {
    set(choice);
    const { form, style, locale, recent } = get();
    localStorage.setItem(STORED_AS, JSON.stringify({ form, style, locale, recent } satisfies CiteChoice));
  },
  cited(ids) {
    get().prefer({ recent: [...new Set([...ids, ...get().recent])].slice(0, 8) });
  },
}));

window.addEventListener('storage', ({ key }) => { if (key === STORED_AS) useCiteChoice.setState(stored()); });

/** The style of a choice alone. */
export const styleOf = ({ style, locale }: Pick<CiteChoice, 'style' | 'locale'>): Pick<CiteChoice, 'style' | 'locale'> => ({ style, locale });

function stored(): CiteChoice {
  try {
    return { ...defaults, ...CiteChoice.partial().parse(JSON.parse(localStorage.getItem(STORED_AS) ?? '{}')) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return defaults;
    throw error;
  }
}
