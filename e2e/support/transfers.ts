import type { Locator, Page } from '@playwright/test';

/** Pastes into whatever has the focus, as the browser tells the page of it. */
export async function paste(page: Page, formats: Record<'text/plain' | 'text/html', string>): Promise<void> {
  await page.evaluate((formats) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(formats)) clipboardData.setData(type, text);
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, formats);
}

/** Drags a file from outside over the window, or something in it. The answer drops it. */
export async function dragFileIn(page: Page, file: { name: string; content: string | Buffer }, target: Locator = page.getByRole('main')): Promise<() => Promise<void>> {
  const bytes = [...Buffer.from(file.content)];
  const dataTransfer = await page.evaluateHandle(({ name, bytes }) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(bytes)], name, { type: name.endsWith('.pdf') ? 'application/pdf' : 'text/plain' }));
    return data;
  }, { name: file.name, bytes });
  await target.dispatchEvent('dragenter', { dataTransfer });
  await target.dispatchEvent('dragover', { dataTransfer });
  return () => target.dispatchEvent('drop', { dataTransfer });
}
