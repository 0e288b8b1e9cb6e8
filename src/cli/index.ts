import { Command, CommanderError } from 'commander';
import { failureIn } from '../api/messageLink';
import { DomainError } from '../core/errors';
import { version } from '../node/version';
import { commands } from './commands';
import { exitCodes, type ExitCode } from './exitCodes';
import { surviveLeavingReaders } from './output';

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
    const failure = error instanceof DomainError ? error : failureIn(error);
    if (failure === null) throw error;
    process.stderr.write(`${failure.message}\n`);
    return failure.code === 'invalid-input' || failure.code === 'unreadable' ? exitCodes.badUsage : exitCodes.nothingDone;
  }
}

surviveLeavingReaders();
process.exitCode = await main();
