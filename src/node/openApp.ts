import taxonomy from '../../resources/taxonomy.json';
import { createApp, type App } from '../core/app';
import { Taxonomy } from '../core/model';
import { systemClock } from './clock';
import { randomIds } from './ids';
import { lowdbStore } from './store/lowdbStore';
import { workerThread } from './worker/client';

/** Opens the app on a library folder. `workerScript` is the built worker beside the entry of the host. */
export async function openApp(folder: string, workerScript: URL): Promise<App> {
  const worker = workerThread(workerScript);
  const store = lowdbStore(folder, { clock: systemClock, compact: (path, seq) => worker.run('compact', { folder: path, seq }) });
  const app = await createApp({
    store,
    clock: systemClock,
    ids: randomIds,
    reader: { read: (text, { format, fileName }) => worker.run('read', { text, format, fileName }) },
    formatter: { format: (items, style, output) => worker.run('format', { items, style, output }) },
  }, Taxonomy.parse(taxonomy));
  return {
    ...app,
    async close() {
      await app.close();
      await worker.close();
    },
  };
}
