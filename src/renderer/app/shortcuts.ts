/** The commands of the window: the menu, the keyboard and the buttons all say one of these. */
export type Command =
  | 'import' | 'export' | 'new-paper' | 'cite' | 'cite-keys' | 'undo' | 'redo' | 'history' | 'backups' | 'keep-up' | 'bindings' | 'filter' | 'shortcuts' | 'palette' | 'query-help' | 'smart-collection' | 'toggle-scheme'
  | 'review-techniques' | 'compare-techniques' | 'taxonomy'
  | 'go-all' | 'go-to-read' | 'go-reading' | 'go-done' | 'select-all'
  | 'open' | 'mark-to-read' | 'mark-reading' | 'mark-done' | 'copy-key' | 'copy-latex' | 'copy-pandoc' | 'copy-link' | 'copy-entry' | 'citation-keys' | 'regenerate-keys' | 'trash' | 'tag' | 'collect'
  | 'find-in-file' | 'annotate-highlight' | 'annotate-underline' | 'annotate-strike' | 'annotate-note' | 'annotate-text' | 'annotate-ink' | 'annotate-area' | 'annotate-comment'
  | 'annotate-1' | 'annotate-2' | 'annotate-3' | 'annotate-4' | 'annotate-5' | 'annotate-delete' | 'reader-back' | 'reader-forward' | 'page-next' | 'page-previous'
  | 'zoom-in' | 'zoom-out' | 'zoom-width' | 'zoom-page' | 'turn-pages' | 'dark-pages' | 'single-page'
  | 'rate-0' | 'rate-1' | 'rate-2' | 'rate-3' | 'rate-4' | 'rate-5' | 'back' | 'new-note';

export interface Shortcut {
  command: Command;
  /** As Mantine's hotkeys write it: `mod+Z` is Ctrl+Z, or ⌘Z on a Mac. */
  keys: string;
  label: string;
  group: 'Everywhere' | 'Go to' | 'Papers' | 'Reading a file';
}

/** Every shortcut, once: the key handler and the sheet both read this. */
export const shortcuts: readonly Shortcut[] = [
  { command: 'import', keys: 'mod+I', label: 'Import papers', group: 'Everywhere' },
  { command: 'export', keys: 'mod+E', label: 'Export or cite', group: 'Everywhere' },
  { command: 'cite', keys: 'mod+alt+K', label: 'Find papers to cite', group: 'Everywhere' },
  { command: 'keep-up', keys: 'mod+shift+E', label: 'Keep a .bib file up to date', group: 'Everywhere' },
  { command: 'new-paper', keys: 'mod+alt+N', label: 'Add a paper by hand', group: 'Everywhere' },
  { command: 'undo', keys: 'mod+Z', label: 'Undo', group: 'Everywhere' },
  { command: 'redo', keys: 'mod+shift+Z', label: 'Redo', group: 'Everywhere' },
  { command: 'redo', keys: 'mod+Y', label: 'Redo', group: 'Everywhere' },
  { command: 'history', keys: 'mod+H', label: 'History of the library', group: 'Everywhere' },
  { command: 'filter', keys: '/', label: 'Filter the list', group: 'Everywhere' },
  { command: 'filter', keys: 'mod+F', label: 'Filter the list', group: 'Everywhere' },
  { command: 'palette', keys: 'mod+K', label: 'Find papers, places and commands', group: 'Everywhere' },
  { command: 'toggle-scheme', keys: 'mod+shift+L', label: 'Light or dark', group: 'Everywhere' },
  { command: 'shortcuts', keys: 'shift+?', label: 'Show this sheet', group: 'Everywhere' },
  { command: 'back', keys: 'Escape', label: 'Back to the list, or end the selection', group: 'Everywhere' },
  { command: 'go-all', keys: 'alt+1', label: 'All papers', group: 'Go to' },
  { command: 'go-to-read', keys: 'alt+2', label: 'To read', group: 'Go to' },
  { command: 'go-reading', keys: 'alt+3', label: 'Reading', group: 'Go to' },
  { command: 'go-done', keys: 'alt+4', label: 'Done', group: 'Go to' },
  { command: 'open', keys: 'Enter', label: 'Open the paper', group: 'Papers' },
  { command: 'select-all', keys: 'mod+A', label: 'Select all', group: 'Papers' },
  { command: 'mark-to-read', keys: 'U', label: 'Mark to read', group: 'Papers' },
  { command: 'mark-reading', keys: 'R', label: 'Mark as reading', group: 'Papers' },
  { command: 'mark-done', keys: 'D', label: 'Mark as done', group: 'Papers' },
  ...([1, 2, 3, 4, 5] as const).map((stars): Shortcut => ({ command: `rate-${stars}`, keys: String(stars), label: stars === 1 ? 'Rate 1 star' : `Rate ${stars} stars`, group: 'Papers' })),
  { command: 'rate-0', keys: '0', label: 'Clear the rating', group: 'Papers' },
  { command: 'tag', keys: 'T', label: 'Tag', group: 'Papers' },
  { command: 'collect', keys: 'C', label: 'Add to a collection', group: 'Papers' },
  { command: 'new-note', keys: 'N', label: 'New note', group: 'Papers' },
  { command: 'copy-key', keys: 'K', label: 'Copy the citation key', group: 'Papers' },
  { command: 'copy-latex', keys: 'shift+K', label: 'Copy as \\cite{key}', group: 'Papers' },
  { command: 'copy-pandoc', keys: 'alt+K', label: 'Copy as [@key]', group: 'Papers' },
  { command: 'copy-link', keys: 'L', label: 'Copy as a Markdown link', group: 'Papers' },
  { command: 'copy-entry', keys: 'mod+shift+C', label: 'Copy the bibliography entries', group: 'Papers' },
  { command: 'trash', keys: 'Delete', label: 'Move to the trash', group: 'Papers' },
  { command: 'find-in-file', keys: 'mod+F', label: 'Find in the document', group: 'Reading a file' },
  { command: 'annotate-highlight', keys: 'H', label: 'Highlight', group: 'Reading a file' },
  { command: 'annotate-underline', keys: 'U', label: 'Underline', group: 'Reading a file' },
  { command: 'annotate-strike', keys: 'S', label: 'Strike out', group: 'Reading a file' },
  { command: 'annotate-comment', keys: 'C', label: 'Comment', group: 'Reading a file' },
  { command: 'annotate-note', keys: 'M', label: 'Put a note on the page', group: 'Reading a file' },
  { command: 'annotate-text', keys: 'W', label: 'Write on the page', group: 'Reading a file' },
  { command: 'annotate-ink', keys: 'I', label: 'Draw', group: 'Reading a file' },
  { command: 'annotate-area', keys: 'A', label: 'Mark an area', group: 'Reading a file' },
  ...([1, 2, 3, 4, 5] as const).map((color): Shortcut => ({ command: `annotate-${color}`, keys: String(color), label: 'Colour of the annotation', group: 'Reading a file' })),
  { command: 'annotate-delete', keys: 'Delete', label: 'Delete the chosen annotations', group: 'Reading a file' },
  { command: 'reader-back', keys: 'alt+ArrowLeft', label: 'Back to where you were', group: 'Reading a file' },
  { command: 'reader-forward', keys: 'alt+ArrowRight', label: 'Forward again', group: 'Reading a file' },
  { command: 'page-next', keys: 'ArrowRight', label: 'Next page', group: 'Reading a file' },
  { command: 'page-previous', keys: 'ArrowLeft', label: 'Previous page', group: 'Reading a file' },
  { command: 'zoom-in', keys: 'mod+plus', label: 'Larger', group: 'Reading a file' },
  { command: 'zoom-in', keys: 'mod+=', label: 'Larger', group: 'Reading a file' },
  { command: 'zoom-out', keys: 'mod+minus', label: 'Smaller', group: 'Reading a file' },
  { command: 'zoom-width', keys: 'mod+0', label: 'As wide as the window', group: 'Reading a file' },
  { command: 'zoom-page', keys: 'mod+9', label: 'Whole page', group: 'Reading a file' },
  { command: 'single-page', keys: 'shift+P', label: 'One page at a time', group: 'Reading a file' },
  { command: 'turn-pages', keys: 'shift+R', label: 'Turn the pages', group: 'Reading a file' },
  { command: 'dark-pages', keys: 'shift+D', label: 'Dark pages', group: 'Reading a file' },
];

/** What has no keys of its own, and is found in menus and the command palette. */
export const otherCommands: readonly { command: Command; label: string }[] = [
  { command: 'bindings', label: 'Files kept up to date' },
  { command: 'smart-collection', label: 'New smart collection' },
  { command: 'citation-keys', label: 'Citation keys: how they are made' },
  { command: 'regenerate-keys', label: 'Make citation keys anew' },
  { command: 'backups', label: 'Backups' },
  { command: 'query-help', label: 'How to write queries' },
  { command: 'review-techniques', label: 'Review doubtful techniques' },
  { command: 'compare-techniques', label: 'Compare techniques' },
  { command: 'taxonomy', label: 'Edit the taxonomy' },
];
