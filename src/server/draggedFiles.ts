import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { DragOut } from '../api/trpc';
import type { App } from '../core/app';
import { DomainError } from '../core/errors';
import { bibFileName } from '../core/formats/bibFileName';
import type { PaperId } from '../core/model';

/** How long a drag may take, in milliseconds. */
const LIFE_MS = 120_000;
/** How many are kept waiting for their drop; most drags begin and end within the window. */
const KEPT = 20;

interface Offer { ids: PaperId[]; name: string; until: number }

/**
 * The .bib files that are dragged out of a browser window. The browser fetches one when it is dropped, perhaps without the page's
 * cookie, so the address itself is the right to it: it cannot be guessed, holds for two minutes, and is good for one time.
 */
export class DraggedFiles implements DragOut {
  private readonly offers = new Map<string, Offer>();

  constructor(private readonly app: App, private readonly now = () => performance.now()) {}

  async prepare(ids: PaperId[]): Promise<{ id: string; name: string; address: string }> {
    const keys = await this.app.papers.keys(ids);
    if (keys.length === 0) throw new DomainError('not-found', 'These papers are not in the library any more.');
    const id = randomUUID();
    const name = bibFileName(keys);
    this.offers.set(id, { ids, name, until: this.now() + LIFE_MS });
    for (const old of [...this.offers.keys()].slice(0, -KEPT)) this.offers.delete(old);
    return { id, name, address: `/dragged/${id}` };
  }

  /** Answers a request for `/dragged/ID`. */
  async answer(path: string, response: ServerResponse): Promise<void> {
    const id = path.slice('/dragged/'.length);
    const offer = this.offers.get(id);
    this.offers.delete(id);
    if (offer === undefined || offer.until < this.now()) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('This file was fetched already, or too late.\n');
      return;
    }
    const { content } = await this.app.exports.print({ selection: { kind: 'papers', ids: offer.ids }, format: 'bibtex', style: 'apa' });
    response.writeHead(200, {
      'Content-Type': 'text/x-bibtex; charset=utf-8', 'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(offer.name)}`,
    }).end(content);
  }
}
