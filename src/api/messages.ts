import type { Failure } from './trpc';

/** What a window or another process says to a host over a message channel. `id` is the sender's own count of its calls. */
export type Request =
  | { id: number; kind: 'query' | 'mutation' | 'subscription'; path: string; input?: unknown }
  | { id: number; kind: 'stop' };

/** What the host answers. A subscription's `data` may come often, its `complete` once. */
export type Reply =
  | { id: number; kind: 'data'; data: unknown }
  | { id: number; kind: 'complete' }
  | { id: number; kind: 'error'; failure: Failure };

/** The first thing that a host says to another process: it serves the library, and takes requests. */
export interface Greeting { kind: 'serving' }
