import { useMemo } from 'react';
import type { HighlightColor, MarkStyle, PdfPassage } from '../../../core/model';
import type { Finding } from './find/finding';
import { isDrawn, recolour, type Marking } from './marks/marking';
import { passageOn, selectedPassages } from './marks/passages';
import { rangesOf } from './pages/textLayers';
import type { Reader } from './reader';

export interface MarkingActs {
  /** Marks the selected words, or those that were found. */
  markSelection: (style: MarkStyle, options: { color?: HighlightColor; comment?: boolean }) => void;
  /** Uses a tool at once where words are selected; otherwise it is taken up, or laid down where it was. */
  takeUp: (tool: MarkStyle | null) => void;
  /** Gives a colour to the selected words, else to the chosen marks, else to what comes next. Answers whether it was for what comes next. */
  color: (color: HighlightColor) => boolean;
  /** Closes the search; the place that was found last is selected, so that it can be marked or gone on from. */
  endFinding: () => void;
}

export function useMarkingActs(reader: Reader, marking: Marking, finding: Finding): MarkingActs {
  return useMemo(() => {
    function passages(): PdfPassage[] {
      const selected = selectedPassages(reader, marking.file);
      if (selected.length > 0) return selected;
      const { found, at } = finding.store.getState();
      const here = found[at];
      const layer = here && reader.layers.get(here.page);
      const passage = here && layer && passageOn(layer, here, marking.file, reader.store.getState().rotation);
      return passage ? [passage] : [];
    }

    function mark(targets: readonly PdfPassage[], style: MarkStyle, { color, comment = false }: { color?: HighlightColor; comment?: boolean }): void {
      window.getSelection()?.removeAllRanges();
      void marking.mark(style, targets, color === undefined ? {} : { color }).then((made) => { if (comment) marking.choose(made.slice(-1), 'comment'); });
    }

    return {
      markSelection: (style, options) => mark(passages(), style, options),
      takeUp(tool) {
        const targets = tool === null || isDrawn(tool) ? [] : passages();
        if (tool !== null && targets.length > 0) mark(targets, tool, {});
        else marking.setTool(tool === marking.store.getState().tool ? null : tool);
      },
      color(color) {
        const targets = selectedPassages(reader, marking.file);
        const { chosen } = marking.store.getState();
        if (targets.length > 0) mark(targets, 'highlight', { color });
        else if (chosen.length > 0) recolour(chosen, color);
        else return true;
        return false;
      },
      endFinding() {
        const { found, at } = finding.store.getState();
        const here = found[at];
        finding.close();
        reader.viewing.element?.focus({ preventScroll: true });
        const layer = here && reader.layers.get(here.page);
        const ranges = here && layer ? rangesOf(layer, here.start, here.end) : [];
        const [first, last] = [ranges[0], ranges.at(-1)];
        if (first && last) window.getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
      },
    };
  }, [reader, marking, finding]);
}
