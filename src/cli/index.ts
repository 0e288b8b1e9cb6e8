import { Command, CommanderError } from 'commander';
import { DomainError } from '../core/errors';
import { version } from '../node/version';
import { commands } from './commands';
import { exitCodes, type ExitCode } from './exitCodes';

/** Lectern from a terminal: answers on stdout, problems on stderr, exit codes 0 done, 1 nothing done, 2 bad usage or unreadable input. */
async function main(): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = new Command('lectern')
    .description('A reading list that reads offline, sorts itself by technique and says why.')
    .version(version)
    .option('--library <folder>', 'the folder of the library')
    .exitOverride();
  commands(program, new URL('./', import.meta.url), (outcome) => { code = outcome; });
  try {
    await program.parseAsync();
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.badUsage;
    if (!(error instanceof DomainError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error.code === 'invalid-input' || error.code === 'unreadable' ? exitCodes.badUsage : exitCodes.nothingDone;
  }
}

// A reader that has seen enough (`| head`) ends the answer; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.done);
});

process.exitCode = await main();
