/** A piece of drawing that can be broken off. Its promise never rejects for that. */
export interface Drawing { done: Promise<void>; cancel: () => void }

interface Waiting { urgency: () => number; draw: () => Drawing }

/**
 * Draws one thing after the other, the most urgent (the smallest number) first, as urgency is when its turn comes: while
 * the reader scrolls, what has gone out of sight is overtaken by what has come into it.
 */
export class RenderQueue {
  private readonly waiting = new Set<Waiting>();
  private drawing: { of: Waiting; cancel: () => void } | null = null;

  /** Adds a drawing; the answer takes it back, or breaks it off. */
  add(urgency: () => number, draw: () => Drawing): () => void {
    const entry = { urgency, draw };
    this.waiting.add(entry);
    queueMicrotask(() => this.next());
    return () => {
      this.waiting.delete(entry);
      if (this.drawing?.of === entry) this.drawing.cancel();
    };
  }

  private next(): void {
    if (this.drawing !== null) return;
    let first: Waiting | undefined;
    let least = Infinity;
    for (const entry of this.waiting) {
      const urgency = entry.urgency();
      if (first === undefined || urgency < least) [first, least] = [entry, urgency];
    }
    if (first === undefined) return;
    this.waiting.delete(first);
    const { done, cancel } = first.draw();
    this.drawing = { of: first, cancel };
    void done.finally(() => {
      this.drawing = null;
      this.next();
    });
  }
}
