/** What is to be put on the clipboard: plain text, and the same as HTML where other programs can keep its italics. */
export interface Copied {
  text: string;
  html?: string;
}

/**
 * Puts something on the clipboard. Where a browser does not let a page write several types, the plain text
 * goes there alone; where it lets nothing through, this fails in words for the person.
 */
export async function copyToClipboard({ text, html }: Copied): Promise<void> {
  if (html !== undefined && await written(() => navigator.clipboard.write([new ClipboardItem({ 'text/html': blobOf(html, 'text/html'), 'text/plain': blobOf(text, 'text/plain') })]))) return;
  if (await written(() => navigator.clipboard.writeText(text))) return;
  throw new Error('The clipboard did not take it. Click into the window and try again, or save a file instead.');
}

/** Whether the browser took it; it refuses with one of these two errors where it does not know or not allow the call. */
async function written(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError || error instanceof ReferenceError) return false;
    throw error;
  }
}

const blobOf = (content: string, type: string): Blob => new Blob([content], { type });
