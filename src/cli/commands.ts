import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Client } from '../api/messageLink';
import { defaultLibrary } from '../node/defaultLibrary';
import { serve } from '../server/serve';
import { annotationCommands } from './annotationCommands';
import { backup, backups, restore } from './backup';
import { check } from './check';
import { mend, warnUnlessSound } from './damage';
import { exchangeCommands } from './exchangeCommands';
import { exitCodes, type ExitCode } from './exitCodes';
import { fileCommands } from './fileCommands';
import { history } from './history';
import { list, show } from './list';
import { related, search } from './search';
import { note } from './note';
import { print } from './output';
import { withLibrary } from './session';
import { techniqueCommands } from './techniqueCommands';

type Done = (outcome: ExitCode) => void;

/** Declares the commands. `built` is the folder of the built entries; `done` hears how each command ended. */
export function commands(program: Command, built: URL, done: Done): void {
  const folder = (): string => program.opts<{ library?: string }>().library ?? defaultLibrary();

  /** Gives a command the calls of the API on the library, wherever it is open. */
  async function withClient(work: (client: Client) => Promise<ExitCode>): Promise<void> {
    done(await withLibrary(folder(), built, async (client) => {
      await warnUnlessSound(client);
      return work(client);
    }));
  }

  const json = new Option('--json', 'answer as JSON');

  fileCommands(program, withClient);

  program.command('list').description('list papers, all or those that a query finds: words, "exact words", -not, OR, ( ), tag:x, technique:peft, year:2023.., rating:>=4, added:<7d, has:note, is:unread and more (docs/QUERY.md)')
    .argument('[query...]').addOption(json)
    .action((query: string[], options: { json?: boolean }) => withClient((client) => list(client, query.join(' '), options)));

  program.command('search').description('find papers by words, the best first, with the passages that have them; behind those that have all words come those that have some')
    .argument('<query...>').addOption(new Option('--limit <count>', 'how many papers at the most, up to 1000').argParser(Number).default(20)).addOption(json)
    .action((query: string[], options: Parameters<typeof search>[2]) => withClient((client) => search(client, query.join(' '), options)));

  program.command('related').description('list the papers that are most like a paper, with what they have in common')
    .argument('<id>', 'an id or a citation key').addOption(new Option('--limit <count>', 'how many papers at the most, up to 100').argParser(Number).default(10)).addOption(json)
    .action((id: string, options: Parameters<typeof related>[2]) => withClient((client) => related(client, id, options)));

  program.command('show').description('show a paper with its notes and highlights')
    .argument('<id>', 'an id or a citation key').addOption(json)
    .action((id: string, options: { json?: boolean }) => withClient((client) => show(client, id, options)));

  exchangeCommands(program, withClient);
  annotationCommands(program, withClient);
  techniqueCommands(program, withClient);

  program.command('note').description('print the notes of a paper, or set its note from a file')
    .argument('<id>', 'the id or citation key of a paper, or the id of a note')
    .option('--set <file>', 'the new text (- for standard input)').addOption(json)
    .action((id: string, options: Parameters<typeof note>[2]) => withClient((client) => note(client, id, options)));

  for (const step of ['undo', 'redo'] as const) {
    program.command(step).description(`${step} the last change`).addOption(json).action((options: { json?: boolean }) => withClient(async ({ library }) => {
      const undone = await library[step].mutate();
      const label = undone.kind === 'done' ? undone.label : null;
      await print(options.json ? `${JSON.stringify({ [step]: label })}\n` : `${label === null ? `There is nothing to ${step}.` : `${step === 'undo' ? 'Undone' : 'Done again'}: ${label}`}\n`);
      return label === null ? exitCodes.nothingDone : exitCodes.done;
    }));
  }

  program.command('backup').description('make a backup, in the folder of the library or as a file of your own')
    .option('--out <file>', 'the zip file to write').addOption(json)
    .action((options: Parameters<typeof backup>[1]) => withClient((client) => backup(client, options)));

  program.command('backups').description('list the backups in the folder of the library').addOption(json)
    .action((options: { json?: boolean }) => withClient((client) => backups(client, options)));

  program.command('restore').description('make the library what a backup holds; undo takes it back')
    .argument('<backup>', 'a file, or the name of a backup in the folder of the library')
    .option('--dry-run', 'say what would change, and change nothing').addOption(json)
    .action((named: string, options: Parameters<typeof restore>[2]) => withClient((client) => restore(client, named, options)));

  program.command('history').description('tell what was done to the library, or to one paper or note, newest first')
    .argument('[id]', 'the id or citation key of a paper, or the id of a note')
    .addOption(new Option('--limit <number>', 'how many changes to tell').argParser(atLeastOne).default(50)).addOption(json)
    .action((id: string | undefined, options: Parameters<typeof history>[2]) => withClient((client) => history(client, id, options)));

  program.command('mend').description('go on with what is sound of a damaged library; what was there is kept aside').addOption(json)
    .action((options: { json?: boolean }) => withClient((client) => mend(client, options)));

  program.command('check').description('read the whole library and say whether it is sound').addOption(json)
    .action(async (options: { json?: boolean }) => done(await check(folder(), options)));

  program.command('serve').description('open the library in the browser')
    .option('--port <number>', 'the port to listen on (0 for any)', Number).option('--no-open', 'print the address only')
    .action(({ port, open }: { port?: number; open: boolean }) => serve({ library: folder(), port, openBrowser: open, built }));
}

function atLeastOne(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1000) throw new InvalidArgumentError('It is a number from 1 to 1000.');
  return number;
}
