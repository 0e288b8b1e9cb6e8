import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { connectionOver, type Connection } from './connection';
import { clearPlaces, leave, placeAway, placeIn, type Place } from './place';

/** Where other processes of the same user reach this one while it has a library open. */
export interface Door {
  /** How to find it, for the lock. */
  name: string;
  /** Lets those who are in finish taking what was sent to them, and closes. */
  close(): Promise<void>;
}

/** How many connections there may be at once. */
const MAX_CONNECTIONS = 64;
/** How long those who are in may take to leave, in milliseconds. */
const FAREWELL_MS = 1000;

/**
 * Listens on a local socket that only this user can reach: in the library folder, or elsewhere where the
 * folder's path is too long or its disk does not take sockets. Only for who holds the lock of the folder;
 * `left` is what the lock before said.
 */
export async function openDoor(folder: string, left: string | undefined, onConnection: (connection: Connection) => void): Promise<Door> {
  await clearPlaces(folder, left);
  const sockets = new Set<Socket>();
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    onConnection(connectionOver(socket));
  });
  server.maxConnections = MAX_CONNECTIONS;
  const place = await listenSomewhere(server, folder);
  return {
    name: place.name,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroySoon();
      const timer = setTimeout(() => { for (const socket of sockets) socket.destroy(); }, FAREWELL_MS);
      await closed;
      clearTimeout(timer);
      await leave(place);
    },
  };
}

async function listenSomewhere(server: Server, folder: string): Promise<Place> {
  const near = placeIn(folder);
  if (near !== null && (await listens(server, near))) return near;
  const away = await placeAway();
  if (await listens(server, away)) return away;
  await leave(away);
  throw new Error('No local socket could be opened.');
}

async function listens(server: Server, { path }: Place): Promise<boolean> {
  const heard = Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)]).catch(() => false);
  // The file is made during the call, with these rights from its first moment on.
  const before = process.umask(0o177);
  try {
    server.listen(path);
  } finally {
    process.umask(before);
  }
  return heard;
}
