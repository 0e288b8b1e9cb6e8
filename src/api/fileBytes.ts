import type { App } from '../core/app';
import { DomainError } from '../core/errors';
import { AttachmentId } from '../core/model';

/** Where the file of an attachment lies, for a host that sends its bytes to a window; null for what is no attachment of the library. */
export async function pathOfFile(app: App, id: string): Promise<string | null> {
  const known = AttachmentId.safeParse(id);
  if (!known.success) return null;
  try {
    await app.ready;
    return (await app.attachments.file(known.data)).path;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
