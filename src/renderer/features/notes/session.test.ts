import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryApp } from '../../../../tests/support/library';
import type { App } from '../../../core/app';
import type { Note, NoteId } from '../../../core/model';
import { createSession, type NoteSession } from './session';

/** Texts that editors and transports like to change. */
const awkward = [
  'CRLF\r\nline\r\n', 'lone\rCR\r', 'nul \0 byte', '\uD800 lone surrogates \uDFFF', 'שלום \u202Eرلى', '👩🏽‍🔬 emoji', 'trailing spaces   \n  ', 'no final newline', '\uFEFFmark', '\u2028 \u2029 \u0085 \v \f', '',
];

async function openNote({ title = 'Ideas', body = 'one' } = {}): Promise<{ app: App; note: Note; session: NoteSession }> {
  const library = await temporaryApp();
  onTestFinished(() => library[Symbol.asyncDispose]());
  const { app } = library;
  const paperId = await app.papers.create({ title: 'A paper' });
  const note = app.notes.get(await app.notes.create({ paperId, title, body }));
  return { app, note, session: sessionOn(app, note) };
}

function sessionOn(app: App, note: Note): NoteSession {
  return createSession(note, { save: (input) => app.notes.save(input), wordsOf: (error) => (error as Error).message, onSaved: () => undefined });
}

function notesOf(app: App, { paperId }: Note): { title: string; body: string }[] {
  if (paperId === null) throw new Error('The note is on no paper.');
  return app.papers.get(paperId).notes.map(({ title, body }) => ({ title, body }));
}

describe('the session of a note', () => {
  it.each(awkward)('saves %j as it is', async (body) => {
    const { app, note, session } = await openNote();
    session.setBody(body);
    await session.flush();
    expect(app.notes.get(note.id).body).toBe(body);
    expect(session.view().state).toEqual({ kind: 'saved' });
  });

  it('goes on from the version of the last save', async () => {
    const { app, note, session } = await openNote();
    for (const body of ['two', 'three', 'four']) {
      session.setBody(body);
      await session.flush();
    }
    session.setTitle('Better ideas');
    await session.flush();
    expect(notesOf(app, note)).toEqual([{ title: 'Better ideas', body: 'four' }]);
  });

  it('goes on with the copy when another window was faster, and loses neither text', async () => {
    const { app, note, session } = await openNote();
    await app.notes.save({ id: note.id, body: 'theirs', version: 0 });
    session.setBody('mine');
    const saving = session.flush();
    session.setBody('mine, and more');
    await saving;
    const { id } = session.view();
    expect(id).not.toBe(note.id);
    expect(notesOf(app, note).map(({ body }) => body)).toEqual(['theirs', 'mine, and more']);
    session.offer(app.notes.get(note.id));
    expect(session.draft().body).toBe('mine, and more');
  });

  it('takes over a text from elsewhere, an undone one too, while nothing is unsaved', async () => {
    const { app, note, session } = await openNote();
    session.setBody('two');
    await session.flush();
    session.offer(app.notes.get(note.id));
    expect(session.view().adopted).toBe(0);
    await app.undo();
    session.offer(app.notes.get(note.id));
    expect(session.view().adopted).toBe(1);
    expect(session.draft().body).toBe('one');
    session.setBody('one and a half');
    await session.flush();
    expect(notesOf(app, note)).toEqual([{ title: 'Ideas', body: 'one and a half' }]);
  });

  it('keeps an unsaved text from what comes from elsewhere', async () => {
    const { app, note, session } = await openNote();
    session.setBody('mine');
    await app.notes.save({ id: note.id, body: 'theirs', version: 0 });
    session.offer(app.notes.get(note.id));
    expect(session.draft().body).toBe('mine');
    expect(session.unsaved()).toEqual({ id: note.id, title: 'Ideas', body: 'mine', version: 0 });
    await session.flush();
  });

  it('takes no other note for its own', async () => {
    const { note, session } = await openNote();
    session.offer({ ...note, id: 'another' as NoteId, body: 'another text' });
    expect(session.draft().body).toBe('one');
  });

  it('says why it could not save, and keeps the text', async () => {
    const { app, note, session } = await openNote();
    await app.notes.remove(note.id);
    session.setBody('still here');
    await session.flush();
    expect(session.view().state).toEqual({ kind: 'failed', reason: 'This note is not in the library any more. Undo may bring it back.' });
    await app.undo();
    await session.flush();
    expect(notesOf(app, note)).toEqual([{ title: 'Ideas', body: 'still here' }]);
  });
});
