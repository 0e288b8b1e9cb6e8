import { DomainError } from '../errors';
import type { MediaType } from '../model';
import type { Copy, Files } from './files';
import { mediaTypeOf } from './mediaType';

/** A file that is here and belongs to no paper yet. */
export interface Arrival {
  id: string;
  name: string;
  type: MediaType;
  sha256: string;
  bytes: number;
  /** Of a PDF that was looked at. */
  pages?: number;
}

/** The same with where it is: a copy that waits, or (to be linked) where it lies. */
export type Waiting = Arrival & { at: { kind: 'copy'; copy: Copy } | { kind: 'linked'; path: string } };

/** The files on their way into the library. */
export interface Arrivals {
  /** Begins a file whose bytes come in portions. */
  begin(name: string): Promise<string>;
  append(id: string, base64: string): Promise<void>;
  /** All bytes are there. Throws `invalid-input` for what no paper can have. */
  finish(id: string): Promise<Arrival>;
  /** Copies a file of the machine, or looks at it where it is. */
  fromPath(path: string, link: boolean): Promise<Arrival>;
  get(id: string): Waiting;
  /** How many pages it has. */
  tell(id: string, pages: number): void;
  /** The file belongs to a paper now. */
  forget(id: string): void;
  discard(id: string): Promise<void>;
}

/** The largest file that is taken, in bytes. */
export const LARGEST_FILE = 2 ** 31;

export function createArrivals(files: Files, nextId: () => string): Arrivals {
  const coming = new Map<string, { name: string; copy: Copy; bytes: number }>();
  const waiting = new Map<string, Waiting>();

  function underWay(id: string): { name: string; copy: Copy; bytes: number } {
    const known = coming.get(id);
    if (known === undefined) throw new DomainError('not-found', 'This file is not being taken in any more. Choose it again.');
    return known;
  }

  async function kept(name: string, at: Waiting['at'], contents: { sha256: string; bytes: number; head: Uint8Array }): Promise<Arrival> {
    try {
      const { sha256, bytes } = contents;
      const arrival: Arrival = { id: nextId(), name, type: mediaTypeOf(name, contents.head), sha256, bytes };
      waiting.set(arrival.id, { ...arrival, at });
      return arrival;
    } catch (error) {
      if (at.kind === 'copy') await files.discard(at.copy);
      throw error;
    }
  }

  return {
    async begin(name) {
      const id = nextId();
      coming.set(id, { name: lastPart(name), copy: await files.begin(), bytes: 0 });
      return id;
    },
    async append(id, base64) {
      const file = underWay(id);
      file.bytes += Math.floor((3 * base64.length) / 4);
      if (file.bytes > LARGEST_FILE) throw new DomainError('invalid-input', `“${file.name}” is larger than 2 GB.`);
      await files.append(file.copy, base64);
    },
    async finish(id) {
      const { name, copy } = underWay(id);
      coming.delete(id);
      return kept(name, { kind: 'copy', copy }, await files.finish(copy));
    },
    async fromPath(path, link) {
      if (!link) {
        const { copy, ...contents } = await files.copy(path);
        return kept(lastPart(path), { kind: 'copy', copy }, contents);
      }
      const contents = await files.read({ kind: 'linked', path });
      if (contents === null) throw new DomainError('not-found', `There is no file ${path}.`);
      return kept(lastPart(path), { kind: 'linked', path }, contents);
    },
    get(id) {
      const arrival = waiting.get(id);
      if (arrival === undefined) throw new DomainError('not-found', 'This file is not waiting any more. Choose it again.');
      return arrival;
    },
    tell(id, pages) {
      const arrival = waiting.get(id);
      if (arrival !== undefined) arrival.pages = pages;
    },
    forget: (id) => { waiting.delete(id); },
    async discard(id) {
      const copy = coming.get(id)?.copy ?? copyOf(waiting.get(id));
      coming.delete(id);
      waiting.delete(id);
      if (copy !== undefined) await files.discard(copy);
    },
  };
}

function copyOf(waiting: Waiting | undefined): Copy | undefined {
  return waiting?.at.kind === 'copy' ? waiting.at.copy : undefined;
}

/** The name of a file without its folders, whichever system wrote the path. */
function lastPart(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? 'file';
}
