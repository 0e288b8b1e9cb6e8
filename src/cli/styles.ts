import type { Client } from '../api/messageLink';
import { exitCodes, type ExitCode } from './exitCodes';
import { print } from './output';

/** As many styles as are listed; more words find fewer. */
const LISTED = 500;

/** Lists the citation styles that words find; without words the common ones and the library's own. */
export async function styles(client: Client, words: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const { entries, total } = await client.styles.search.query({ words, first: [], limit: LISTED });
  await print(json ? `${JSON.stringify(entries)}\n` : entries.map(({ id, kind, title }) => `${id}\t${kind ?? ''}\t${title}\n`).join(''));
  if (total > entries.length) process.stderr.write(`${total - entries.length} more; use more words.\n`);
  return entries.length > 0 ? exitCodes.done : exitCodes.nothingDone;
}
