import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { toggleMark } from './textChanges';

/**
 * The editor of notes. `\n` alone ends a line, so that a CR stays a character of its line and every
 * text comes back byte for byte. Tab is left to the browser: it leads out of the editor.
 */
export function noteExtensions(): Extension {
  return [
    EditorState.lineSeparator.of('\n'),
    EditorState.allowMultipleSelections.of(true),
    history(),
    search({ top: true }),
    EditorState.phrases.of(searchPhrases),
    highlightSelectionMatches(),
    highlightSpecialChars({ render: specialCharacter }),
    drawSelection(),
    markdown({ base: markdownLanguage, completeHTMLTags: false }),
    Prec.high(keymap.of([
      { key: 'Mod-b', run: toggleMark('**') },
      { key: 'Mod-i', run: toggleMark('*') },
    ])),
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': 'Note text', tabindex: '0', spellcheck: 'true', autocorrect: 'on', autocapitalize: 'sentences' }),
    placeholder('Write in Markdown: **bold**, - lists, - [ ] tasks, $math$'),
    syntaxHighlighting(highlighting),
    theme,
  ];
}

/** The words of the search panel as the rest of the app writes them. */
const searchPhrases = {
  next: 'Next', previous: 'Previous', all: 'Select all', 'match case': 'Match case', regexp: 'Regular expression', 'by word': 'Whole words',
  replace: 'Replace', 'replace all': 'Replace all', close: 'Close',
};

function specialCharacter(code: number, description: string | null): HTMLElement {
  const shown = document.createElement('span');
  shown.className = 'cm-specialChar';
  shown.textContent = code === 13 ? '␍' : code < 32 ? String.fromCodePoint(0x2400 + code) : '•';
  shown.title = description ?? `Character ${code.toString(16).toUpperCase().padStart(4, '0')}`;
  shown.setAttribute('aria-label', shown.title);
  return shown;
}

const muted = 'var(--lectern-muted)';
const monospace = 'var(--mantine-font-family-monospace)';

const highlighting = HighlightStyle.define([
  { tag: tags.heading1, fontWeight: '650', fontSize: '1.2em' },
  { tag: tags.heading2, fontWeight: '650', fontSize: '1.1em' },
  { tag: tags.heading, fontWeight: '650' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--mantine-color-anchor)' },
  { tag: tags.monospace, fontFamily: monospace, fontSize: '0.92em' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.quote, tags.comment, tags.meta], color: muted },
]);

/** Colours are Mantine's variables, so the editor follows the colour scheme by itself. */
const theme = EditorView.theme({
  '&': { height: '100%', fontSize: '0.9375rem', color: 'var(--mantine-color-text)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family)', lineHeight: '1.6' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--mantine-color-text)' },
  '.cm-line': { padding: '0 1rem' },
  '.cm-placeholder': { color: 'var(--mantine-color-placeholder)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'light-dark(var(--mantine-color-cloth-1), #1d4642)' },
  '.cm-specialChar': { color: muted },
  '.cm-searchMatch': { backgroundColor: 'light-dark(#fff0b8, #57480f)' },
  '.cm-searchMatch-selected': { backgroundColor: 'light-dark(#ffd873, #8a6d12)' },
  '.cm-selectionMatch': { backgroundColor: 'light-dark(#eef2f1, #2b3234)' },
  '.cm-panels': { backgroundColor: 'var(--lectern-sidebar)', color: 'var(--mantine-color-text)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--lectern-hairline)' },
  '.cm-panel.cm-search': { padding: '0.375rem 2rem 0.375rem 0.75rem', fontSize: '0.8125rem' },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', minHeight: '1.5rem', fontSize: 'inherit', marginRight: '0.5rem' },
  '.cm-textfield': {
    minHeight: '1.625rem', padding: '0 0.375rem', fontSize: 'inherit', color: 'inherit', backgroundColor: 'var(--mantine-color-body)',
    border: '1px solid var(--mantine-color-default-border)', borderRadius: 'var(--mantine-radius-sm)',
  },
  '.cm-button': {
    minHeight: '1.625rem', fontSize: 'inherit', color: 'inherit', backgroundImage: 'none', backgroundColor: 'var(--mantine-color-body)',
    border: '1px solid var(--mantine-color-default-border)', borderRadius: 'var(--mantine-radius-sm)', cursor: 'pointer',
  },
  '.cm-panel.cm-search [name=close]': { top: '0.25rem', right: '0.5rem', width: '1.5rem', height: '1.5rem', color: 'inherit', fontSize: '1rem', cursor: 'pointer' },
});
