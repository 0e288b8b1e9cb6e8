import { Option, type Command } from 'commander';
import type { Client } from '../api/messageLink';
import { exportAnnotations, importAnnotations, readMarks, replaceFile, writeMarks } from './annotations';
import type { ExitCode } from './exitCodes';

const PDF = 'the id or citation key of a paper, for its main PDF; or with #LABEL or #ID behind it for another';

/** Declares the commands that bring annotations in and give them out. `withClient` calls the API on the library. */
export function annotationCommands(program: Command, withClient: (work: (client: Client) => Promise<ExitCode>) => Promise<void>): void {
  const json = new Option('--json', 'answer as JSON');
  const annotations = program.command('annotations').description('bring annotations in and give them out');

  annotations.command('export').description('print annotations as W3C Web Annotations (JSON-LD)')
    .argument('<paper...>', 'ids or citation keys').option('--out <file>', 'write to a file')
    .action((names: string[], options: Parameters<typeof exportAnnotations>[2]) => withClient((client) => exportAnnotations(client, names, options)));

  annotations.command('import').description('take in W3C Web Annotations (JSON-LD); what is there already is left alone')
    .argument('<file>').option('--paper <paper>', 'what they are on, where they do not say it').addOption(json)
    .action((file: string, options: Parameters<typeof importAnnotations>[2]) => withClient((client) => importAnnotations(client, file, options)));

  annotations.command('read').description('take in the marks that other programs made in a PDF')
    .argument('<pdf>', PDF).option('--from <file>', 'read them from a copy of the PDF').addOption(json)
    .action((name: string, options: Parameters<typeof readMarks>[2]) => withClient((client) => readMarks(client, name, options)));

  annotations.command('write').description('write annotations into a PDF, for any program to show: into a copy, or without --out into the file itself')
    .argument('<pdf>', PDF).option('--out <file>', 'the copy').option('--author <name>', 'who made the annotations', 'Lectern').addOption(json)
    .action((name: string, options: Parameters<typeof writeMarks>[2]) => withClient((client) => writeMarks(client, name, options)));

  annotations.command('replace').description('put a newer PDF in the place of one; its annotations move to where their words are now')
    .argument('<pdf>', PDF).argument('<file>').option('--label <label>', 'what to call it, such as v2').addOption(json)
    .action((name: string, file: string, options: Parameters<typeof replaceFile>[3]) => withClient((client) => replaceFile(client, name, file, options)));
}
