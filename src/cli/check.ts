import { stat } from 'node:fs/promises';
import { recordSchemas, tableNames } from '../core/tables';
import { DomainError } from '../core/errors';
import { LibraryFolder } from '../node/store/libraryFolder';
import { exitCodes, type ExitCode } from './exitCodes';

interface Findings { ok: boolean; records: Record<string, number>; transactions: number; problems: string[] }

/** Reads everything that a library holds and says what is wrong with it. Changes nothing and takes no lock. */
export async function check(folder: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const findings = await examine(folder);
  if (json) process.stdout.write(`${JSON.stringify(findings)}\n`);
  else if (findings.ok) process.stdout.write(`The library is sound: ${Object.entries(findings.records).map(([table, count]) => `${count} ${table}`).join(', ')}, ${findings.transactions} transactions.\n`);
  for (const problem of findings.problems) process.stderr.write(`${problem}\n`);
  return findings.ok ? exitCodes.done : exitCodes.nothingDone;
}

async function examine(folder: string): Promise<Findings> {
  const findings: Findings = { ok: false, records: {}, transactions: 0, problems: [] };
  try {
    if (!(await stat(folder)).isDirectory()) throw new DomainError('unreadable', `${folder} is not a folder.`);
    const files = new LibraryFolder(folder);
    const library = await files.read();
    if (library === null) throw new DomainError('unreadable', `There is no library in ${folder}.`);
    findings.transactions = files.transactions.length;
    for (const table of tableNames) {
      findings.records[table] = library.tables[table].size;
      for (const [id, record] of library.tables[table] as ReadonlyMap<string, unknown>) {
        const parsed = recordSchemas[table].safeParse(record);
        if (!parsed.success) findings.problems.push(`${table}/${id}: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
      }
    }
  } catch (error) {
    if (error instanceof DomainError) findings.problems.push(error.message);
    else if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new DomainError('unreadable', `There is no library in ${folder}.`);
    else throw error;
  }
  findings.ok = findings.problems.length === 0;
  return findings;
}
