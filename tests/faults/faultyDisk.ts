import { createRequire, syncBuiltinESMExports } from 'node:module';
import type * as syncDisk from 'node:fs';
import type * as disk from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/**
 * The disk under node's own functions, failing on demand. Everything above it, ours and node's, is real;
 * the operations reach the real file system unless they are told to fail.
 */
export const operations = ['open', 'read', 'write', 'sync', 'truncate', 'rename', 'link', 'remove', 'list', 'stat', 'make'] as const;
export type Operation = (typeof operations)[number];

export interface Fault {
  code: 'ENOSPC' | 'EIO' | 'EMFILE' | 'EROFS' | 'EPERM';
  on: readonly Operation[];
  /** The how-manieth of these operations fails, counted from 1. */
  at: number;
  /** How many fail from there on, in a row. */
  lasts: number;
  /** Half of what is written reaches the file before the error. */
  half?: boolean;
}

export interface FaultyDisk extends Disposable {
  /** Fails as told from now on; counts anew. */
  plan(fault: Fault): void;
  /** Nothing fails any more. */
  heal(): void;
  /** Whether the planned fault has come, healed or not. */
  readonly hit: boolean;
}

type Work = (...args: unknown[]) => unknown;
type Functions = Record<string, Work>;

const inPromises: Record<string, Operation> = {
  open: 'open', readFile: 'read', writeFile: 'write', rename: 'rename', link: 'link', rm: 'remove', unlink: 'remove', readdir: 'list', mkdir: 'make', truncate: 'truncate', stat: 'stat', copyFile: 'write',
};
const onHandles: Record<string, Operation> = {
  read: 'read', readFile: 'read', appendFile: 'write', write: 'write', writeFile: 'write', sync: 'sync', datasync: 'sync', truncate: 'truncate', stat: 'stat',
};
const inSync: Record<string, Operation> = { openSync: 'open', writeSync: 'write', writeFileSync: 'write', fsyncSync: 'sync' };

/** Puts the faulty disk under this process; only what lies in `folder` can fail. */
export async function faultyDisk(folder: string): Promise<FaultyDisk> {
  const load = createRequire(import.meta.url);
  const promises = load('node:fs/promises') as typeof disk & Functions;
  const sync = load('node:fs') as typeof syncDisk & Functions;
  const handles = await handlePrototype(promises);
  const files = new Map<unknown, string>(); // the paths of open handles and descriptors
  let fault: Fault | undefined;
  let count = 0;
  let hit = false;

  function failing(operation: Operation, path: string | undefined): Fault | undefined {
    if (fault === undefined || path?.startsWith(folder) !== true || !fault.on.includes(operation)) return undefined;
    count += 1;
    if (count < fault.at || count >= fault.at + fault.lasts) return undefined;
    hit = true;
    return fault;
  }

  const undo: (() => void)[] = [];
  function wrap(target: Functions, name: string, make: (original: Work) => Work): void {
    const original = target[name];
    if (original === undefined) throw new Error(`This node has no ${name}.`);
    Reflect.set(target, name, make(original));
    undo.push(() => Reflect.set(target, name, original));
  }

  for (const [name, operation] of Object.entries(inPromises)) {
    wrap(promises, name, (original) => async (...args) => {
      const failure = failing(operation, String(args[0]));
      if (failure) throw errorOf(failure, name);
      const result = await original(...args);
      if (name === 'open') files.set(result, String(args[0]));
      return result;
    });
  }
  for (const [name, operation] of Object.entries(onHandles)) {
    wrap(handles, name, (original) => async function failsOrNot(this: FileHandle, ...args) {
      const failure = failing(operation, files.get(this));
      if (!failure) return original.apply(this, args);
      const [data] = args;
      if (failure.half && data instanceof Uint8Array) await original.call(this, data.subarray(0, data.length >> 1));
      throw errorOf(failure, name);
    });
  }
  for (const [name, operation] of Object.entries(inSync)) {
    wrap(sync, name, (original) => (...args) => {
      const failure = failing(operation, typeof args[0] === 'number' ? files.get(args[0]) : String(args[0]));
      if (failure) throw errorOf(failure, name);
      const result = original(...args);
      if (name === 'openSync') files.set(result, String(args[0]));
      return result;
    });
  }
  syncBuiltinESMExports();

  return {
    plan(next) {
      fault = next;
      count = 0;
      hit = false;
    },
    heal() { fault = undefined; },
    get hit() { return hit; },
    [Symbol.dispose]() {
      for (const restore of undo) restore();
      syncBuiltinESMExports();
    },
  };
}

async function handlePrototype(promises: typeof disk): Promise<Functions> {
  const handle = await promises.open(process.execPath, 'r');
  await handle.close();
  return Object.getPrototypeOf(handle) as Functions;
}

function errorOf({ code }: Fault, syscall: string): Error {
  return Object.assign(new Error(`${code}: injected, ${syscall}`), { code, syscall });
}
