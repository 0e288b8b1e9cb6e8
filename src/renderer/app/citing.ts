import { notifications } from '@mantine/notifications';
import { toPlain } from '../../core/formats/latexPlain';
import type { PaperId } from '../../core/model';
import { counted } from '../../core/text';
import { client } from '../client';
import { act } from './act';
import { citationOf, type CiteForm } from './citations';
import { styleOf, useCiteChoice, type CopyForm } from './citeChoice';
import { copyToClipboard, type Copied } from './clipboard';

export type { CopyForm } from './citeChoice';

interface InStyle { style: string; locale?: string | undefined }

/** Papers as they are copied in a form; `style` is that of citations and of entries. */
export async function copiedAs(ids: readonly PaperId[], form: CopyForm, style: InStyle): Promise<Copied> {
  switch (form) {
    case 'citation': return client.citing.inText.query({ ids: [...ids], ...style });
    case 'entry': return entriesOf(ids, style);
    default: return { text: await citationsOf(ids, form) };
  }
}

async function entriesOf(ids: readonly PaperId[], style: InStyle): Promise<Copied> {
  const print = (format: 'text' | 'html') => client.exports.print.mutate({ selection: { kind: 'papers', ids: [...ids] }, format, ...style });
  const [text, html] = await Promise.all([print('text'), print('html')]);
  return { text: text.content.trimEnd(), html: html.content };
}

async function citationsOf(ids: readonly PaperId[], form: CiteForm): Promise<string> {
  const { content } = await client.exports.print.mutate({ selection: { kind: 'papers', ids: [...ids] }, format: 'csl-json', style: 'apa' });
  const items = JSON.parse(content) as { id: string; title?: string; DOI?: string; URL?: string }[];
  return citationOf(items.map(({ id, title = '', DOI = '', URL = '' }) => ({ key: id, title: toPlain(title), doi: DOI, url: URL })), form);
}

/** Copying that takes longer than this says that it is under way, in milliseconds. */
const LONG_MS = 400;
const TOLD = 'copying';

/** Copies papers in a form, in the style that was chosen last, and says so. */
export async function copyCitation(ids: readonly PaperId[], form: CopyForm): Promise<void> {
  if (ids.length === 0) return;
  const late = setTimeout(() => notifications.show({ id: TOLD, loading: true, autoClose: false, withCloseButton: false, message: `Formatting ${counted(ids.length, 'paper')}…` }), LONG_MS);
  await act(async () => {
    try {
      const copied = await copiedAs(ids, form, styleOf(useCiteChoice.getState()));
      await copyToClipboard(copied);
      notifications.show({ message: wordsFor(copied.text, ids.length, form), autoClose: 4000 });
    } finally {
      clearTimeout(late);
      notifications.hide(TOLD);
    }
  });
}

function wordsFor(text: string, count: number, form: CopyForm): string {
  const short = text.trim().length <= 60 && count === 1;
  if (form === 'entry') return count === 1 ? 'Copied the bibliography entry' : `Copied the bibliography entries of ${counted(count, 'paper')}`;
  if (count === 1) return `Copied ${short ? text : 'the citation'}`;
  return `Copied the citations of ${counted(count, 'paper')}`;
}
