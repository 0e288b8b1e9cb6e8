import { connect } from 'node:net';
import { pathOf } from './place';

/** Whether it is certain that nobody listens any more at the socket that a lock names: its file is there, and the kernel refuses. */
export async function isDeserted(folder: string, name: string): Promise<boolean> {
  const path = await pathOf(folder, name);
  if (path === null) return false;
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'ECONNREFUSED'));
  });
}
