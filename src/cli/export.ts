import { open, readFile, type FileHandle } from 'node:fs/promises';
import type { Client } from '../api/messageLink';
import { DomainError } from '../core/errors';
import type { ExportFormat, ExportPortion } from '../core/exports';
import { bibliographyDocument } from '../core/formats/formattedDocument';
import type { CitationStyle } from '../core/styles/catalogue';
import { counted } from '../core/text';
import { exitCodes, type ExitCode } from './exitCodes';
import { viewOf } from './list';
import { print } from './output';
import { checkQuery } from './query';

interface Options { format: ExportFormat; style: string; locale?: string; out?: string }
type Write = (text: string) => Promise<void>;

export async function exportPapers(client: Client, query: string, options: Options): Promise<ExitCode> {
  const { out } = options;
  await checkQuery(client, query);
  if (out === undefined) {
    await printTo(print, client, query, options);
    return exitCodes.done;
  }
  let file: FileHandle | undefined;
  try {
    const count = await printTo((text) => writing(out, async () => {
      file ??= await open(out, 'w'); // not before there is something to write
      await file.appendFile(text);
    }), client, query, options);
    process.stderr.write(`Wrote ${counted(count, 'paper')} to ${out}.\n`);
  } finally {
    await file?.close();
  }
  return exitCodes.done;
}

/** Writes the export portion by portion; answers how many papers it has. */
async function printTo(write: Write, client: Client, query: string, { format, style, locale }: Options): Promise<number> {
  const fragments: string[] = [];
  let papers = 0;
  await portionsOf(client, { query, format, style: await styleNamed(style), locale }, async ({ content, count }) => {
    papers = count;
    if (format === 'html') fragments.push(content);
    else await write(content);
  });
  if (format === 'html') await write(bibliographyDocument([fragments.join('')], 'Bibliography'));
  return papers;
}

/** Resolves when every portion has come and been dealt with, one after the other. */
function portionsOf(client: Client, { query, ...rest }: { query: string; format: ExportFormat; style: CitationStyle; locale: string | undefined }, deal: (portion: ExportPortion) => Promise<void>): Promise<void> {
  let dealt: Promise<void> = Promise.resolve();
  return new Promise((resolve, reject) => {
    client.exports.portions.subscribe({ selection: { kind: 'view', view: viewOf(query) }, ...rest }, {
      onData: (portion) => {
        dealt = dealt.then(() => deal(portion));
        dealt.catch(reject);
      },
      onError: reject,
      onComplete: () => { dealt.then(resolve, reject); },
    });
  });
}

/** A style of the repository or the library, or the one in a file. */
async function styleNamed(name: string): Promise<CitationStyle> {
  if (!name.endsWith('.csl')) return name;
  try {
    return { csl: await readFile(name, 'utf8') };
  } catch (cause) {
    throw new DomainError('unreadable', `${name} could not be read: ${(cause as Error).message}.`, { cause });
  }
}

async function writing(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    throw new DomainError('disk', `${path} could not be written: ${(cause as Error).message}.`, { cause });
  }
}
