import { join } from 'node:path';
import taxonomy from '../../resources/taxonomy.json';
import { createApp, type App, type AppEvent } from '../core/app';
import { Taxonomy } from '../core/model';
import { folderBackups } from './backups';
import { boundFilesOf } from './boundFiles';
import { citationStyles, styleCatalogue } from './citationStyles';
import { systemClock } from './clock';
import { fileTexts } from './extraction';
import { folderFiles } from './files';
import { randomIds } from './ids';
import { checkPlace } from './libraryPlace';
import { userFolder } from './recentLibraries';
import type { Connection } from './socket/connection';
import { openDoor } from './socket/door';
import { workerPdfMarks } from './pdf';
import { folderSearch } from './search';
import { lowdbStore } from './store/lowdbStore';
import { styleShelf } from './styles/shelf';
import { systemTimer } from './timer';
import { workerThread } from './worker/client';
import { workerFormatter } from './worker/formatter';
import { paperReader } from './worker/paperReader';

/**
 * Opens the app on a library folder. `workerScript` is the built worker beside the entry of the host. A
 * host that stays can be reached from other processes as well, whose connections `onConnection` is given.
 * `segmentBytes` is how long a segment of the journal becomes before the snapshot is renewed.
 */
export async function openApp(folder: string, workerScript: URL, onConnection?: (connection: Connection) => void, segmentBytes?: number): Promise<App> {
  await checkPlace(folder);
  const worker = workerThread(workerScript);
  // Of its own, so that formatting thousands of references keeps nobody else waiting.
  const formatting = workerThread(workerScript);
  const readingThread = workerThread(workerScript);
  const marking = workerThread(workerScript);
  const extraction = { glancing: workerThread(workerScript), reading: workerThread(workerScript) };
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
    reader: paperReader(readingThread),
    past: {
      timeline: (question) => worker.run('timeline', { folder, ...question }),
      stateAfter: (question) => worker.run('stateAfter', { folder, ...question }),
      recent: (span) => worker.run('recent', { folder, ...span }),
    },
    formatter: workerFormatter(folder, formatting, systemClock),
    styles: { shelf: styleShelf(folder), catalogue: styleCatalogue, languages: () => citationStyles().languages() },
    backups: folderBackups(folder, worker),
    timer: systemTimer,
    boundFiles: boundFilesOf(join(userFolder(), 'bound-files'), systemClock),
    files: folderFiles(folder),
    pdfMarks: workerPdfMarks(marking),
    texts: fileTexts(folder, extraction),
    // A host that others can reach stays; its index is built in a thread of its own, so that nobody waits for it.
    search: folderSearch(folder, workerThread(workerScript), onConnection !== undefined),
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
        await Promise.all([worker.close(), readingThread.close(), formatting.close(), extraction.glancing.close(), extraction.reading.close(), marking.close()]);
      }
    },
  };
}
