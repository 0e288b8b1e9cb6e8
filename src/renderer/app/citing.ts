import { notifications } from '@mantine/notifications';
import { toPlain } from '../../core/formats/latexPlain';
import type { PaperId } from '../../core/model';
import { counted } from '../../core/text';
import { client } from '../client';
import { act } from './act';
import { citationOf, type CiteForm } from './citations';
import { copyToClipboard } from './clipboard';

/** Copies the citation of papers and says so. */
export async function copyCitation(ids: readonly PaperId[], form: CiteForm): Promise<void> {
  if (ids.length === 0) return;
  await act(async () => {
    const { content } = await client.exports.print.mutate({ selection: { kind: 'papers', ids: [...ids] }, format: 'csl-json', style: 'apa' });
    const items = JSON.parse(content) as { id: string; title?: string; DOI?: string; URL?: string }[];
    const text = citationOf(items.map(({ id, title = '', DOI = '', URL = '' }) => ({ key: id, title: toPlain(title), doi: DOI, url: URL })), form);
    await copyToClipboard({ text });
    notifications.show({ message: items.length === 1 ? `Copied ${text.length > 60 ? 'the citation' : text}` : `Copied the citations of ${counted(items.length, 'paper')}`, autoClose: 4000 });
  });
}
