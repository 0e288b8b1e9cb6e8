import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { PreviewItem } from '../../../core/imports';
import { shownTitle } from '../../../core/model';
import { TexText } from '../../ui/TexText';
import { moveOf } from './roving';
import classes from './rows.module.css';
import { VirtualList, type VirtualListHandle } from './VirtualList';
import { factsOf } from './wording';

interface FreshListProps {
  papers: readonly PreviewItem[];
  /** The indexes of the papers that are not to be imported. */
  left: ReadonlySet<number>;
  onLeft: (left: ReadonlySet<number>) => void;
}

/** The new papers with a box to tick each. The list is one stop of the tab key; the arrow keys go through it. */
export function FreshList({ papers, left, onLeft }: FreshListProps) {
  const [active, setActive] = useState(0);
  const handle = useRef<VirtualListHandle>(null);
  const boxes = useRef<HTMLDivElement>(null);
  const moved = useRef(false);

  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    boxes.current?.querySelector<HTMLInputElement>(`[data-index="${active}"] input`)?.focus();
  }, [active]);

  function onKeyDown(event: KeyboardEvent): void {
    const next = moveOf(event.key, active, papers.length);
    if (next === null) return;
    event.preventDefault();
    moved.current = true;
    setActive(next);
    handle.current?.scrollTo(next);
  }

  function toggle(index: number): void {
    const next = new Set(left);
    if (!next.delete(index)) next.add(index);
    onLeft(next);
  }

  return (
    <>
      <div className={classes.bar}>
        <span className="lectern-figures">{(papers.length - left.size).toLocaleString('en')} of {papers.length.toLocaleString('en')} chosen</span>
        <button type="button" className={classes.link} disabled={left.size === 0} onClick={() => onLeft(new Set())}>Choose all</button>
        <button type="button" className={classes.link} disabled={left.size === papers.length} onClick={() => onLeft(new Set(papers.map(({ index }) => index)))}>Choose none</button>
      </div>
      <div ref={boxes} className={classes.frame}>
        <VirtualList ref={handle} label="New papers" count={papers.length} rowHeight={papers.some((paper) => factsOf(paper) !== '') ? 54 : 37} kept={active}>
          {(at) => {
            const paper = papers[at];
            return paper === undefined ? null : (
              <FreshRow paper={paper} chosen={!left.has(paper.index)} inTabOrder={at === active} onToggle={() => { setActive(at); toggle(paper.index); }} onKeyDown={onKeyDown} />
            );
          }}
        </VirtualList>
      </div>
    </>
  );
}

interface FreshRowProps {
  paper: PreviewItem;
  chosen: boolean;
  inTabOrder: boolean;
  onToggle: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function FreshRow({ paper, chosen, inTabOrder, onToggle, onKeyDown }: FreshRowProps) {
  const facts = factsOf(paper);
  return (
    <label className={classes.choice}>
      <input type="checkbox" className={classes.box} checked={chosen} tabIndex={inTabOrder ? 0 : -1} onChange={onToggle} onKeyDown={onKeyDown} />
      <span className={classes.title}><TexText text={shownTitle(paper)} /></span>
      {facts !== '' && <span className={classes.facts}>{facts}</span>}
    </label>
  );
}
