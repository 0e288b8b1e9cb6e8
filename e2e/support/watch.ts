import type { Page } from '@playwright/test';

/** Watches a window for what text from outside must never bring about. */
export interface Watch {
  /** Everything that has happened so far that must not, and what is wrong with the page as it stands. */
  breaches(): Promise<string[]>;
}

/** Begins to watch, with the page loaded anew so that nothing happens before. */
export async function watchForBreaches(page: Page): Promise<Watch> {
  const seen: string[] = [];
  page.on('pageerror', ({ message }) => seen.push(`error: ${message}`));
  page.on('console', (message) => { if (message.type() === 'error') seen.push(`console: ${message.text()}`); });
  const own = await page.evaluate(() => `${window.location.protocol}//${window.location.host}/`);
  page.on('request', (request) => { if (!request.url().startsWith(own) && !request.url().startsWith('data:')) seen.push(`request: ${request.url()}`); });
  page.on('popup', (popup) => seen.push(`window: ${popup.url()}`));
  page.on('framenavigated', (frame) => { if (!frame.url().startsWith(own)) seen.push(`navigation: ${frame.url()}`); });
  await page.addInitScript(recordInPage);
  await page.reload();
  return { breaches: async () => [...seen, ...(await page.evaluate(inspectPage))] };
}

/** Runs in the page before anything of it. What a script would do first is recorded, and so is what the policy had to refuse. */
function recordInPage(): void {
  const record: string[] = [];
  Object.assign(window, { breaches: record });
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) Object.assign(window, { [name]: () => { record.push(`called: ${name}`); } });
  window.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => record.push(`refused: ${effectiveDirective} ${blockedURI} ${sample}`));
}

/** Runs in the page. Elements and attributes that no text may bring in; the window itself has none of them in its body. */
function inspectPage(): string[] {
  const found = [...(window as unknown as { breaches: string[] }).breaches];
  const forbidden = 'script, iframe, frame, object, embed, applet, base, meta, link, form, marquee, video, audio, template, foreignObject, animate, set, math[href], [srcdoc], [formaction], [action], [ping], [http-equiv], [background], [poster], [srcset]';
  for (const element of document.body.querySelectorAll(`:is(${forbidden})`)) {
    // The page's own script stands beside its root.
    if (element.closest('#root, section, [data-portal]') !== null) found.push(`element: ${element.outerHTML.slice(0, 200)}`);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const scheme = /^[\s\u0000-\u001f]*(?:javascript|vbscript|data)\s*:/i.test(value);
      const image = element.localName === 'img' && /^data:image\/(?:png|jpeg|gif|webp);/i.test(value);
      if (/^on/i.test(name) || (scheme && !image && ['href', 'src', 'xlink:href'].includes(name))) found.push(`attribute: ${name}="${value.slice(0, 200)}"`);
    }
  }
  return found;
}
