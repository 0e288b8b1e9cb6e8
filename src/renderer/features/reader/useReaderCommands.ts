import { useComputedColorScheme } from '@mantine/core';
import type { PaperId } from '../../../core/model';
import { useCommands } from '../../app/commands';
import { goToPaper } from '../../app/route';
import { colors } from '../../ui/highlightColors';
import type { Finding } from './find/finding';
import { useReaderPreferences } from './kept';
import { deleteMarks, type Marking } from './marks/marking';
import type { Reader } from './reader';
import type { MarkingActs } from './useMarkingActs';

/** How much larger or smaller a step makes the pages. */
const STEP = 1.15;

interface Needs { reader: Reader; marking: Marking; finding: Finding; acts: MarkingActs; paperId: PaperId }

/** What the keyboard and the palette can do while a document is read. */
export function useReaderCommands({ reader, marking, finding, acts, paperId }: Needs): void {
  const { mode, dark, prefer } = useReaderPreferences();
  const windowIsDark = useComputedColorScheme() === 'dark';
  const color = (index: number) => () => {
    const wanted = colors[index];
    if (wanted !== undefined && acts.color(wanted)) prefer({ color: wanted });
  };
  useCommands({
    'find-in-file': () => finding.open(),
    back: () => back({ marking, paperId }),
    'annotate-highlight': () => acts.takeUp('highlight'),
    'annotate-underline': () => acts.takeUp('underline'),
    'annotate-strike': () => acts.takeUp('strike'),
    'annotate-note': () => acts.takeUp('note'),
    'annotate-text': () => acts.takeUp('text'),
    'annotate-ink': () => acts.takeUp('ink'),
    'annotate-area': () => acts.takeUp('area'),
    'annotate-comment': () => {
      const { chosen } = marking.store.getState();
      if (window.getSelection()?.isCollapsed === false || chosen.length === 0) acts.markSelection('highlight', { comment: true });
      else marking.choose(chosen.slice(-1), 'comment');
    },
    'annotate-1': color(0), 'annotate-2': color(1), 'annotate-3': color(2), 'annotate-4': color(3), 'annotate-5': color(4),
    'annotate-delete': () => {
      const { chosen } = marking.store.getState();
      if (chosen.length === 0) return;
      marking.choose([]);
      deleteMarks(chosen);
    },
    'reader-back': () => { reader.goBack(); },
    'reader-forward': () => { reader.goForward(); },
    'page-next': () => reader.turnPage(1),
    'page-previous': () => reader.turnPage(-1),
    'zoom-in': () => reader.zoom((now) => now * STEP),
    'zoom-out': () => reader.zoom((now) => now / STEP),
    'zoom-width': () => reader.zoom('width'),
    'zoom-page': () => reader.zoom('page'),
    'turn-pages': () => reader.turn(),
    'dark-pages': () => prefer({ dark: !(dark ?? windowIsDark) }),
    'single-page': () => prefer({ mode: mode === 'single' ? 'continuous' : 'single' }),
  });
}

/** Escape takes back one thing at a time: the tool, the selection, what is chosen; then it leads to the paper. */
function back({ marking, paperId }: Pick<Needs, 'marking' | 'paperId'>): void {
  const { tool, chosen } = marking.store.getState();
  const selection = window.getSelection();
  if (tool !== null) marking.setTool(null);
  else if (selection?.isCollapsed === false) selection.removeAllRanges();
  else if (chosen.length > 0) marking.choose([]);
  else goToPaper(paperId);
}
