import { failureIn, type Client } from '../api/messageLink';
import { NoteId, type Note } from '../core/model';
import { exitCodes, type ExitCode } from './exitCodes';
import { readInput } from './files';
import { print } from './output';

interface Options { set?: string; json?: boolean }

/**
 * Prints the notes of a paper (or one note, by its id), or sets a text: that of the note named, or of
 * the first note of the paper, which is made if there is none.
 */
export async function note(client: Client, name: string, { set, json = false }: Options): Promise<ExitCode> {
  const notes = await notesNamed(client, name);
  if (set !== undefined) return setText(client, notes, name, set);
  if (notes.length === 0) return exitCodes.nothingDone;
  await print(json ? `${JSON.stringify(notes)}\n` : notes.map(({ body }) => body).join('\n'));
  return exitCodes.done;
}

async function setText({ notes, papers }: Client, [first]: Note[], name: string, file: string): Promise<ExitCode> {
  const body = Buffer.from(await readInput(file)).toString('utf8');
  if (first !== undefined) await notes.save.mutate({ id: first.id, body, version: first.version });
  else await notes.create.mutate({ paperId: await papers.named.query(name), body });
  return exitCodes.done;
}

async function notesNamed({ notes, papers }: Client, name: string): Promise<Note[]> {
  const id = NoteId.safeParse(name);
  try {
    if (id.success) return [await notes.get.query(id.data)];
  } catch (error) {
    if (failureIn(error)?.code !== 'not-found') throw error;
  }
  return (await papers.get.query(await papers.named.query(name))).notes;
}
