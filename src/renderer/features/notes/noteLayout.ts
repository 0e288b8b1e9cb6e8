import { useLocalStorage } from '@mantine/hooks';

const layouts = ['edit', 'split', 'preview'] as const;

/** What is shown of a note: its source, its preview or both. */
export type NoteLayout = (typeof layouts)[number];

/** The layout that the person chose last, kept by the window. */
export function useNoteLayout(): { layout: NoteLayout; setLayout: (layout: NoteLayout) => void } {
  const [layout, setLayout] = useLocalStorage<NoteLayout>({
    key: 'lectern.note-layout',
    defaultValue: 'split',
    getInitialValueInEffect: false,
    serialize: (value) => value,
    deserialize: (value) => layouts.find((layout) => layout === value) ?? 'split',
  });
  return { layout, setLayout };
}
