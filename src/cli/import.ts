import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { failureIn, type Client } from '../api/messageLink';
import { DomainError } from '../core/errors';
import { isPdf } from '../core/files/mediaType';
import { decode } from '../core/formats/decode';
import type { ImportFormat } from '../core/formats/reading';
import type { ImportPreview } from '../core/imports';
import { counted } from '../core/text';
import { exitCodes, type ExitCode } from './exitCodes';
import { readInput } from './files';
import { importPdf, wordsOfFailure, type ImportedFile } from './importPdf';

interface Options { format: ImportFormat | 'auto'; dryRun?: boolean; json?: boolean }

interface Report {
  added: number;
  duplicates: number;
  problems: { file: string; line: number; column?: number; reason: string; text?: string }[];
  /** What to look at, although it was read. */
  notices: Report['problems'];
  papers: { id: string | null; title: string }[];
  /** The PDFs, and what came of each. */
  files: ImportedFile[];
}

/** Imports files one after the other, each as one transaction. A file that cannot be read is a problem, not an end. */
export async function importFiles(client: Client, files: string[], { format, dryRun = false, json = false }: Options): Promise<ExitCode> {
  const report: Report = { added: 0, duplicates: 0, problems: [], notices: [], papers: [], files: [] };
  let unreadable = false;
  for (const file of files) {
    if (await isPdfFile(file)) {
      unreadable = !(await takePdf(client, file, dryRun, report)) || unreadable;
      continue;
    }
    const preview = await previewOf(client, file, format, report);
    if (preview === null || (preview.fresh.length + preview.duplicates.length === 0 && preview.problems.length > 0)) unreadable = true;
    if (preview === null) continue;
    report.duplicates += preview.duplicates.length;
    report.problems.push(...preview.problems.map((problem) => ({ file, ...problem })));
    report.notices.push(...preview.notices.map((notice) => ({ file, ...notice })));
    report.papers.push(...(dryRun ? preview.fresh.map(({ title }) => ({ id: null, title })) : (await client.imports.commit.mutate({ previewId: preview.previewId, complete: false })).added));
  }
  report.added = report.papers.length;
  print(report, dryRun, json);
  if (unreadable) return exitCodes.badUsage;
  return report.added > 0 || report.files.some(({ outcome }) => outcome === 'attached') ? exitCodes.done : exitCodes.nothingDone;
}

/** Answers whether it could be taken in. A PDF that cannot be read can. */
async function takePdf(client: Client, file: string, dryRun: boolean, report: Report): Promise<boolean> {
  const problem = (reason: string): void => { report.problems.push({ file, line: 0, reason }); };
  try {
    const taken = await importPdf(client, file, dryRun);
    report.files.push(taken);
    if (taken.problem !== undefined) problem(taken.problem);
    if (taken.outcome === 'added') report.papers.push({ id: taken.id, title: taken.title });
    if (taken.outcome === 'known') report.duplicates += 1;
    return true;
  } catch (error) {
    problem(wordsOfFailure(error));
    return false;
  }
}

async function isPdfFile(file: string): Promise<boolean> {
  if (file === '-') return false;
  const handle = await open(file).catch(() => null); // why it cannot be opened is told where it is read
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return isPdf(buffer.subarray(0, bytesRead));
  } catch {
    return false; // a folder, which is told as well
  } finally {
    await handle.close();
  }
}

async function previewOf({ imports }: Client, file: string, format: ImportFormat | 'auto', report: Report): Promise<ImportPreview | null> {
  try {
    return await imports.preview.mutate({ ...decode(await readInput(file)), fileName: basename(file), format });
  } catch (error) {
    const failure = error instanceof DomainError ? error : failureIn(error);
    if (failure?.code !== 'unreadable') throw error;
    report.problems.push({ file, line: 0, reason: failure.message });
    return null;
  }
}

function print(report: Report, dryRun: boolean, json: boolean): void {
  for (const { file, line, column, reason } of [...report.notices, ...report.problems]) process.stderr.write(`${file}:${line}${column === undefined ? '' : `:${column}`}: ${reason}\n`);
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else process.stdout.write(`${filesLine(report.files, dryRun)}${dryRun ? 'Would add' : 'Added'} ${counted(report.added, 'paper')}; ${report.duplicates} already there; ${counted(report.problems.length, 'problem')}.\n`);
}

/** What came of PDFs that belong to papers of the library, a line for each. */
function filesLine(files: readonly ImportedFile[], dryRun: boolean): string {
  return files.map(({ file, outcome, title }) => {
    if (outcome === 'known') return `${file} is a file of “${title}” already.\n`;
    return outcome === 'attached' ? `${dryRun ? 'Would add' : 'Added'} ${file} to “${title}”.\n` : '';
  }).join('');
}
