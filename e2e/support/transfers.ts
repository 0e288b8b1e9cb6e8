import type { Page } from '@playwright/test';

/** Pastes into whatever has the focus, as the browser tells the page of it. */
export async function paste(page: Page, formats: Record<'text/plain' | 'text/html', string>): Promise<void> {
  await page.evaluate((formats) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(formats)) clipboardData.setData(type, text);
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, formats);
}

/** Drags a file from outside over the window. The answer drops it. */
export async function dragFileIn(page: Page, file: { name: string; content: string }): Promise<() => Promise<void>> {
  const dataTransfer = await page.evaluateHandle(({ name, content }) => {
    const data = new DataTransfer();
    data.items.add(new File([content], name, { type: 'text/plain' }));
    return data;
  }, file);
  const target = page.getByRole('main');
  await target.dispatchEvent('dragenter', { dataTransfer });
  await target.dispatchEvent('dragover', { dataTransfer });
  return () => target.dispatchEvent('drop', { dataTransfer });
}
