import { useEffect, type RefObject } from 'react';
import type { Annotation } from '../../../../core/model';
import { pointAt, hundredths } from '../pages/space';
import type { TextLayerOnView } from '../pages/textLayers';
import type { Reader } from '../reader';
import { isDrawn, styleOf, type Draft, type Marking } from './marking';
import { isOn, SIGN } from './paths';
import { selectedPassages } from './passages';

/** So long after a stroke another one still belongs to the same drawing, in milliseconds. */
const SAME_DRAWING_MS = 900;
/** Points of a stroke that are nearer to each other than this, in points of the page, are one. */
const NEAR = 0.8;
const INK_WIDTH = 1.6;
/** A text that is put somewhere by a click has this room, in points. */
const TEXT_ROOM = { width: 170, height: 42 };

type Point = [number, number];

/** What the pointer does on the pages: it draws where a tool is taken up, and otherwise chooses the mark it clicks on. */
export function useDrawing(reader: Reader, marking: Marking, frame: RefObject<HTMLElement | null>, marksOn: (page: number) => readonly Annotation[]): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const drawing = new PointerDrawing(reader, marking, marksOn);
    const ending = new AbortController();
    const { signal } = ending;
    element.addEventListener('pointerdown', (event) => drawing.down(event), { signal });
    element.addEventListener('pointermove', (event) => drawing.move(event), { signal });
    element.addEventListener('pointerup', (event) => { void drawing.up(event); }, { signal });
    return () => {
      ending.abort();
      void drawing.end();
    };
  }, [reader, marking, frame, marksOn]);
}

class PointerDrawing {
  private on: TextLayerOnView | null = null;
  private from: Point = [0, 0];
  private down_ = { x: 0, y: 0 };
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly reader: Reader, private readonly marking: Marking, private readonly marksOn: (page: number) => readonly Annotation[]) {}

  down(event: PointerEvent): void {
    const { tool } = this.marking.store.getState();
    this.down_ = { x: event.clientX, y: event.clientY };
    this.on = event.button === 0 ? this.layerUnder(event) : null;
    if (this.on === null || !isDrawn(tool)) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.from = this.pointOf(event, this.on);
    if (tool === 'ink') this.addStroke(this.on.index);
  }

  move(event: PointerEvent): void {
    const { tool, draft } = this.marking.store.getState();
    if (this.on === null || !isDrawn(tool) || event.buttons === 0) return;
    if (tool === 'ink') this.extend(draft, event.getCoalescedEvents().map((each) => this.pointOf(each, this.on as TextLayerOnView)));
    else if (tool !== 'note') this.marking.store.setState({ draft: this.areaDraft(tool, this.pointOf(event, this.on)) });
  }

  async up(event: PointerEvent): Promise<void> {
    const { tool, draft } = this.marking.store.getState();
    const layer = this.on;
    this.on = null;
    if (layer === null) return;
    if (!isDrawn(tool)) {
      if (tool === null) this.chooseAt(event, layer);
      else await this.markSelection(tool);
      return;
    }
    if (tool === 'ink') {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => { void this.end(); }, SAME_DRAWING_MS);
      return;
    }
    const target = tool === 'note' ? this.noteAt(layer) : roomy(draft, tool, this.from, this.place(layer));
    this.marking.setTool(null);
    if (target === null) return;
    const made = await this.marking.mark(tool, [target]);
    this.marking.choose(made, tool === 'area' ? 'entry' : 'comment');
  }

  /** Keeps the drawing that is under way. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    const { draft } = this.marking.store.getState();
    this.marking.store.setState({ draft: null });
    if (draft?.target.kind === 'pdf-ink') await this.marking.mark('ink', [draft.target]);
  }

  private async markSelection(tool: 'highlight' | 'underline' | 'strike'): Promise<void> {
    const passages = selectedPassages(this.reader, this.marking.file);
    if (passages.length === 0) return;
    window.getSelection()?.removeAllRanges();
    await this.marking.mark(tool, passages);
  }

  private chooseAt(event: PointerEvent, layer: TextLayerOnView): void {
    const still = Math.hypot(event.clientX - this.down_.x, event.clientY - this.down_.y) < 4;
    if (!still || window.getSelection()?.isCollapsed === false) return;
    const point = this.pointOf(event, layer);
    const under = this.marksOn(layer.index).findLast((mark) => isOn(styleOf(mark), mark.target, point, 2));
    const { chosen } = this.marking.store.getState();
    const more = event.ctrlKey || event.metaKey || event.shiftKey;
    if (under === undefined) {
      if (!more && chosen.length > 0) this.marking.choose([]);
    } else if (more) this.marking.choose(chosen.includes(under.id) ? chosen.filter((id) => id !== under.id) : [...chosen, under.id]);
    else this.marking.choose([under.id]);
  }

  private addStroke(page: number): void {
    clearTimeout(this.timer);
    const { draft } = this.marking.store.getState();
    const going = draft?.target.kind === 'pdf-ink' && draft.target.page === page ? draft.target : null;
    if (draft !== null && going === null) void this.end();
    const strokes = [...(going?.strokes ?? []), [...this.from]];
    this.marking.store.setState({ draft: { style: 'ink', target: { kind: 'pdf-ink', ...this.place({ index: page }), strokes, width: INK_WIDTH } } });
  }

  private extend(draft: Draft | null, points: readonly Point[]): void {
    if (draft?.target.kind !== 'pdf-ink') return;
    const { target } = draft;
    const stroke = [...(target.strokes.at(-1) ?? [])];
    for (const [x, y] of points) {
      if (Math.hypot(x - (stroke.at(-2) ?? Infinity), y - (stroke.at(-1) ?? Infinity)) >= NEAR) stroke.push(x, y);
    }
    this.marking.store.setState({ draft: { style: 'ink', target: { ...target, strokes: [...target.strokes.slice(0, -1), stroke] } } });
  }

  private areaDraft(style: 'text' | 'area', [x, y]: Point): Draft {
    const [fromX, fromY] = this.from;
    return { style, target: { kind: 'pdf-area', ...this.place(this.on ?? { index: 0 }), rectangle: [Math.min(x, fromX), Math.min(y, fromY), Math.max(x, fromX), Math.max(y, fromY)] } };
  }

  private noteAt(layer: TextLayerOnView): Draft['target'] {
    const [x, y] = this.from;
    const rectangle = [x - SIGN / 2, y - SIGN / 2, x + SIGN / 2, y + SIGN / 2].map(hundredths) as [number, number, number, number];
    return { kind: 'pdf-area', ...this.place(layer), rectangle };
  }

  private place({ index }: { index: number }): { attachmentId: Marking['file']['id']; sha256: string; page: number } {
    const { id, sha256 } = this.marking.file;
    return { attachmentId: id, sha256, page: index };
  }

  private layerUnder({ target }: PointerEvent): TextLayerOnView | null {
    const page = target instanceof Element && target.closest('a, button') === null ? target.closest<HTMLElement>('[data-page]') : null;
    return (page && this.reader.layers.get(Number(page.dataset['page']))) ?? null;
  }

  private pointOf({ clientX, clientY }: PointerEvent, { page, element }: TextLayerOnView): Point {
    return pointAt(page, this.reader.store.getState().rotation, element.closest('[data-page]') ?? element, { x: clientX, y: clientY });
  }
}

/** The area that was drawn; a text that was put somewhere by a mere click gets some room, and an area does not come about by one. */
function roomy(draft: Draft | null, tool: 'text' | 'area', [x, y]: Point, place: Pick<Draft['target'], 'attachmentId' | 'sha256' | 'page'>): Draft['target'] | null {
  const target = draft?.target.kind === 'pdf-area' ? draft.target : null;
  const [left, bottom, right, top] = target?.rectangle ?? [0, 0, 0, 0];
  if (target !== null && right - left >= 6 && top - bottom >= 6) return target;
  return tool === 'area' ? null : { kind: 'pdf-area', ...place, rectangle: [x, hundredths(y - TEXT_ROOM.height), hundredths(x + TEXT_ROOM.width), y] };
}
