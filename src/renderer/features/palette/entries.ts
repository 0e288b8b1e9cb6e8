import type { PaperId } from '../../../core/model';
import type { Overview } from '../../../core/overview';
import type { Scope } from '../../../core/view';
import { collectionLines } from '../../app/collections';
import { canRun, run } from '../../app/commands';
import { otherCommands, shortcuts, type Command } from '../../app/shortcuts';
import { goToPaper, goToScope } from '../../app/route';
import { statusNames } from '../../ui/StatusGlyph';
import { bestFitting } from './fuzzy';

export type EntryKind = 'command' | 'paper' | 'all' | 'status' | 'technique' | 'collection' | 'smart' | 'tag' | 'trash';

/** Something that the palette can do. */
export interface Entry {
  key: string;
  kind: EntryKind;
  label: string;
  detail: string;
  /** A shortcut as Mantine's hotkeys write it. */
  keys?: string | undefined;
  act: () => void;
}

/** Entries under a title. */
export interface Section { title: string; entries: Entry[] }

/** How many entries of a section are offered. */
const SHOWN = 7;

export function sectionsFor(typed: string, overview: Overview | undefined, papers: readonly { id: PaperId; title: string; authors: string; year: number | null }[]): Section[] {
  const nameOf = ({ label }: Entry): string => label;
  const sections: Section[] = [
    { title: 'Go to', entries: bestFitting(typed, overview === undefined ? [] : placesIn(overview), nameOf, SHOWN) },
    { title: 'Commands', entries: bestFitting(typed, commandEntries(), nameOf, typed.trim() === '' ? 100 : SHOWN) },
    { title: 'Papers', entries: papers.map(({ id, title, authors, year }) => ({ key: `paper ${id}`, kind: 'paper', label: title, detail: [authors, year].filter(Boolean).join(' · '), act: () => goToPaper(id) })) },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

/** What can be done at the place that is on view. */
function commandEntries(): Entry[] {
  const all: { command: Command; label: string; keys?: string }[] = [...shortcuts.filter(({ command }, index) => shortcuts.findIndex((other) => other.command === command) === index), ...otherCommands];
  return all.filter(({ command }) => command !== 'palette' && canRun(command))
    .map(({ command, label, keys }) => ({ key: `command ${command}`, kind: 'command', label, detail: '', keys, act: () => { run(command); } }));
}

function placesIn({ techniques, tags, collections }: Overview): Entry[] {
  const place = (kind: EntryKind, scope: Scope, label: string, detail: string): Entry => ({ key: JSON.stringify(scope), kind, label, detail, act: () => goToScope(scope) });
  return [
    place('all', { kind: 'all' }, 'All papers', ''),
    ...(['to-read', 'reading', 'done'] as const).map((status) => place('status', { kind: 'status', status }, statusNames[status], 'Status')),
    ...collectionLines(collections).map(({ id, path, query }) => place(query === undefined ? 'collection' : 'smart', { kind: 'collection', id }, path, query === undefined ? 'Collection' : 'Smart collection')),
    ...techniques.filter(({ retired, count }) => !retired || count > 0).map(({ id, name }) => place('technique', { kind: 'technique', id }, name, 'Technique')),
    ...tags.map(({ tag }) => place('tag', { kind: 'tag', tag }, tag, 'Tag')),
    place('trash', { kind: 'trash' }, 'Trash', ''),
  ];
}
