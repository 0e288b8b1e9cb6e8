import type { Phrase, TechniqueId } from '../../../../core/model';
import { beforeClosing } from '../../../app/pending';
import { bridge } from '../../../client';
import { taxonomyActions } from './taxonomyActions';

/** A technique as its form has it. */
export interface Draft { name: string; definition: string; synonyms: string; phrases: readonly Phrase[] }

/** What has been typed and not saved. It outlives the form: who goes elsewhere in between finds it again. */
const unsaved = new Map<TechniqueId, Draft>();
let unguard: (() => void) | undefined;

export function draftOf(id: TechniqueId): Draft | undefined {
  return unsaved.get(id);
}

/** Keeps what has been typed on a technique; undefined for nothing. */
export function keepDraft(id: TechniqueId, draft: Draft | undefined): void {
  if (draft === undefined) unsaved.delete(id);
  else unsaved.set(id, draft);
  if (unsaved.size > 0) unguard ??= guardLeaving();
  else {
    unguard?.();
    unguard = undefined;
  }
}

/** Whether it can be saved: a technique has a name, and its phrases say something. */
export function isSound({ name, phrases }: Draft): boolean {
  return name.trim() !== '' && phrases.every(({ text }) => text.trim().length >= 2);
}

/** Saves a draft, and keeps it where that did not work. */
export async function saveDraft(id: TechniqueId, draft: Draft): Promise<boolean> {
  if (!isSound(draft)) return false;
  keepDraft(id, undefined); // first, because the form is made anew with what is saved
  const done = await taxonomyActions.edit(id, {
    name: draft.name.trim(), definition: draft.definition.trim(),
    synonyms: linesOf(draft.synonyms), phrases: draft.phrases.map((phrase) => ({ ...phrase, text: phrase.text.trim() })),
  });
  if (done === undefined) keepDraft(id, draft);
  return done !== undefined;
}

/** The desktop window saves before it closes; a browser window, which waits for nothing, asks before it goes. */
function guardLeaving(): () => void {
  const unregister = beforeClosing(async () => (await Promise.all([...unsaved].map(([id, draft]) => saveDraft(id, draft)))).every(Boolean));
  const ask = (event: BeforeUnloadEvent): void => { event.preventDefault(); };
  if (bridge === undefined) window.addEventListener('beforeunload', ask);
  return () => {
    unregister();
    window.removeEventListener('beforeunload', ask);
  };
}

function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
}
