import { Option, type Command } from 'commander';
import type { Client } from '../api/messageLink';
import { importFormats, readableFormats } from '../core/formats/kinds';
import { AttachmentRole } from '../core/model';
import type { ExitCode } from './exitCodes';
import { importFiles } from './import';
import { attach } from './importPdf';
import { fileNames } from './fileNames';

/** Declares the commands that take files in. */
export function fileCommands(program: Command, withClient: (work: (client: Client) => Promise<ExitCode>) => Promise<void>): void {
  const json = new Option('--json', 'answer as JSON');

  program.command('import').description(`import papers from files (- for standard input): ${readableFormats}; a PDF goes to the paper that it is of, or becomes a new one`)
    .argument('<file...>')
    .addOption(new Option('--format <format>', 'how to read the files').choices(['auto', ...importFormats]).default('auto'))
    .option('--dry-run', 'say what would be imported, and change nothing')
    .addOption(json)
    .action((files: string[], options: Parameters<typeof importFiles>[2]) => withClient((client) => importFiles(client, files, options)));

  program.command('attach').description('give files to a paper: PDFs, pages of HTML, plain texts')
    .argument('<id>', 'an id or a citation key').argument('<file...>')
    .option('--link', 'leave the files where they are instead of copying them into the library')
    .addOption(new Option('--role <role>', 'what the files are to the paper').choices(AttachmentRole.options))
    .option('--label <words>', 'what to call them, such as v2').addOption(json)
    .action((id: string, files: string[], options: Parameters<typeof attach>[3]) => withClient((client) => attach(client, id, files, options)));

  program.command('file-names').description('tell how the files of papers are named, or name them by another pattern')
    .option('--pattern <pattern>', 'such as "{year} {firstAuthor} - {shortTitle}.pdf"; a / makes folders').addOption(json)
    .action((options: Parameters<typeof fileNames>[1]) => withClient((client) => fileNames(client, options)));
}
