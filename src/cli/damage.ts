import type { Client } from '../api/messageLink';
import { counted } from '../core/text';
import { exitCodes, type ExitCode } from './exitCodes';
import { print } from './output';

/** Says that what follows is not all of the library, where it is damaged or of a newer Lectern. */
export async function warnUnlessSound({ library }: Client): Promise<void> {
  const condition = await library.condition.query();
  if (condition.kind === 'newer') process.stderr.write('This library was made by a newer Lectern: what this one does not know is not shown, and nothing can be changed.\n');
  if (condition.kind !== 'damaged') return;
  process.stderr.write(`The library is damaged: ${counted(condition.losses.length, 'thing')} could not be read (\`lectern check\` names them). \`lectern restore BACKUP\` brings back what a backup holds once \`lectern mend\` has set the damaged files aside.\n`);
}

/** Goes on with what is sound; what was there stays in a folder of its own. */
export async function mend({ library }: Client, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const aside = await library.mend.mutate();
  await print(json ? `${JSON.stringify({ aside })}\n` : `The library goes on with what is sound. What was there is kept in ${aside}.\n`);
  return exitCodes.done;
}
