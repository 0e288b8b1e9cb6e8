import { connect, type Socket } from 'node:net';
import { pathOf } from './place';

/** The longest message, in bytes. The largest text that an import takes fits. */
const MAX_MESSAGE = 256 << 20;
/** How long a peer may leave alone what waits for it, in milliseconds. */
const PATIENCE_MS = 30_000;
/** How long the owner of a library may take to greet, in milliseconds: it may be reading a large one, or stand still. */
const GREETING_MS = 20_000;
const LINE_FEED = 0x0a;

/** One end of a local socket that carries JSON values, one a line. */
export interface Connection {
  /** Resolves when the peer can take more. What is sent to a peer that has gone is dropped. */
  send(message: unknown): Promise<void>;
  /** Calls `listener` with every message from now on; until then they wait. */
  listen(listener: (message: unknown) => void): void;
  /** Calls `listener` when the connection is gone, whoever ended it. */
  onClosed(listener: () => void): void;
  /** Ends the connection when what was sent has been taken. */
  close(): void;
}

/**
 * Connects to the process that a lock names, and waits until that greets: it may still be reading the
 * library. Null when nobody answers there in time, or the process closes the library instead.
 */
export async function reach(folder: string, name: string, patience = GREETING_MS): Promise<Connection | null> {
  const path = await pathOf(folder, name);
  if (path === null) return null;
  const connection = connectionOver(connect(path));
  return new Promise((resolve) => {
    const silent = setTimeout(() => {
      connection.close();
      resolve(null);
    }, patience);
    let hear: (message: unknown) => void = () => {
      clearTimeout(silent);
      resolve({ ...connection, listen: (listener) => { hear = listener; } });
    };
    connection.listen((message) => hear(message));
    connection.onClosed(() => {
      clearTimeout(silent);
      resolve(null);
    });
  });
}

/** A peer that sends anything but lines of JSON, or a line too long, is cut off. */
export function connectionOver(socket: Socket): Connection {
  socket.on('error', () => undefined); // what there is to do about it is done when it closes
  let draining: Promise<void> | undefined;

  return {
    send(message) {
      if (!socket.writable) return Promise.resolve();
      if (socket.write(`${JSON.stringify(message)}\n`)) return Promise.resolve();
      if (socket.writableLength > MAX_MESSAGE) socket.destroy();
      draining ??= drained(socket).finally(() => { draining = undefined; });
      return draining;
    },
    listen(listener) {
      const take = messagesFrom(listener, () => socket.destroy());
      socket.on('data', take);
      socket.resume();
    },
    onClosed(listener) {
      if (socket.destroyed) listener();
      else socket.once('close', listener);
    },
    close() { socket.destroySoon(); },
  };
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.destroy(), PATIENCE_MS);
    const done = (): void => {
      clearTimeout(timer);
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.once('drain', done).once('close', done);
    if (socket.destroyed) done();
  });
}

/** Takes bytes as they come and gives the messages in them to `listener`; calls `refuse`, once, for what is none. */
export function messagesFrom(listener: (message: unknown) => void, refuse: () => void, longest = MAX_MESSAGE): (bytes: Buffer) => void {
  let begun: Buffer[] = [];
  let length = 0;
  let refused = false;

  function take(line: Buffer): void {
    const message = parse(line);
    if (message === undefined) refused = true;
    else listener(message.value);
  }

  return (bytes) => {
    let from = 0;
    for (let to = bytes.indexOf(LINE_FEED); to !== -1 && !refused; to = bytes.indexOf(LINE_FEED, from)) {
      if (length + to - from > longest) refused = true;
      else take(Buffer.concat([...begun, bytes.subarray(from, to)]));
      begun = [];
      length = 0;
      from = to + 1;
    }
    begun.push(bytes.subarray(from));
    length += bytes.length - from;
    if (!refused && length <= longest) return;
    begun = [];
    length = 0;
    refused = true;
    refuse();
  };
}

const strictly = new TextDecoder('utf-8', { fatal: true });

function parse(line: Buffer): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(strictly.decode(line)) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined; // not JSON, not UTF-8
    throw error;
  }
}
