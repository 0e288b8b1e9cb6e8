import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { project } from '../hosts/host';

export interface CliAnswer {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the built command line on a library. */
export function runCli(library: string, args: readonly string[]): Promise<CliAnswer> {
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [join(project, 'out/main/cli.js'), '--library', library, ...args], { cwd: project }, (error, stdout, stderr) => {
      if (child.exitCode === null) reject(error ?? new Error('The command line did not end by itself.'));
      else resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}
