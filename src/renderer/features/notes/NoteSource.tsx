import { Annotation, EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';
import { noteExtensions } from './editorSetup';
import type { NoteSession } from './session';
import { changeTo, insertBlock, toggleTask } from './textChanges';
import classes from './NoteEditor.module.css';

/** What the rest of the panel asks of the editor. */
export interface SourceHandle {
  focus(): void;
  insertBlock(markdown: string): void;
  toggleTask(offset: number): void;
}

interface NoteSourceProps {
  session: NoteSession;
  /** How many texts from elsewhere the session has taken over; after each the editor follows. */
  adopted: number;
  ref: Ref<SourceHandle>;
  /** Told once the editor stands. */
  onReady: () => void;
  onBody: (body: { toString(): string }) => void;
}

const fromElsewhere = Annotation.define<true>();

/** The Markdown of a note in CodeMirror. Loaded at first use. */
export default function NoteSource({ session, adopted, ref, onReady, onBody }: NoteSourceProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const ready = useEffectEvent(onReady);
  const changed = useEffectEvent(onBody);

  useEffect(() => {
    if (parent.current === null) return;
    const editor = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: String(session.draft().body),
        extensions: [
          noteExtensions(),
          EditorView.updateListener.of(({ docChanged, state, transactions }) => {
            if (!docChanged) return;
            if (!transactions.some((transaction) => transaction.annotation(fromElsewhere))) session.setBody(state.doc);
            changed(state.doc);
          }),
        ],
      }),
    });
    view.current = editor;
    ready();
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [session]);

  useEffect(() => {
    const editor = view.current;
    if (adopted === 0 || editor === null) return;
    const changes = changeTo(editor.state.doc.toString(), String(session.draft().body));
    editor.dispatch({ changes, annotations: [fromElsewhere.of(true), Transaction.addToHistory.of(false)] });
  }, [adopted, session]);

  useImperativeHandle(ref, () => {
    const apply = (change: (state: EditorState) => TransactionSpec | null): void => {
      const spec = view.current === null ? null : change(view.current.state);
      if (spec !== null) view.current?.dispatch(spec);
    };
    return {
      focus: () => view.current?.focus(),
      insertBlock: (markdown) => apply((state) => insertBlock(state, markdown)),
      toggleTask: (offset) => apply((state) => toggleTask(state, offset)),
    };
  }, []);

  return <div ref={parent} className={classes.codemirror} />;
}
