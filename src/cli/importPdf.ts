import { resolve } from 'node:path';
import { failureIn, type Client } from '../api/messageLink';
import type { MatchReason } from '../core/files/inspecting';
import type { AttachmentRole, PaperId } from '../core/model';
import { counted } from '../core/text';
import { exitCodes, type ExitCode } from './exitCodes';
import { print } from './output';

/** What came of a PDF: it belongs to a paper that was there, did so already, or is a new paper. */
export interface ImportedFile {
  file: string;
  outcome: 'attached' | 'known' | 'added';
  id: PaperId | null;
  title: string;
  /** Why it was taken for the file of that paper. */
  because?: MatchReason;
  /** Why it could not be read, although it is kept. */
  problem?: string;
}

/** Gives a PDF to the paper that it is of, or makes a new paper of it. `dryRun` says only what would come of it. */
export async function importPdf({ attachments }: Client, file: string, dryRun: boolean): Promise<ImportedFile> {
  const { id: arrival } = await attachments.arrive.mutate({ path: resolve(file), link: false });
  const { description, matches, problem } = await attachments.inspect.mutate(arrival);
  const match = matches.find(({ trashed }) => !trashed);
  const told = { file, ...(match && { because: match.because }), ...(problem !== null && { problem }) };
  if (dryRun) {
    await attachments.discard.mutate(arrival);
    return { ...told, outcome: match === undefined ? 'added' : match.because === 'file' ? 'known' : 'attached', id: match?.id ?? null, title: match?.title ?? description.title };
  }
  if (match === undefined) {
    const { paperId } = await attachments.addPaper.mutate({ arrival, description });
    return { ...told, outcome: 'added', id: paperId, title: description.title };
  }
  const { kind } = await attachments.add.mutate({ arrival, paperId: match.id });
  return { ...told, outcome: kind === 'known' ? 'known' : 'attached', id: match.id, title: match.title };
}

interface AttachOptions { link?: boolean; role?: AttachmentRole; label?: string; json?: boolean }

/** Gives files to a paper: PDFs, pages of HTML, plain texts. */
export async function attach({ papers, attachments }: Client, named: string, files: string[], { link = false, role, label, json = false }: AttachOptions): Promise<ExitCode> {
  const paperId = await papers.named.query(named);
  const done: { file: string; outcome: 'attached' | 'known'; id: string }[] = [];
  for (const file of files) {
    const { id: arrival } = await attachments.arrive.mutate({ path: resolve(file), link });
    const { kind, id } = await attachments.add.mutate({ arrival, paperId, role, label });
    done.push({ file, outcome: kind === 'added' ? 'attached' : 'known', id });
  }
  const fresh = done.filter(({ outcome }) => outcome === 'attached').length;
  await print(json ? `${JSON.stringify({ paper: paperId, files: done })}\n` : `Added ${counted(fresh, 'file')}; ${done.length - fresh} already there.\n`);
  return fresh > 0 ? exitCodes.done : exitCodes.nothingDone;
}

/** The failure of one file, in words; it does not end the others. */
export function wordsOfFailure(error: unknown): string {
  const failure = failureIn(error);
  if (failure === null || !['not-found', 'invalid-input', 'unreadable', 'disk'].includes(failure.code)) throw error;
  return failure.message;
}
