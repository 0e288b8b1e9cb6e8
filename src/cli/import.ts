import { basename } from 'node:path';
import { failureIn, type Client } from '../api/messageLink';
import { DomainError } from '../core/errors';
import { decode } from '../core/formats/decode';
import type { ImportFormat } from '../core/formats/reading';
import type { ImportPreview } from '../core/imports';
import { counted } from '../core/text';
import { exitCodes, type ExitCode } from './exitCodes';
import { readInput } from './files';

interface Options { format: ImportFormat | 'auto'; dryRun?: boolean; json?: boolean }

interface Report {
  added: number;
  duplicates: number;
  problems: { file: string; line: number; column?: number; reason: string; text?: string }[];
  /** What to look at, although it was read. */
  notices: Report['problems'];
  papers: { id: string | null; title: string }[];
}

/** Imports files one after the other, each as one transaction. A file that cannot be read is a problem, not an end. */
export async function importFiles(client: Client, files: string[], { format, dryRun = false, json = false }: Options): Promise<ExitCode> {
  const report: Report = { added: 0, duplicates: 0, problems: [], notices: [], papers: [] };
  let unreadable = false;
  for (const file of files) {
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
  return report.added > 0 ? exitCodes.done : exitCodes.nothingDone;
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
  else process.stdout.write(`${dryRun ? 'Would add' : 'Added'} ${counted(report.added, 'paper')}; ${report.duplicates} already there; ${counted(report.problems.length, 'problem')}.\n`);
}
