import type { App } from '../core/app';
import { DomainError } from '../core/errors';
import { NoteId, type Note } from '../core/model';
import { exitCodes, type ExitCode } from './exitCodes';
import { readInput } from './files';
import { paperNamed } from './list';

interface Options { set?: string; json?: boolean }

/**
 * Prints the notes of a paper (or one note, by its id), or sets a text: that of the note named, or of
 * the first note of the paper, which is made if there is none.
 */
export async function note(app: App, name: string, { set, json = false }: Options): Promise<ExitCode> {
  const notes = await notesNamed(app, name);
  if (set !== undefined) return setText(app, notes, name, set);
  if (notes.length === 0) return exitCodes.nothingDone;
  process.stdout.write(json ? `${JSON.stringify(notes)}\n` : notes.map(({ body }) => body).join('\n'));
  return exitCodes.done;
}

async function setText(app: App, [first]: Note[], name: string, file: string): Promise<ExitCode> {
  const body = Buffer.from(await readInput(file)).toString('utf8');
  if (first !== undefined) await app.notes.save({ id: first.id, body, version: first.version });
  else await app.notes.create({ paperId: await paperNamed(app, name), body });
  return exitCodes.done;
}

async function notesNamed(app: App, name: string): Promise<Note[]> {
  const id = NoteId.safeParse(name);
  try {
    if (id.success) return [app.notes.get(id.data)];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  return app.papers.get(await paperNamed(app, name)).notes;
}
