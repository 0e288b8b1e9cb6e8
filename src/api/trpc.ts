import { initTRPC, type TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { App } from '../core/app';
import { DomainError, type ErrorCode } from '../core/errors';
import type { Hotkey } from '../core/hotkey';
import type { PaperId } from '../core/model';
import type { RecentLibrary } from '../core/recent';

/** Which host the caller sits at, for the few places where it shows. */
export interface HostInfo {
  kind: 'electron' | 'browser' | 'terminal';
  version: string;
  /** The folder of the library, as a path for people. */
  library: string;
  /** The address of the browser host, with its token; null where there is none. */
  address: string | null;
}

/** Where a library is open now: at an address for the browser, or (null) in a desktop window, which is in front. */
export interface OpenedLibrary {
  folder: string;
  address: string | null;
}

/** A host's windows, and the libraries beyond the one at hand. */
export interface Desk {
  /** Brings a window on this library to the front, where the host has windows of its own. */
  raise(): Promise<void>;
  recent(): Promise<RecentLibrary[]>;
  /** Opens the library in a folder (an absolute path), a new one if the folder is empty or not there. */
  open(folder: string): Promise<OpenedLibrary>;
  /** Lets the person choose a folder and opens that; null when they chose none. Only where the host can ask. */
  choose?(): Promise<OpenedLibrary | null>;
  /** Lets the person say where a file shall be, which is called `name` unless they say otherwise; null when they chose none. Only where the host can ask. */
  chooseFile?(name: string): Promise<string | null>;
  /** Lets the person choose files for a paper, or a folder to look for a missing one in; none when they choose nothing. Only where the host can ask. */
  choosePaths?(what: 'files' | 'folder'): Promise<string[]>;
}

/** A .bib file that can be dragged out. */
export interface Dragged {
  id: string;
  name: string;
  /** Where a browser gets it, once and for a short while, relative to the page; null where the host itself drags it. */
  address: string | null;
}

/** Takes papers out of a window as a .bib file. */
export interface DragOut {
  /** Makes a file of papers ready. Throws `not-found` where none of them is there. */
  prepare(ids: PaperId[]): Promise<Dragged>;
  /** Begins to drag the file with the pointer, which must be down; only where the host drags. */
  start?(id: string): void;
}

/** What calls the small window for citing: keys that work in every program, or null for none. `taken`: another program has them. */
export interface PaletteState {
  hotkey: Hotkey | null;
  taken: boolean;
}

/** The small window for citing, above those of every program. */
export interface Palette {
  state(): PaletteState;
  /** Throws `conflict` where another program has these keys; nothing has changed then. */
  change(hotkey: Hotkey | null): Promise<PaletteState>;
  show(): void;
  hide(): void;
}

export interface Context {
  app: App;
  host: HostInfo;
  /** Absent at the terminal, which has one library and no window. */
  desk?: Desk;
  /** The small window for citing, where the host has one. */
  palette?: Palette;
  /** Takes papers out of the caller's window by dragging; absent where the caller is none. */
  dragOut?: DragOut;
  /** Where the caller's window gets the bytes of a file of a paper: at this address with the attachment's id behind it. Absent where the caller is no window. */
  filesAt?: string;
  /** The caller is a process of this user's, which may name files of theirs. A window may not. */
  namesFiles?: boolean;
  /** The text of the sample digest that comes with Lectern. */
  sample: string;
}

/** What went wrong, for a program (`code`) and for the person (`message`). */
export interface Failure {
  code: ErrorCode;
  message: string;
}

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => {
    const failure = failureOf(error);
    return { ...shape, message: failure.message, data: { code: shape.data.code, httpStatus: shape.data.httpStatus, failure } };
  },
});

export const router = t.router;
/** Answers from what has been read of the library so far. */
export const early = t.procedure;
/** Answers when the library is read. */
export const procedure = t.procedure.use(async ({ ctx, next }) => {
  await ctx.app.ready;
  return next();
});

/** The failure behind an error. What a stranger's text might contain (stack, paths of code) does not get out. */
export function failureOf(error: TRPCError): Failure {
  const { cause } = error;
  if (cause instanceof DomainError) return { code: cause.code, message: cause.message };
  if (cause instanceof z.ZodError) return { code: 'invalid-input', message: wordsFor(cause) };
  if (error.code === 'NOT_FOUND') return { code: 'not-found', message: 'Lectern was asked for something that it does not do.' };
  if (error.code === 'BAD_REQUEST') return { code: 'invalid-input', message: 'Lectern was asked for something that it does not understand.' };
  return { code: 'internal', message: 'Something went wrong inside Lectern. Your library is unchanged; try again.' };
}

function wordsFor(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = issue?.path.join(' › ') ?? '';
  return `${place === '' ? 'The input' : `“${place}”`} is not right: ${issue?.message ?? 'unknown reason'}.`;
}
