import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Client } from '../api/messageLink';
import { DomainError } from '../core/errors';
import type { Attachment, AttachmentId } from '../core/model';
import { counted } from '../core/text';
import { exitCodes, type ExitCode } from './exitCodes';
import { print } from './output';

interface Answer { json?: boolean }

/** Takes in the marks that other programs made in a PDF of a paper. */
export async function readMarks(client: Client, name: string, { from, json = false }: Answer & { from?: string }): Promise<ExitCode> {
  const taken = await client.marks.read.mutate({ id: await pdfOf(client, name), ...(from !== undefined && { path: resolve(from) }) });
  await print(json ? `${JSON.stringify(taken)}\n` : `Took in ${counted(taken.added, 'annotation')}; ${taken.edited} edited elsewhere; ${taken.both} edited on both sides; ${taken.known} as they were; ${taken.others} of kinds that Lectern leaves alone.\n`);
  return taken.added + taken.edited + taken.both > 0 ? exitCodes.done : exitCodes.nothingDone;
}

/** Writes the annotations on a PDF into a copy of it, or into the file itself. */
export async function writeMarks(client: Client, name: string, { out, author, json = false }: Answer & { out?: string; author: string }): Promise<ExitCode> {
  const id = await pdfOf(client, name);
  const written = await (out === undefined ? client.marks.writeInto.mutate({ id, author }) : client.marks.writeCopy.mutate({ id, to: resolve(out), author }));
  await print(json ? `${JSON.stringify(written)}\n` : `Wrote ${counted(written.added, 'annotation')}, changed ${written.changed}, took out ${written.removed}; ${written.unchanged} were there already.\n`);
  if (written.unplaced > 0) process.stderr.write(`${counted(written.unplaced, 'annotation')} could not be written: the file does not have their pages.\n`);
  return exitCodes.done;
}

/** Puts a newer PDF in the place of a paper's file. */
export async function replaceFile(client: Client, name: string, file: string, { label, json = false }: Answer & { label?: string }): Promise<ExitCode> {
  const id = await pdfOf(client, name);
  const { id: arrival } = await client.attachments.arrive.mutate({ path: resolve(file), link: false });
  const replaced = await client.marks.replace.mutate({ id, arrival, label });
  await print(json ? `${JSON.stringify(replaced)}\n` : `Replaced the file: ${counted(replaced.placed, 'annotation')} placed, ${replaced.uncertain} to look at, ${replaced.lost} lost.\n`);
  return exitCodes.done;
}

/** Prints annotations as W3C Web Annotations, or writes them into a file. */
export async function exportAnnotations(client: Client, names: string[], { out }: { out?: string }): Promise<ExitCode> {
  const paperIds = await Promise.all(names.map((name) => client.papers.named.query(name)));
  const text = await client.webAnnotations.print.query({ paperIds });
  if (out === undefined) await print(text);
  else {
    await writing(out, text);
    process.stderr.write(`Wrote ${out}.\n`);
  }
  return exitCodes.done;
}

/** Takes in a file of W3C Web Annotations. */
export async function importAnnotations(client: Client, file: string, { paper, json = false }: Answer & { paper?: string }): Promise<ExitCode> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => { throw new DomainError('unreadable', `${file} could not be read: ${cause.message}.`, { cause }); });
  const taken = await client.webAnnotations.take.mutate({ text, ...(paper !== undefined && { paperId: await client.papers.named.query(paper) }) });
  for (const { at, reason } of taken.findings) process.stderr.write(`${file}: annotation ${at + 1}: ${reason}\n`);
  await print(json ? `${JSON.stringify(taken)}\n` : `Added ${counted(taken.added, 'annotation')}; ${taken.known} already there; ${counted(taken.findings.length, 'problem')}.\n`);
  return taken.added > 0 ? exitCodes.done : exitCodes.nothingDone;
}

/** The PDF that is meant: by its own id, or the main one of a paper, or the only one. */
async function pdfOf({ papers }: Client, name: string): Promise<AttachmentId> {
  const [paper, own] = name.split('#', 2) as [string, string | undefined];
  const { attachments } = await papers.get.query(await papers.named.query(paper));
  const pdfs = attachments.filter(({ type }: Attachment) => type === 'application/pdf');
  const found = own === undefined ? (pdfs.find(({ role }) => role === 'main') ?? (pdfs.length === 1 ? pdfs[0] : undefined)) : pdfs.find(({ id, label }) => id === own || label === own);
  if (found === undefined) throw new DomainError('not-found', pdfs.length === 0 ? 'This paper has no PDF.' : `Say which PDF is meant: ${pdfs.map(({ id, label }) => `${paper}#${label || id}`).join(', ')}.`);
  return found.id;
}

async function writing(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw new DomainError('disk', `${path} could not be written: ${(cause as Error).message}.`, { cause });
  }
}
