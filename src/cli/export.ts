import { writeFile } from 'node:fs/promises';
import type { App } from '../core/app';
import { DomainError } from '../core/errors';
import type { ExportFormat } from '../core/exports';
import { bibliographyDocument } from '../core/formats/formattedDocument';
import type { CitationStyleId } from '../core/ports';
import { counted } from '../core/text';
import { exitCodes, type ExitCode } from './exitCodes';
import { viewOf } from './list';

interface Options { format: ExportFormat; style: CitationStyleId; out?: string }

export async function exportPapers(app: App, query: string, { format, style, out }: Options): Promise<ExitCode> {
  const printed = await app.exports.print({ selection: { kind: 'view', view: viewOf(query) }, format, style });
  const { count } = printed;
  const content = format === 'html' ? bibliographyDocument([printed.content], 'Bibliography') : printed.content;
  if (out === undefined) {
    process.stdout.write(content);
    return exitCodes.done;
  }
  try {
    await writeFile(out, content);
  } catch (cause) {
    throw new DomainError('disk', `${out} could not be written: ${(cause as Error).message}.`, { cause });
  }
  process.stderr.write(`Wrote ${counted(count, 'paper')} to ${out}.\n`);
  return exitCodes.done;
}
