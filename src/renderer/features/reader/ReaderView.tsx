import { useComputedColorScheme } from '@mantine/core';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { meaningsOf } from '../../../core/marks/colorMeanings';
import { defaultSettings, shownTitle, type Annotation, type AnnotationId, type Attachment, type Paper } from '../../../core/model';
import { plainText } from '../../../core/tex';
import { useSettings } from '../../app/queries';
import { FindBar } from './find/FindBar';
import { Finding, type Found } from './find/finding';
import { useFoundMarks } from './find/useFoundMarks';
import { useReaderPreferences } from './kept';
import { createMarking, isDrawn, MarkingProvider, type Marking } from './marks/marking';
import { MarkList } from './marks/MarkList';
import { MarksLayer } from './marks/MarksLayer';
import { byPage, marksIn } from './marks/pageMarks';
import { boundsOf } from './marks/paths';
import { SelectionToolbar } from './marks/SelectionToolbar';
import { ToolRail } from './marks/ToolRail';
import { useDrawing } from './marks/useDrawing';
import { PageList } from './pages/PageList';
import { viewportOf } from './pages/space';
import { Outline } from './panels/Outline';
import { Thumbnails } from './panels/Thumbnails';
import { followSizes, ReaderProvider, useDarkPages, useReaderState, type Reader } from './reader';
import { ReaderBar } from './ReaderBar';
import { useMarkingActs } from './useMarkingActs';
import { useReaderCommands } from './useReaderCommands';
import classes from './Reader.module.css';

interface ReaderViewProps {
  reader: Reader;
  paper: Paper;
  file: Attachment;
  annotations: readonly Annotation[];
  /** The annotation to begin at. */
  begin: AnnotationId | null;
  notes: ReactNode;
}

const noMarks: readonly Annotation[] = [];

/** A document that is open: its pages, what is marked on them, and what stands beside them. */
export function ReaderView({ reader, paper, file, annotations, begin, notes }: ReaderViewProps) {
  const marking = useMemo(() => createMarking(paper.id, file), [paper.id, file]);
  useEffect(() => {
    const leaving = new AbortController();
    followSizes(reader, leaving.signal).catch(() => undefined); // sizes of pages that cannot be read stay those of the first
    return () => leaving.abort();
  }, [reader]);
  return (
    <ReaderProvider value={reader}>
      <MarkingProvider value={marking}>
        <View reader={reader} marking={marking} paper={paper} annotations={annotations} begin={begin} notes={notes} />
      </MarkingProvider>
    </ReaderProvider>
  );
}

function View({ reader, marking, paper, annotations, begin, notes }: Omit<ReaderViewProps, 'file'> & { marking: Marking }) {
  const { left, right } = useReaderPreferences();
  const settings = useSettings().data ?? defaultSettings;
  const meanings = useMemo(() => meaningsOf(settings), [settings]);
  const { marks, marksOn, ownMarks } = useMarks(annotations, marking);
  const finding = useFinding(reader);
  const findOpen = useStore(finding.store, ({ open }) => open);
  const frame = useRef<HTMLDivElement>(null);
  const tool = useStore(marking.store, (state) => state.tool);
  const show = useShow(reader);
  const acts = useMarkingActs(reader, marking, finding);
  useReaderCommands({ reader, marking, finding, acts, paperId: paper.id });
  useDrawing(reader, marking, frame, marksOn);
  useFoundMarks(reader, finding);
  useBeginning(begin, marks, marking, show);
  useShownChoice(marking);
  useRoom();
  const dark = useDarkPages(useComputedColorScheme() === 'dark');
  const rotation = useReaderState((state) => state.rotation);
  const overPage = useCallback((page: PDFPageProxy, index: number) => <MarksLayer page={page} index={index} rotation={rotation} marks={marksOn(index)} dark={dark} />, [marksOn, rotation, dark]);

  return (
    <div className={classes.reader}>
      <ReaderBar paperId={paper.id} title={plainText(shownTitle(paper))} />
      <div className={classes.columns}>
        {left !== null && <aside className={classes.left} data-kind={left} aria-label={left === 'pages' ? 'Pages' : 'Contents'}>{left === 'pages' ? <Thumbnails /> : <Outline />}</aside>}
        <ToolRail meanings={meanings} onTool={acts.takeUp} />
        <div ref={frame} className={classes.middle}>
          <PageList ownMarks={ownMarks} overPage={overPage} cursor={isDrawn(tool) ? 'crosshair' : undefined} drawing={isDrawn(tool)}>
            <SelectionToolbar meanings={meanings} onMark={acts.markSelection} />
          </PageList>
          {findOpen && <FindBar finding={finding} onClose={acts.endFinding} />}
        </div>
        {right !== null && (
          <aside className={classes.right} data-kind={right} aria-label={right === 'marks' ? 'Annotations' : 'Notes'}>
            {right === 'marks' ? <MarkList marks={marks} meanings={meanings} onShow={show} /> : notes}
          </aside>
        )}
      </div>
    </div>
  );
}

/** The marks of the file, all and page by page. What the PDF has of its own is not drawn once it has been taken into the library. */
function useMarks(annotations: readonly Annotation[], { file }: Marking): { marks: readonly Annotation[]; marksOn: (page: number) => readonly Annotation[]; ownMarks: boolean } {
  const marks = useMemo(() => marksIn(annotations, file.id), [annotations, file.id]);
  const [kept, setKept] = useState(() => ({ marks, pages: byPage(marks, new Map()) }));
  if (kept.marks !== marks) setKept({ marks, pages: byPage(marks, kept.pages) });
  const marksOn = useCallback((page: number) => kept.pages.get(page) ?? noMarks, [kept]);
  return { marks, marksOn, ownMarks: useMemo(() => !marks.some(({ origin }) => origin !== undefined), [marks]) };
}

function useFinding(reader: Reader): Finding {
  const [finding] = useState(() => new Finding(reader.texts, reader.pageCount, () => reader.store.getState().page, (found) => { void showFound(reader, found); }));
  useEffect(() => () => finding.close(), [finding]);
  return finding;
}

/** Shows words that were found, unless they are in sight. */
async function showFound(reader: Reader, { page, start }: Found): Promise<void> {
  const { content, text } = await reader.texts.content(page);
  const runs = content.items.filter((item) => 'str' in item);
  const run = runs[text.starts.findLastIndex((begin) => begin <= start)];
  const pdfPage = await reader.pdf.getPage(page + 1);
  const viewport = viewportOf(pdfPage, reader.store.getState().rotation);
  const [, y = 0] = viewport.convertToViewportPoint(Number(run?.transform[4] ?? 0), Number(run?.transform[5] ?? 0)) as number[];
  reader.reveal({ page, part: y / viewport.height });
}

/** Leads to a mark on its page. */
function useShow(reader: Reader): (mark: Annotation) => void {
  return useCallback(({ target }: Annotation) => {
    const bounds = boundsOf(target);
    if (bounds === null || !('page' in target)) return;
    const { page } = target;
    void reader.pdf.getPage(page + 1).then((pdfPage) => {
      const viewport = viewportOf(pdfPage, reader.store.getState().rotation);
      const [, y1 = 0, , y2 = 0] = viewport.convertToViewportRectangle([...bounds]) as number[];
      reader.reveal({ page, part: Math.min(y1, y2) / viewport.height });
    });
  }, [reader]);
}

/** An address that names an annotation leads to it once, as soon as it is there. */
function useBeginning(begin: AnnotationId | null, marks: readonly Annotation[], marking: Marking, show: (mark: Annotation) => void): void {
  const arrived = useRef<AnnotationId | null>(null);
  const mark = marks.find(({ id }) => id === begin);
  useEffect(() => {
    if (mark === undefined || arrived.current === mark.id) return;
    arrived.current = mark.id;
    marking.choose([mark.id]);
    show(mark);
  }, [mark, marking, show]);
}

/** In a narrow window the pages come first: what is beside them would lie over them. */
function useRoom(): void {
  useEffect(() => {
    if (window.matchMedia('(max-width: 1000px)').matches) useReaderPreferences.setState({ left: null, right: null });
  }, []);
}

/** A mark that is chosen on its page is shown in the list, which comes into view for it. */
function useShownChoice({ store }: Marking): void {
  useEffect(() => store.subscribe(({ wanted }, before) => {
    if (wanted !== null && wanted !== before.wanted) useReaderPreferences.getState().prefer({ right: 'marks' });
  }), [store]);
}
