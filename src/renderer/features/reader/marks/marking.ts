import { createContext, use } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { Annotation, AnnotationId, Attachment, HighlightColor, MarkStyle, PaperId, Target } from '../../../../core/model';
import type { NewMark } from '../../../../core/marks/newMark';
import { act } from '../../../app/act';
import { client } from '../../../client';
import { useReaderPreferences } from '../kept';

/** A mark that is being drawn. */
export interface Draft { style: MarkStyle; target: Extract<Target, { kind: 'pdf-area' | 'pdf-ink' }> }

export interface MarkingState {
  /** What the pointer makes; null for choosing and selecting. */
  tool: MarkStyle | null;
  draft: Draft | null;
  /** The chosen marks; the last is the one that was chosen last. */
  chosen: readonly AnnotationId[];
  /** The mark whose entry in the list is to be shown, and what of it is to have the focus; a new object asks again. */
  wanted: { id: AnnotationId; part: 'entry' | 'comment' } | null;
}

/** Making marks and choosing them. */
export interface Marking {
  paperId: PaperId;
  file: Attachment;
  store: StoreApi<MarkingState>;
  /** Makes marks of one style at these places, and answers with the ids of those that were made. */
  mark: (style: MarkStyle, targets: readonly NewMark['target'][], options?: { color?: HighlightColor; comment?: string }) => Promise<AnnotationId[]>;
  choose: (ids: readonly AnnotationId[], part?: 'entry' | 'comment') => void;
  setTool: (tool: MarkStyle | null) => void;
}

const Context = createContext<Marking | null>(null);
export const MarkingProvider = Context.Provider;

export function useMarking(): Marking {
  const marking = use(Context);
  if (marking === null) throw new Error('Nothing can be marked here.');
  return marking;
}

export function useMarkingState<T>(select: (state: MarkingState) => T): T {
  return useStore(useMarking().store, select);
}

/** Styles that are made of words, and those that are drawn with the pointer. */
export const wordStyles = ['highlight', 'underline', 'strike'] as const;
export const drawnStyles = ['note', 'text', 'ink', 'area'] as const;

export function isDrawn(style: MarkStyle | null): style is (typeof drawnStyles)[number] {
  return drawnStyles.some((each) => each === style);
}

export const styleNames: Record<MarkStyle, string> = { highlight: 'Highlight', underline: 'Underline', strike: 'Strike out', note: 'Note', text: 'Text', ink: 'Drawing', area: 'Area' };

export function createMarking(paperId: PaperId, file: Attachment): Marking {
  const store = createStore<MarkingState>(() => ({ tool: null, draft: null, chosen: [], wanted: null }));
  return {
    paperId, file, store,
    async mark(style, targets, { color = useReaderPreferences.getState().color, comment = '' } = {}) {
      const made: AnnotationId[] = [];
      for (const target of targets) {
        const id = await act(() => client.annotations.annotate.mutate({ paperId, target, style, color, comment, tags: [] }));
        if (id === undefined) break;
        made.push(id);
      }
      return made;
    },
    choose(chosen, part = 'entry') {
      const last = chosen.at(-1);
      store.setState({ chosen, wanted: last === undefined ? null : { id: last, part } });
    },
    setTool: (tool) => store.setState({ tool, draft: null }),
  };
}

export function styleOf({ style = 'highlight' }: Pick<Annotation, 'style'>): MarkStyle {
  return style;
}

/** Recolours marks, in one step. */
export function recolour(ids: readonly AnnotationId[], color: HighlightColor): void {
  void act(() => client.annotations.update.mutate({ ids: [...ids], color }));
}

/** Deletes marks, in one step, with the way back beside the message. */
export function deleteMarks(ids: readonly AnnotationId[]): void {
  void act(() => client.annotations.removeAll.mutate([...ids]), ids.length === 1 ? 'Deleted the annotation' : `Deleted ${ids.length} annotations`);
}
