import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconHighlight, IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import type { Annotation, AnnotationId, HighlightColor, MarkStyle } from '../../../../core/model';
import { EmptyState } from '../../../ui/States';
import { colors } from '../../../ui/highlightColors';
import { Swatch } from '../../../ui/Swatch';
import { ChosenBar } from './ChosenBar';
import { everyMark, filtered, type MarkFilter } from './filtering';
import { styleNames, styleOf, useMarking, useMarkingState } from './marking';
import { MarkItem } from './MarkItem';
import classes from './MarkList.module.css';

interface MarkListProps {
  marks: readonly Annotation[];
  meanings: Record<HighlightColor, string>;
  onShow: (mark: Annotation) => void;
}

/** The marks of the file beside its pages: each leads to its place. With Ctrl or Shift several are chosen. */
export function MarkList({ marks, meanings, onShow }: MarkListProps) {
  const [filter, setFilter] = useState<MarkFilter>(everyMark);
  const shown = useDeferredValue(useMemo(() => filtered(marks, filter), [marks, filter]));
  if (marks.length === 0) return <EmptyState icon={<IconHighlight size={28} stroke={1.4} />} title="No annotations yet" message="Select words on a page and choose a colour, or take a tool from the left." />;
  return (
    <div className={classes.panel}>
      <FilterRow marks={marks} meanings={meanings} filter={filter} onFilter={setFilter} />
      <Entries marks={shown} meanings={meanings} onShow={onShow} />
      <ChosenBar marks={marks} meanings={meanings} />
    </div>
  );
}

/** How high an entry is before it is measured, in CSS pixels. */
const ESTIMATE = 84;

function Entries({ marks, meanings, onShow }: MarkListProps) {
  const marking = useMarking();
  const chosen = useMarkingState((state) => state.chosen);
  const wanted = useMarkingState((state) => state.wanted);
  const list = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: marks.length, getScrollElement: () => list.current, estimateSize: () => ESTIMATE, overscan: 6, getItemKey: (index) => marks[index]?.id ?? index });

  useEffect(() => {
    const index = wanted === null ? -1 : marks.findIndex(({ id }) => id === wanted.id);
    if (index !== -1) rows.scrollToIndex(index, { align: 'auto' });
  }, [wanted, rows, marks]);

  const choose = useCallback((id: AnnotationId, event: MouseEvent) => {
    const { chosen } = marking.store.getState();
    if (event.shiftKey) marking.choose(spanTo(marks, chosen, id));
    else if (event.ctrlKey || event.metaKey) marking.choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
    else {
      marking.choose([id]);
      const mark = marks.find((each) => each.id === id);
      if (mark !== undefined) onShow(mark);
    }
  }, [marking, marks, onShow]);

  return (
    <div ref={list} className={classes.scroller} role="list" aria-label="Annotations" tabIndex={0}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const mark = marks[index];
          return mark && (
            <div key={key} ref={rows.measureElement} data-index={index} className={classes.row} role="listitem" style={{ transform: `translateY(${start}px)` }}>
              <MarkItem mark={mark} meanings={meanings} isChosen={chosen.includes(mark.id)} isAlone={chosen.length === 1 && chosen[0] === mark.id} wanted={wanted?.id === mark.id ? wanted : null} onChoose={choose} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The marks from the one that was chosen last to this one. */
function spanTo(marks: readonly Annotation[], chosen: readonly AnnotationId[], id: AnnotationId): AnnotationId[] {
  const to = marks.findIndex((mark) => mark.id === id);
  const from = marks.findIndex((mark) => mark.id === chosen.at(-1));
  if (from === -1) return [id];
  const span = marks.slice(Math.min(from, to), Math.max(from, to) + 1).map((mark) => mark.id);
  return [...chosen.filter((each) => !span.includes(each)), ...(from <= to ? span : span.toReversed())];
}

interface FilterRowProps {
  marks: readonly Annotation[];
  meanings: Record<HighlightColor, string>;
  filter: MarkFilter;
  onFilter: (filter: MarkFilter) => void;
}

function FilterRow({ marks, meanings, filter, onFilter }: FilterRowProps) {
  const styles = useMemo(() => [...new Set(marks.map(styleOf))], [marks]);
  return (
    <div className={classes.filter}>
      <TextInput size="xs" aria-label="Filter the annotations" placeholder="Filter" leftSection={<IconSearch size={14} stroke={1.6} />} value={filter.words} onChange={(event) => onFilter({ ...filter, words: event.currentTarget.value })} />
      <div className={classes.choices}>
        <div role="group" aria-label="Colours" className={classes.swatches}>
          {colors.map((color) => (
            <Tooltip key={color} label={meanings[color]} openDelay={300}>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={`Only ${meanings[color]}`} aria-pressed={filter.colors.includes(color)} className={classes.choice} onClick={() => onFilter({ ...filter, colors: toggled(filter.colors, color) })}><Swatch color={color} /></ActionIcon>
            </Tooltip>
          ))}
        </div>
        {styles.length > 1 && (
          <select className={classes.style} aria-label="Kind" value={filter.styles[0] ?? ''} onChange={(event) => onFilter({ ...filter, styles: event.currentTarget.value === '' ? [] : [event.currentTarget.value as MarkStyle] })}>
            <option value="">All kinds</option>
            {styles.map((style) => <option key={style} value={style}>{styleNames[style]}</option>)}
          </select>
        )}
      </div>
    </div>
  );
}

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}
