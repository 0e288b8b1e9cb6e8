import { Option, type Command } from 'commander';
import type { Client } from '../api/messageLink';
import { ExportFormat } from '../core/exportFormats';
import { BoundFormat } from '../core/model';
import { bind, bindings, unbind } from './bind';
import type { ExitCode } from './exitCodes';
import { exportPapers } from './export';
import { keys } from './keys';
import { styles } from './styles';

/** Declares the commands that give papers to other programs. `withClient` calls the API on the library. */
export function exchangeCommands(program: Command, withClient: (work: (client: Client) => Promise<ExitCode>) => Promise<void>): void {
  const json = new Option('--json', 'answer as JSON');

  program.command('export').description('print papers in a bibliography format')
    .argument('[query...]')
    .addOption(new Option('--format <format>').choices(ExportFormat.options).makeOptionMandatory())
    .addOption(new Option('--style <style>', 'of text, html, markdown and rtf; an id that `lectern styles` tells, or a .csl file').default('apa'))
    .option('--locale <tag>', 'the language of a formatted bibliography, such as de-DE (by default that of the style)')
    .option('--out <file>', 'write to a file')
    .action((query: string[], options: Parameters<typeof exportPapers>[2]) => withClient((client) => exportPapers(client, query.join(' '), options)));

  program.command('styles').description('find citation styles by words of their names, kinds (numeric) and fields (medicine)')
    .argument('[words...]').addOption(json)
    .action((words: string[], options: { json?: boolean }) => withClient((client) => styles(client, words.join(' '), options)));

  program.command('keys').description('tell how citation keys are made, with examples; keep another pattern; make the keys of papers anew')
    .option('--pattern <pattern>', 'the pattern of new keys, such as [auth:lower][year][veryshorttitle]')
    .addOption(new Option('--suffix <kind>', 'what stands behind a key that is taken').choices(['letters', 'numbers']))
    .option('--regenerate <id...>', 'make the keys of these papers anew, but for pinned ones')
    .option('--pinned-too', 'make pinned keys anew as well').option('--dry-run', 'say what would change, and change nothing').addOption(json)
    .action((options: Parameters<typeof keys>[1]) => withClient((client) => keys(client, options)));

  program.command('bind').description('keep a .bib file up to date with a part of the library: all, collection:NAME, technique:ID, tag:NAME, status:done or a query')
    .argument('<part>').argument('<file>')
    .addOption(new Option('--format <format>').choices(BoundFormat.options).default('bibtex'))
    .option('--overwrite', 'write over a file that is there already').addOption(json)
    .action((part: string, file: string, options: Parameters<typeof bind>[3]) => withClient((client) => bind(client, part, file, options)));

  program.command('bindings').description('bring the files that are kept up to date up to date, and list them').addOption(json)
    .action((options: { json?: boolean }) => withClient((client) => bindings(client, options)));

  program.command('unbind').description('no longer keep a file up to date; it stays as it is')
    .argument('<file>').action((file: string) => withClient((client) => unbind(client, file)));
}
