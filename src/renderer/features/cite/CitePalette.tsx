import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Citable } from '../../../core/citing';
import { copyForms, styleOf, useCiteChoice } from '../../app/citeChoice';
import { copiedAs } from '../../app/citing';
import { copyToClipboard } from '../../app/clipboard';
import { wordsOf } from '../../client';
import { CopyBar, type StyleFieldSlot } from './CopyBar';
import { FoundList } from './FoundList';
import { toCopy, toggled } from './gathering';
import { SearchField } from './SearchField';
import { useFound } from './useCiting';
import classes from './Cite.module.css';

export interface CitePaletteProps {
  /** Calls it away: something was copied, or nothing is wanted. */
  onLeave: (copied: string | null) => void;
  /** The field that chooses a style, which another feature has. */
  StyleField: StyleFieldSlot;
  /** What stands at the end of the search field. */
  aside?: ReactNode;
}

/** Finds papers and copies how they are cited. Enter copies, Shift+Enter gathers, Escape leaves, Alt+1 to Alt+6 choose what is copied. */
export function CitePalette({ onLeave, StyleField, aside }: CitePaletteProps) {
  const { form, prefer, cited, ...choice } = useCiteChoice();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const [gathered, setGathered] = useState<readonly Citable[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const copying = useRef(false);
  const found = useFound(words);
  const active = found.papers[Math.min(at, found.papers.length - 1)];
  const sought = words.trim() !== '';
  const meant = toCopy({ gathered, active, sought });

  function seek(next: string): void {
    setWords(next);
    setAt(0);
    setProblem(null);
  }

  function gather(paper: Citable | undefined): void {
    if (paper === undefined) return;
    setGathered(toggled(gathered, paper));
    seek('');
  }

  async function copy(papers: readonly Citable[]): Promise<void> {
    if (papers.length === 0 || copying.current) return;
    copying.current = true;
    try {
      const ids = papers.map(({ id }) => id);
      const copied = await copiedAs(ids, form, styleOf(choice));
      await copyToClipboard(copied);
      cited(ids);
      setGathered([]);
      seek('');
      onLeave(copied.text);
    } catch (error) {
      setProblem(wordsOf(error));
    } finally {
      copying.current = false;
    }
  }

  /** What the keys mean in the field; answers whether they meant something. */
  function answer({ key, shiftKey }: KeyboardEvent): boolean {
    if (key === 'ArrowDown') setAt(Math.min(at + 1, found.papers.length - 1));
    else if (key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (key === 'Backspace' && words === '' && gathered.length > 0) setGathered(gathered.slice(0, -1));
    else if (key !== 'Enter') return false;
    // What is typed fast is ahead of the list: Enter does nothing until that shows what is meant.
    else if (!found.isBehind && shiftKey) gather(active);
    else if (!found.isBehind) void copy(meant);
    return true;
  }

  /** What they mean wherever they are pressed, but for what lies above the palette, such as the list of styles. */
  function answerAnywhere(event: KeyboardEvent<HTMLElement>): void {
    const { key, code, altKey, ctrlKey, metaKey } = event;
    if (event.nativeEvent.isComposing || !event.currentTarget.contains(event.target as Node)) return;
    const chosen = altKey && !ctrlKey && !metaKey ? copyForms[Number(/^Digit([1-6])$/.exec(code)?.[1]) - 1] : undefined;
    if (chosen !== undefined) prefer({ form: chosen });
    else if (key === 'Escape') onLeave(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // Only what nothing within has answered comes here.
    <div role="presentation" className={classes.palette} onKeyDown={answerAnywhere}>
      <SearchField
        words={words} onWords={seek} gathered={gathered} onLetGo={(paper) => setGathered(toggled(gathered, paper))} aside={aside}
        active={active === undefined ? undefined : found.papers.indexOf(active)} onKeyDown={(event) => { if (!event.nativeEvent.isComposing && answer(event)) event.preventDefault(); }}
      />
      <FoundList found={found} sought={sought} active={active} gathered={gathered} onCopy={(paper) => { void copy(toCopy({ gathered, active: paper, sought: true })); }} onGather={gather} />
      <CopyBar meant={meant} problem={problem} StyleField={StyleField} onCopy={() => { void copy(meant); }} />
    </div>
  );
}
