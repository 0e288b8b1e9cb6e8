import type { Loss } from '../core/condition';
import { recordSchemas, tableNames, type ReadonlyTables } from '../core/tables';
import { DomainError } from '../core/errors';
import { readWholeJournal } from '../node/store/journal';
import { LibraryFolder } from '../node/store/libraryFolder';
import { readVersion1 } from '../node/store/version1';
import { exitCodes, type ExitCode } from './exitCodes';

interface Findings {
  ok: boolean;
  /** What damage has cost: of the papers, notes and all else that the library holds now, or of what can be undone alone. */
  lost: 'nothing' | 'history' | 'records';
  records: Record<string, number>;
  transactions: number;
  problems: string[];
}

/** Reads everything that a library holds and says what is wrong with it. Changes nothing and takes no lock. */
export async function check(folder: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const findings = await examine(folder);
  if (json) process.stdout.write(`${JSON.stringify(findings)}\n`);
  else if (findings.ok) process.stdout.write(`The library is sound: ${Object.entries(findings.records).map(([table, count]) => `${count} ${table}`).join(', ')}, ${findings.transactions} transactions.\n`);
  for (const problem of findings.problems) process.stderr.write(`${problem}\n`);
  if (!json && findings.lost === 'history') process.stderr.write('No paper or note is lost: only the history is damaged, so that not every step can be undone. The library can be used as it is.\n');
  return findings.ok ? exitCodes.done : exitCodes.nothingDone;
}

async function examine(folder: string): Promise<Findings> {
  const older = await readVersion1(folder);
  if (older !== null) return { ...soundness(older.tables, problemsOf(older.losses)), lost: older.losses.length > 0 ? 'records' : 'nothing', transactions: older.seq };
  const files = new LibraryFolder(folder);
  const contents = await files.read();
  if (contents === null) throw new DomainError('unreadable', `There is no library in ${folder}.`);
  const { condition, tables } = contents;
  const problems = condition.kind === 'newer' ? ['This library was made by a newer Lectern. Update Lectern to check it.'] : [];
  const journal = await readWholeJournal(files.journalFolder);
  const losses = [...(condition.kind === 'damaged' ? condition.losses : []), ...journal.losses];
  problems.push(...new Set(problemsOf(losses)));
  const lost = condition.kind === 'damaged' ? 'records' : journal.losses.length > 0 ? 'history' : 'nothing';
  return { ...soundness(tables, problems), lost, transactions: journal.transactions };
}

function problemsOf(losses: readonly Loss[]): string[] {
  return losses.map(({ file, line, what }) => `${file}${line === 0 ? '' : `, line ${line}`}: ${what} is lost.`);
}

/** Whether each record is what it should be; `found` is wrong already. */
function soundness(tables: ReadonlyTables, found: readonly string[] = []): Omit<Findings, 'lost' | 'transactions'> {
  const problems = [...found];
  for (const table of tableNames) {
    for (const [id, row] of tables[table] as ReadonlyMap<string, unknown>) {
      const parsed = recordSchemas[table].safeParse(row);
      if (!parsed.success) problems.push(`${table}/${id}: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
    }
  }
  return { ok: problems.length === 0, records: Object.fromEntries(tableNames.map((table) => [table, tables[table].size])), problems };
}
