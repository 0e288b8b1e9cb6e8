import taxonomy from '../../resources/taxonomy.json';
import { createApp, type App, type AppEvent } from '../core/app';
import { Taxonomy } from '../core/model';
import { folderBackups } from './backups';
import { systemClock } from './clock';
import { randomIds } from './ids';
import { checkPlace } from './libraryPlace';
import type { Connection } from './socket/connection';
import { openDoor } from './socket/door';
import { lowdbStore } from './store/lowdbStore';
import { systemTimer } from './timer';
import { workerThread } from './worker/client';
import { paperReader } from './worker/paperReader';

/**
 * Opens the app on a library folder. `workerScript` is the built worker beside the entry of the host. A
 * host that stays can be reached from other processes as well, whose connections `onConnection` is given.
 * `segmentBytes` is how long a segment of the journal becomes before the snapshot is renewed.
 */
export async function openApp(folder: string, workerScript: URL, onConnection?: (connection: Connection) => void, segmentBytes?: number): Promise<App> {
  await checkPlace(folder);
  const worker = workerThread(workerScript);
  const listeners = new Set<(event: AppEvent) => void>();
  const store = lowdbStore(folder, {
    clock: systemClock,
    compact: (path, seq) => worker.run('compact', { folder: path, seq }),
    openDoor: onConnection && ((left) => openDoor(folder, left, onConnection)),
    segmentBytes,
    onNotice: (text) => { for (const listener of listeners) listener({ kind: 'notice', text }); },
  });
  const app = await createApp({
    store,
    clock: systemClock,
    ids: randomIds,
    reader: paperReader(worker),
    past: {
      timeline: (question) => worker.run('timeline', { folder, ...question }),
      stateAfter: (question) => worker.run('stateAfter', { folder, ...question }),
      recent: (span) => worker.run('recent', { folder, ...span }),
    },
    formatter: { format: (items, style, output) => worker.run('format', { items, style, output }) },
    backups: folderBackups(folder, worker),
    timer: systemTimer,
  }, Taxonomy.parse(taxonomy));
  return {
    ...app,
    onEvent(listener) {
      const end = app.onEvent(listener);
      listeners.add(listener);
      return () => {
        end();
        listeners.delete(listener);
      };
    },
    async close() {
      try {
        await app.close();
      } finally {
        await worker.close();
      }
    },
  };
}
