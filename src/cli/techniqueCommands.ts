import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Client } from '../api/messageLink';
import { Phrase } from '../core/model';
import type { ExitCode } from './exitCodes';
import {
  addTechnique, baseTaxonomy, decideTechnique, editTechnique, exportTaxonomy, importTaxonomy, listTechniques, mergeTechniques, nestTechnique, renameTechnique, splitTechnique, standTechnique,
} from './techniques';

interface Json { json?: boolean }

/** Declares the commands of the taxonomy. `withClient` calls the API on the library. */
export function techniqueCommands(program: Command, withClient: (work: (client: Client) => Promise<ExitCode>) => Promise<void>): void {
  const group = program.command('techniques').description('list the techniques of the library and change its taxonomy; undo takes back any of it');
  const command = (name: string, description: string): Command => group.command(name).description(description).addOption(new Option('--json', 'answer as JSON'));
  const described = (each: Command): Command => each
    .option('--definition <text>', 'what it is')
    .option('--synonym <text...>', 'other names of it')
    .addOption(new Option('--phrase <text=weight...>', 'phrases that point to it, such as "low-rank*=0.8"; title: or abstract: before one keeps it to that field').argParser(phrases));

  group.command('list', { isDefault: true }).description('list the techniques as a tree, with all their papers and those to be read').addOption(new Option('--json', 'answer as JSON'))
    .action((options: Json) => withClient((client) => listTechniques(client, options)));
  described(command('add', 'add a technique').argument('<name>').option('--in <technique>', 'the technique that it is a part of'))
    .action((name: string, options: Parameters<typeof addTechnique>[2]) => withClient((client) => addTechnique(client, name, options)));
  described(command('edit', 'change what is said of a technique').argument('<technique>', 'an id or a name').option('--name <name>'))
    .action((technique: string, options: Parameters<typeof editTechnique>[2]) => withClient((client) => editTechnique(client, technique, options)));
  command('rename', 'give a technique another name').argument('<technique>').argument('<name>')
    .action((technique: string, name: string, options: Json) => withClient((client) => renameTechnique(client, technique, name, options)));
  command('nest', 'put a technique into another one, or at the top').argument('<technique>').argument('[parent]')
    .action((technique: string, parent: string | undefined, options: Json) => withClient((client) => nestTechnique(client, technique, parent, options)));
  command('merge', 'merge a technique into another one, with its phrases, parts and decisions').argument('<technique>').argument('<into>')
    .action((technique: string, into: string, options: Json) => withClient((client) => mergeTechniques(client, technique, into, options)));
  command('split', 'make a new technique out of phrases and synonyms of another one').argument('<technique>').argument('<name>')
    .requiredOption('--take <text...>', 'the phrases and synonyms that go over').option('--beside', 'beside the other one, not inside it')
    .action((technique: string, name: string, options: Parameters<typeof splitTechnique>[3]) => withClient((client) => splitTechnique(client, technique, name, options)));
  for (const [how, description] of [['retire', 'propose a technique no more'], ['reinstate', 'take a retired technique into use again'], ['reset', 'make a built-in technique be as it came']] as const) {
    command(how, description).argument('<technique>').action((technique: string, options: Json) => withClient((client) => standTechnique(client, technique, how, options)));
  }
  command('import', 'bring in a taxonomy file (- for standard input) over what is there').argument('<file>').option('--instead', 'instead of what is there')
    .action((file: string, options: Parameters<typeof importTaxonomy>[2]) => withClient((client) => importTaxonomy(client, file, options)));
  group.command('export').description('print the taxonomy as a file').option('--out <file>', 'write to a file')
    .action((options: { out?: string }) => withClient((client) => exportTaxonomy(client, options)));
  command('empty', 'begin an empty taxonomy, for another field').action((options: Json) => withClient((client) => baseTaxonomy(client, 'own', options)));
  command('built-in', 'take the built-in techniques in again').action((options: Json) => withClient((client) => baseTaxonomy(client, 'built-in', options)));
  for (const [name, decision, description] of [['confirm', 'confirmed', 'say that papers have a technique'], ['reject', 'rejected', 'say that papers do not have a technique'], ['reconsider', null, 'take back what was said']] as const) {
    command(name, description).argument('<technique>').argument('<paper...>', 'ids or citation keys')
      .action((technique: string, papers: string[], options: Json) => withClient((client) => decideTechnique(client, technique, papers, decision, options)));
  }
}

/** Reads `low-rank*=0.8` or `title:survey=1`; the weight is 1 where none is said. */
function phrases(argument: string, before: Phrase[] = []): Phrase[] {
  const [, field, text = '', weight = '1'] = /^(?:(title|abstract):)?(.*?)(?:=(-?[\d.]+))?$/s.exec(argument) ?? [];
  const phrase = Phrase.safeParse({ text: text.trim(), weight: Number(weight), ...(field !== undefined && { field }) });
  if (!phrase.success) throw new InvalidArgumentError('It is a text of two letters or more, = and a weight from -2 to 2.');
  return [...before, phrase.data];
}
