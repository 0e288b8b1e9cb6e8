import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { references } from '../bench/formatting';
import { styleUseCases } from '../src/core/styles/styles';
import { citationStyles, styleCatalogue } from '../src/node/citationStyles';
import { styleShelf } from '../src/node/styles/shelf';
import { systemClock } from '../src/node/clock';
import { workerThread } from '../src/node/worker/client';
import { workerFormatter } from '../src/node/worker/formatter';

const script = () => pathToFileURL(join(inject('built'), 'worker.js'));
const csl = (suffix: string): string => `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Mine</title></info><citation><layout suffix="${suffix}"><text variable="title"/></layout></citation></style>`;

describe('the styles of a library', () => {
  it('are added, found, replaced, removed and put back', async () => {
    const folder = join(tmpdir(), `lectern-own-styles-${process.pid}`);
    const thread = workerThread(script());
    const styles = styleUseCases({ source: { shelf: styleShelf(folder), catalogue: styleCatalogue, languages: () => citationStyles().languages() }, formatter: workerFormatter(folder, thread, systemClock), clock: systemClock });
    try {
      expect(await styles.add({ name: '../My Journal.csl', text: csl('!') })).toMatchObject({ kind: 'added', style: { id: 'own:my-journal', title: 'Mine' }, replaced: null });
      expect(await readdir(join(folder, 'styles'))).toEqual(['my-journal.csl']);
      expect((await styles.search({ words: 'mine', first: [], limit: 5 })).entries[0]?.id).toBe('own:my-journal');
      expect(await styles.example({ style: 'own:my-journal' })).toContain('The quiet library!');
      expect(await styles.add({ name: 'my journal.csl', text: csl('?') })).toMatchObject({ replaced: csl('!') });
      expect(await styles.add({ name: 'bad.csl', text: '<style/>' })).toMatchObject({ kind: 'refused' });
      expect(await styles.remove('own:my-journal')).toEqual({ name: 'my-journal', text: csl('?') });
      expect(await styles.remove('own:my-journal')).toBeNull();
      expect(await styles.named(['own:my-journal', 'apa'])).toMatchObject([{ id: 'apa' }]);
    } finally {
      await thread.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('formatting in the thread', () => {
  it('tells how far it is, and is over soon after it was left', async () => {
    const thread = workerThread(script());
    const formatter = workerFormatter(tmpdir(), thread, systemClock);
    try {
      const left = formatter.format(references(3000), { style: 'apa', output: 'text', as: 'bibliography' });
      expect((await left.next()).done).toBe(false);
      const began = performance.now();
      await left.return([]);
      const next = formatter.format(references(1), { style: 'apa', output: 'text', as: 'bibliography' });
      for (let step = await next.next(); step.done !== true; step = await next.next()) expect(step.value).toBeLessThanOrEqual(1);
      expect(performance.now() - began).toBeLessThan(5000);
    } finally {
      await thread.close();
    }
  });
});
