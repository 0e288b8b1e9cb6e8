import { beforeClosing } from '../../app/pending';
import { bridge, fitsLeaving, sendOnLeaving } from '../../client';
import type { NoteSession } from './session';

/**
 * Sees to it that an unsaved text is saved when its window goes. The desktop window waits for the
 * save. A browser window does not: it sends the text as it goes, and asks first where it could not.
 */
export function guardLeaving(session: NoteSession): () => void {
  const unregister = beforeClosing(async () => {
    await session.flush();
    return session.unsaved() === null;
  });
  if (bridge !== undefined) return unregister;

  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') void session.flush();
  };
  const onPageHide = (): void => {
    const text = session.unsaved();
    if (text !== null) sendOnLeaving('notes.save', text);
  };
  const onBeforeUnload = (event: BeforeUnloadEvent): void => {
    const failed = session.view().state.kind === 'failed';
    void session.flush();
    if (failed || !fitsLeaving(session.unsaved())) event.preventDefault();
  };
  document.addEventListener('visibilitychange', onHidden);
  window.addEventListener('pagehide', onPageHide);
  window.addEventListener('beforeunload', onBeforeUnload);
  return () => {
    unregister();
    document.removeEventListener('visibilitychange', onHidden);
    window.removeEventListener('pagehide', onPageHide);
    window.removeEventListener('beforeunload', onBeforeUnload);
  };
}
