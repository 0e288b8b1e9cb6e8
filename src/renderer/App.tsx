import { useMantineColorScheme, useComputedColorScheme } from '@mantine/core';
import type { PaperId } from '../core/model';
import { act, redo, undo } from './app/act';
import { copyCitation, type CopyForm } from './app/citing';
import { useCommands, useShortcuts } from './app/commands';
import { useDialog } from './app/dialogs';
import { useOverview } from './app/queries';
import { goToPaper, goToScope, goToTechniques, partOf, useRoute } from './app/route';
import { useLibrary, viewOf } from './app/selection';
import { bridge, client, wordsOf } from './client';
import { BindingsDialog } from './features/bindings/BindingsDialog';
import { ChangedElsewhere } from './features/bindings/ChangedElsewhere';
import { CiteDialog } from './features/cite/CiteDialog';
import { CiteKeysDialog } from './features/cite/CiteKeysDialog';
import { QueryHelp } from './features/collections/QueryHelp';
import { SmartCollectionDialog } from './features/collections/SmartCollectionDialog';
import { ExportDialog } from './features/exports/ExportDialog';
import { CompactStyleField } from './features/exports/StyleField';
import { AddFilesDialog } from './features/files/AddFilesDialog';
import { FileList } from './features/files/FileList';
import { HistoryDialog } from './features/history/HistoryDialog';
import { HistoryPanel } from './features/history/HistoryPanel';
import { DropTarget } from './features/imports/DropTarget';
import { ImportDialog } from './features/imports/ImportDialog';
import { Welcome } from './features/imports/Welcome';
import { CitationKeysDialog } from './features/keys/CitationKeysDialog';
import { RegenerateDialog } from './features/keys/RegenerateDialog';
import { LibraryMenu } from './features/libraries/LibraryMenu';
import { OpenLibraryDialog } from './features/libraries/OpenLibraryDialog';
import { LibraryView } from './features/library/LibraryView';
import { MovedMarks } from './features/marks/MovedMarks';
import { NotesPanel } from './features/notes/NotesPanel';
import { PaperPage } from './features/paper/PaperPage';
import { CommandPalette } from './features/palette/CommandPalette';
import { BackupsDialog } from './features/safety/BackupsDialog';
import { ConditionBanner } from './features/safety/ConditionBanner';
import { ShortcutSheet } from './features/shortcuts/ShortcutSheet';
import { ReaderPlace } from './features/reader/ReaderPlace';
import { Sidebar } from './features/sidebar/Sidebar';
import { TechniquesPlace } from './features/techniques/TechniquesPlace';
import { Shell } from './ui/Shell';
import { FailureState, LoadingState } from './ui/States';

/** The window: the sidebar, and beside it the library, a paper or the welcome of an empty library. */
export function App() {
  useShortcuts();
  useGlobalCommands();
  return (
    <DropTarget>
      <Shell sidebar={<Sidebar foot={<LibraryMenu />} />}>
        <ConditionBanner />
        <Place />
      </Shell>
      <ImportDialog />
      <AddFilesDialog />
      <ExportDialog />
      <CiteDialog StyleField={CompactStyleField} />
      <CiteKeysDialog />
      <BindingsDialog />
      <ChangedElsewhere />
      <HistoryDialog />
      <CitationKeysDialog />
      <RegenerateDialog />
      <BackupsDialog />
      <OpenLibraryDialog />
      <SmartCollectionDialog />
      <QueryHelp />
      <CommandPalette />
      <ShortcutSheet />
    </DropTarget>
  );
}

function Place() {
  const route = useRoute();
  const overview = useOverview();
  if (route.kind === 'paper') return <PaperPage key={route.id} id={route.id} annotation={route.annotation} moved={<MovedMarks paperId={route.id} />} files={<FileList paperId={route.id} />} notes={<NotesPanel paperId={route.id} />} history={<HistoryPanel paperId={route.id} />} />;
  if (route.kind === 'read') return <ReaderPlace key={route.attachment} route={route} notes={<NotesPanel paperId={route.id} />} />;
  if (route.kind === 'techniques') return <TechniquesPlace route={route} />;
  if (overview.isPending) return <LoadingState label="Opening the library" />;
  if (overview.isError) return <FailureState title="The library could not be shown" message={wordsOf(overview.error)} onRetry={() => { void overview.refetch(); }} />;
  if (overview.data.all === 0 && overview.data.trash === 0 && overview.data.condition.kind === 'sound') return <Welcome />;
  return <LibraryView scope={route.scope} />;
}

function useGlobalCommands(): void {
  const route = useRoute();
  const { open } = useDialog();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme();
  const chosen = (): PaperId[] => {
    if (route.kind === 'paper' || route.kind === 'read') return [route.id];
    return route.kind === 'library' ? [...useLibrary.getState().selected] : [];
  };
  const typed = (): string => (route.kind === 'library' ? useLibrary.getState().filter : '');
  const copyAs = (form: CopyForm) => () => { void copyCitation(chosen(), form); };
  useCommands({
    'copy-key': copyAs('key'),
    'copy-latex': copyAs('latex'),
    'copy-pandoc': copyAs('pandoc'),
    'copy-link': copyAs('link'),
    'copy-entry': copyAs('entry'),
    cite: () => { if (bridge) void act(() => client.host.palette.show.mutate()); else open({ kind: 'cite' }); },
    'cite-keys': () => open({ kind: 'cite-keys' }),
    import: () => open({ kind: 'import' }),
    export: () => {
      const library = useLibrary.getState();
      if (route.kind === 'paper' || route.kind === 'read') open({ kind: 'export', selected: [route.id], view: viewOf({ kind: 'all' }, library) });
      else open({ kind: 'export', selected: chosen(), view: viewOf(partOf(route), { ...library, filter: typed() }) });
    },
    'keep-up': () => open({ kind: 'bindings', make: { scope: partOf(route), filter: typed().trim() } }),
    bindings: () => open({ kind: 'bindings' }),
    history: () => open({ kind: 'history' }),
    'citation-keys': () => open({ kind: 'citation-keys' }),
    'regenerate-keys': () => {
      const ids = chosen();
      if (ids.length > 0) open({ kind: 'regenerate-keys', ids });
    },
    backups: () => open({ kind: 'backups' }),
    shortcuts: () => open({ kind: 'shortcuts' }),
    'review-techniques': () => goToTechniques('review'),
    'compare-techniques': () => goToTechniques('compare'),
    taxonomy: () => goToTechniques('taxonomy'),
    'query-help': () => open({ kind: 'query-help' }),
    'smart-collection': () => open({ kind: 'smart-collection', query: '' }),
    undo: () => { void undo(); },
    redo: () => { void redo(); },
    'toggle-scheme': () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    'new-paper': () => {
      void act(async () => goToPaper(await client.papers.create.mutate({ title: 'Untitled paper' })));
    },
    'go-all': () => goToScope({ kind: 'all' }),
    'go-to-read': () => goToScope({ kind: 'status', status: 'to-read' }),
    'go-reading': () => goToScope({ kind: 'status', status: 'reading' }),
    'go-done': () => goToScope({ kind: 'status', status: 'done' }),
  });
}
