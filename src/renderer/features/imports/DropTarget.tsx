import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { PaperId } from '../../../core/model';
import { dragsOut } from '../../app/bibDrag';
import { useDialog } from '../../app/dialogs';
import { routeOf } from '../../app/route';
import { rowCache } from '../../app/rows';
import classes from './DropTarget.module.css';
import { offerFiles, offerText } from './offer';
import { kindOfDrag, textOf } from './transfer';

/**
 * Takes in what is dropped on the window or pasted outside of a text field. Drags that began in the window
 * are somebody else's: papers on their way to a collection, or text within a note.
 */
export function DropTarget({ children }: { children: ReactNode }) {
  const over = useDrops();
  usePastes();
  return (
    <>
      {children}
      {over?.kind === 'paper' && <div className={classes.note} role="status"><IconFileImport size={18} stroke={1.5} aria-hidden="true" />Drop to add it to {over.title === null ? 'this paper' : `“${over.title}”`}</div>}
      {over?.kind === 'window' && (
        <div className={classes.overlay}>
          <div className={classes.sign} role="status">
            <IconFileImport size={40} stroke={1.25} aria-hidden="true" />
            <span className={classes.title}>Drop to import</span>
            <span>PDFs of papers, bibliographies (BibTeX, RIS, CSL, EndNote XML, PubMed) and digests. You see what is in it before anything is added.</span>
          </div>
        </div>
      )}
    </>
  );
}

/** What a drag is over: a paper that its files would go to, or the window as a whole. */
type Over = { kind: 'window' } | { kind: 'paper'; title: string | null };

/** Listens for drops; answers what something that can be dropped is over. */
function useDrops(): Over | null {
  const [over, setOver] = useState<Over | null>(null);
  useEffect(() => {
    let own = false;
    const ended = new AbortController();
    const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
      window.addEventListener(type, listener, { signal: ended.signal });

    listen('dragstart', () => { own = true; });
    listen('dragend', () => { own = false; });
    // A row that has left the document while it was dragged tells of no end; the pointer moves only when nothing is dragged.
    listen('pointermove', () => { own = false; });
    listen('dragover', (event) => {
      const welcome = !own && !dragsOut() && isForUs(event);
      setOver((before) => (welcome ? sameOr(before, overOf(event)) : null));
      if (!welcome) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    });
    // Without a related target the pointer has left the window.
    listen('dragleave', (event) => { if (event.relatedTarget === null) setOver(null); });
    listen('drop', (event) => {
      setOver(null);
      if (own || dragsOut() || !isForUs(event)) return;
      event.preventDefault();
      if (event.dataTransfer) take(event.dataTransfer, 'dropped text', paperUnder(event.target));
    });
    return () => ended.abort();
  }, []);
  return over;
}

/** The paper that a drop would go to: that of a row, or the one that is shown. */
function paperUnder(target: EventTarget | null): PaperId | null {
  const row = PaperId.safeParse(target instanceof Element ? target.closest<HTMLElement>('[data-paper]')?.dataset['paper'] : undefined);
  if (row.success) return row.data;
  const route = routeOf(window.location.hash.slice(1));
  const isInside = target instanceof Element && target.closest('main') !== null;
  return isInside && (route.kind === 'paper' || route.kind === 'read') ? route.id : null;
}

function overOf({ dataTransfer, target }: DragEvent): Over {
  const paper = kindOfDrag(dataTransfer?.types ?? []) === 'files' ? paperUnder(target) : null;
  return paper === null ? { kind: 'window' } : { kind: 'paper', title: rowCache.get(paper)?.title ?? null };
}

/** A drag tells of itself many times a second, mostly the same. */
function sameOr(before: Over | null, now: Over): Over {
  return before?.kind === now.kind && (before.kind === 'window' || (now.kind === 'paper' && before.title === now.title)) ? before : now;
}

/** Files are always for us; text only where no field wants it. */
function isForUs({ dataTransfer, target }: DragEvent): boolean {
  const kind = kindOfDrag(dataTransfer?.types ?? []);
  return kind === 'files' || (kind === 'text' && !isTextField(target));
}

function usePastes(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.clipboardData === null || isTextField(event.target) || !awaitsInput()) return;
      if (take(event.clipboardData, 'pasted text')) event.preventDefault();
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}

/** A preview or another dialog is not pushed aside by a paste. */
function awaitsInput(): boolean {
  const { dialog } = useDialog.getState();
  return dialog === null || (dialog.kind === 'import' && dialog.sources === undefined);
}

/** Offers what a drop or a paste brings; answers whether there was anything. Must run within the event, after which the browser forgets it. */
function take(transfer: DataTransfer, name: string, paper: PaperId | null = null): boolean {
  const files = [...transfer.files];
  const text = files.length > 0 ? null : textOf(transfer);
  if (files.length > 0) void offerFiles(files, paper);
  else if (text !== null) offerText(text, name);
  return files.length > 0 || text !== null;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])') !== null;
}
