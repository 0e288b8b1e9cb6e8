import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { ImportDialog } from '../pages/importDialog';
import { Library } from '../pages/library';
import { Paper } from '../pages/paper';
import { Welcome } from '../pages/welcome';
import type { Bridge } from '../../src/preload/bridge';
import { startForeignServer } from '../support/foreignServer';

type DesktopWindow = Window & { lectern?: Bridge };

const desktopOnly = 'There is no Electron in the browser host.';
const browserOnly = 'The desktop host listens to no port.';

test.describe('the desktop window', () => {
  test.skip(({ host }) => host !== 'electron', desktopOnly);

  test('is sandboxed, and reaches its host through four functions alone', async ({ lectern }) => {
    const page = await lectern.open();
    const rights = await lectern.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const preferences = contents.getLastWebPreferences();
      const named = ['sandbox', 'contextIsolation', 'nodeIntegration', 'nodeIntegrationInSubFrames', 'nodeIntegrationInWorker', 'webSecurity', 'webviewTag', 'allowRunningInsecureContent'];
      return Object.fromEntries(named.map((name) => [name, preferences[name] ?? false])); // what Electron does not tell of is off
    });
    expect(rights).toEqual({
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false,
      webSecurity: true, webviewTag: false, allowRunningInsecureContent: false,
    });
    const seen = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
      bridge: Object.entries((window as DesktopWindow).lectern ?? {}).map(([name, value]) => `${name}: ${typeof value}`).toSorted(),
    }));
    expect(seen).toEqual({ node: [], bridge: ['listen: function', 'onClosing: function', 'onCommand: function', 'send: function'] });
  });

  test('stays at its page', async ({ lectern }) => {
    const page = await lectern.open();
    const home = page.url();
    for (const address of ['https://example.org/', 'http://127.0.0.1:1/', 'lectern://app/assets/other.html', 'lectern://elsewhere/index.html']) {
      const attempt = await willNavigate(lectern.electron, () => page.evaluate((to) => { window.location.href = to; }, address));
      expect(attempt).toEqual({ url: address, prevented: true });
      expect(page.url()).toBe(home);
    }
    // Playwright itself still waits for the navigations that never came; the page is asked without it.
    expect(await page.evaluate(() => document.querySelector('main h1')?.textContent)).toBe('Start a reading list');
  });

  test('opens no window, and hands web addresses alone to the system', async ({ lectern }) => {
    const page = await lectern.open();
    const handedOver = await recordHandedOver(lectern.electron);
    const addresses = ['https://example.org/a', 'http://example.org/b', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'mailto:a@example.org', 'smb://example.org/c', 'lectern://app/index.html', 'about:blank', 'https://'];
    const opened = await page.evaluate((all) => all.map((address) => {
      try {
        return window.open(address);
      } catch (error) {
        if (error instanceof DOMException) return null; // not an address at all
        throw error;
      }
    }), addresses);
    expect(opened).toEqual(addresses.map(() => null));
    expect(await handedOver()).toEqual(['https://example.org/a', 'http://example.org/b']);
    expect(lectern.electron.windows()).toHaveLength(1);
  });

  test('gives a link of a paper to the system’s browser', async ({ lectern }) => {
    const page = await lectern.open();
    const handedOver = await recordHandedOver(lectern.electron);
    await openPaperOfSample(page);
    await page.getByRole('main').getByRole('link', { name: 'arXiv', exact: true }).click();
    await expect.poll(handedOver).toEqual(['https://arxiv.org/abs/2305.14314']);
    expect(lectern.electron.windows()).toHaveLength(1);
  });

  test('gives its page no permission but to write to the clipboard', async ({ lectern }) => {
    const page = await lectern.open();
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write'];
      return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await navigator.permissions.query({ name: name as PermissionName })).state])));
    });
    expect(states).toEqual({ geolocation: 'denied', notifications: 'denied', camera: 'denied', microphone: 'denied', midi: 'denied', 'clipboard-read': 'denied', 'clipboard-write': 'granted' });
    const asked = await page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      geolocation: await new Promise((resolve) => { navigator.geolocation.getCurrentPosition(() => resolve('given'), ({ code }) => resolve(code)); }),
      midi: await navigator.requestMIDIAccess({ sysex: true }).then(() => 'given', (error: Error) => error.name),
    }));
    expect(asked).toEqual({ notifications: 'denied', geolocation: 1, midi: 'NotAllowedError' });
  });

  test('does not listen to the page of a stranger, nor to a frame', async ({ lectern }) => {
    const page = await lectern.open();
    await using stranger = await startForeignServer();
    const message = { id: 99_999, kind: 'mutation', path: 'papers.create', input: { title: 'Written by a stranger' } };
    await sayFromStranger(page, lectern.electron, { origin: stranger.origin, message });
    await expect(new Welcome(page).heading).toBeVisible();
    const inFrame = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const inside = frame.contentWindow === null ? 'no frame' : typeof (frame.contentWindow as DesktopWindow).lectern;
      frame.remove();
      return inside;
    });
    expect(inFrame).toBe('undefined');
    await page.evaluate((said) => (window as DesktopWindow).lectern?.send(said), { ...message, input: { title: 'Written by our page' } });
    const { rows } = new Library(page);
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Written by our page');
  });
});

test.describe('the page', () => {
  test('may do what its policy says, and no more', async ({ lectern, host }) => {
    const page = await lectern.open();
    const { origin, policy, sniffing, referrer } = await page.evaluate(async () => {
      const { headers } = await fetch(window.location.pathname);
      return { origin: window.location.host, policy: headers.get('Content-Security-Policy'), sniffing: headers.get('X-Content-Type-Options'), referrer: headers.get('Referrer-Policy') };
    });
    expect(policy).toBe([
      "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:",
      host === 'browser' ? `connect-src 'self' ws://${origin}` : "connect-src 'self'",
      "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    ].join('; '));
    expect({ sniffing, referrer }).toEqual({ sniffing: 'nosniff', referrer: 'no-referrer' });
  });

  test('runs no script that is not its own', async ({ lectern }) => {
    const page = await lectern.open();
    const { ran, refused } = await page.evaluate(tryToRunScripts);
    expect(ran).toEqual([]);
    expect(refused).toEqual(['script-src', 'script-src-attr', 'script-src-elem']);
  });

  test('fetches nothing from elsewhere', async ({ lectern }) => {
    const page = await lectern.open();
    await using stranger = await startForeignServer();
    const outcome = await page.evaluate(tryToReach, stranger.origin);
    expect(outcome).toEqual({ image: 'refused', fetch: 'refused', beacon: 'refused', style: 'refused', socket: 'refused', script: 'refused' });
    expect(stranger.requests).toEqual([]);
  });

  test('sends nothing anywhere during a journey, and leads out safely', async ({ lectern }) => {
    const page = await lectern.open();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    page.on('websocket', (socket) => sent.push(socket.url().replace('ws:', 'http:')));
    await page.reload();
    const own = await page.evaluate(() => `${window.location.protocol}//${window.location.host}/`);
    const paper = await openPaperOfSample(page);
    await paper.notes.create();
    await paper.notes.type('![](http://127.0.0.1:1/pixel.png) [out](https://example.org) <img src=http://127.0.0.1:1/x>');
    await paper.notes.saved();
    await expect(paper.notes.preview.getByRole('link', { name: 'out' })).toBeVisible();
    await paper.exportPaper.click();
    await expect(page.getByRole('region', { name: 'Preview', exact: true })).toContainText('QLoRA');

    expect(sent.length).toBeGreaterThan(1);
    expect(sent.filter((url) => !url.startsWith(own) && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([]);
    const links = await page.locator('a[href^="http"]').evaluateAll((all) => all.map((link) => ({ rel: link.getAttribute('rel'), target: link.getAttribute('target') })));
    expect(links.length).toBeGreaterThan(2);
    expect(links).toEqual(links.map(() => ({ rel: 'noopener noreferrer', target: '_blank' })));
  });
});

test.describe('a page of another origin', () => {
  test.skip(({ host }) => host !== 'browser', browserOnly);

  // A port is not part of a site, so this page's requests carry the cookie: only our checks are left.
  test('can neither read nor write, nor show the window in a frame', async ({ lectern }) => {
    const page = await lectern.open();
    await using stranger = await startForeignServer();
    const { origin } = new URL(page.url());
    const asset = await page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '');
    const foreign = await page.context().newPage();
    await foreign.goto(stranger.origin);

    const answers: string[] = [];
    foreign.on('response', (response) => { if (response.url().startsWith(origin)) answers.push(`${response.request().method()} ${new URL(response.url()).pathname} ${response.status()}`); });
    const outcome = await foreign.evaluate(tryToUse, { origin, asset });
    expect(outcome).toEqual({ page: 'refused', unread: 'refused', call: 'refused', blindCall: 'unreadable', script: 'refused', socket: 'refused' });
    expect(answers).toContain('POST /api/papers.create 403');
    expect(answers.filter((answer) => answer.startsWith('POST') && !answer.endsWith(' 403'))).toEqual([]);

    await postForm(foreign, `${origin}/api/papers.create`);
    expect(await framed(foreign, `${origin}/`)).toBe('chrome-error://chromewebdata/');

    await page.reload();
    await expect(new Welcome(page).heading).toBeVisible();
    // The very same call from our own page goes through, so what was refused above was refused for its origin.
    expect(await page.evaluate(() => fetch('/api/papers.create', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"title":"Ours"}' }).then(({ status }) => status))).toBe(200);
    await expect(new Library(page).rows).toHaveCount(1);
  });
});

async function openPaperOfSample(page: Page): Promise<Paper> {
  await new Welcome(page).sample.click();
  await new ImportDialog(page).takeAll(12);
  await new Library(page).open('QLoRA: Efficient Finetuning of Quantized LLMs');
  return new Paper(page);
}

/** What the main process makes of a navigation that `start` begins in the page. */
async function willNavigate(electron: ElectronApplication, start: () => Promise<unknown>): Promise<{ url: string; prevented: boolean }> {
  await electron.evaluate(({ BrowserWindow }) => {
    const record = globalThis as unknown as { attempt: Promise<{ url: string; prevented: boolean }> };
    record.attempt = new Promise((resolve) => {
      BrowserWindow.getAllWindows()[0]?.webContents.once('will-navigate', (event) => resolve({ url: event.url, prevented: event.defaultPrevented }));
    });
  });
  await start();
  return electron.evaluate(() => (globalThis as unknown as { attempt: Promise<{ url: string; prevented: boolean }> }).attempt);
}

/** Puts a record in the place of the system's browser; the answer reads it. */
async function recordHandedOver(electron: ElectronApplication): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ shell }) => {
    const record = globalThis as unknown as { handedOver: string[] };
    record.handedOver = [];
    shell.openExternal = (url) => Promise.resolve(void record.handedOver.push(url));
  });
  return () => electron.evaluate(() => (globalThis as unknown as { handedOver: string[] }).handedOver);
}

/** Lets the window show a stranger's page, which no link can do, sends a message from there, and comes back. */
async function sayFromStranger(page: Page, electron: ElectronApplication, { origin, message }: { origin: string; message: unknown }): Promise<void> {
  const home = page.url();
  const show = async (url: string): Promise<void> => {
    await electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.loadURL(to), url);
    await page.waitForURL(url);
  };
  await electron.evaluate(({ ipcMain }) => {
    // Listeners are called in order: when this one hears of the stranger's channel, the host has decided about it.
    const record = globalThis as unknown as { asked: Promise<void> };
    record.asked = new Promise((resolve) => { ipcMain.once('lectern:connect', () => resolve()); });
  });
  await show(`${origin}/`);
  await electron.evaluate(() => (globalThis as unknown as { asked: Promise<void> }).asked);
  await page.evaluate((said) => (window as DesktopWindow).lectern?.send(said), message);
  await show(home);
}

/** Runs in the page. Tries every way to run a script that a text might smuggle in; the policy tells of those that it refused. */
async function tryToRunScripts(): Promise<{ ran: string[]; refused: string[] }> {
  const record = window as unknown as { ran: string[] };
  record.ran = [];
  const refused = new Set<string>();
  const allTold = new Promise<void>((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      refused.add(effectiveDirective);
      if (refused.size === 3) resolve();
    });
  });
  const script = document.createElement('script');
  script.textContent = 'window.ran.push("inline script")';
  document.head.append(script);
  const data = document.createElement('script');
  data.src = 'data:text/javascript,window.ran.push("data script")';
  document.head.append(data);
  const holder = document.createElement('div');
  holder.innerHTML = '<img src="data:," onerror="window.ran.push(\'handler\')"><a href="javascript:window.ran.push(\'link\')">x</a><svg onload="window.ran.push(\'svg\')"></svg><iframe srcdoc="<script>parent.ran.push(\'frame\')</script>"></iframe>';
  document.body.append(holder);
  holder.querySelector('a')?.click();
  // In a task of its own: what the debugger evaluates is let through.
  await new Promise<void>((resolve) => {
    setTimeout(() => {
      try {
        // oxlint-disable-next-line typescript/no-implied-eval -- whether this is refused is the question
        record.ran.push(String(new Function('return "eval"')()));
      } catch (error) {
        if (!(error instanceof EvalError)) throw error;
      }
      resolve();
    });
  });
  await allTold;
  holder.remove();
  return { ran: record.ran, refused: [...refused].toSorted() };
}

/** Runs in our page. Tries to get something out to another origin. */
async function tryToReach(foreign: string): Promise<Record<string, string>> {
  const loading = (element: HTMLImageElement | HTMLScriptElement | HTMLLinkElement) => new Promise<string>((resolve) => {
    element.addEventListener('load', () => resolve('loaded'));
    element.addEventListener('error', () => resolve('refused'));
    document.head.append(element);
  });
  const socket = new Promise<string>((resolve) => {
    const opened = new WebSocket(foreign.replace('http', 'ws'));
    opened.addEventListener('open', () => resolve('opened'));
    opened.addEventListener('error', () => resolve('refused'));
  });
  const beacon = new Promise<string>((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => { if (blockedURI.endsWith('/beacon')) resolve('refused'); });
    navigator.sendBeacon(`${foreign}/beacon`, 'x');
  });
  return {
    image: await loading(Object.assign(new Image(), { src: `${foreign}/pixel.png` })),
    script: await loading(Object.assign(document.createElement('script'), { src: `${foreign}/script.js` })),
    style: await loading(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${foreign}/style.css` })),
    fetch: await fetch(`${foreign}/data`, { mode: 'no-cors' }).then(() => 'sent', () => 'refused'),
    beacon: await beacon,
    socket: await socket,
  };
}

/** Runs in a stranger's page. Tries to read and to write what is ours, with our cookie. */
async function tryToUse({ origin, asset }: { origin: string; asset: string }): Promise<Record<string, string>> {
  const body = '{"title":"Written by a stranger"}';
  const headers = { 'Content-Type': 'application/json' };
  return {
    page: await fetch(origin, { credentials: 'include' }).then(() => 'read', () => 'refused'),
    unread: await fetch(asset, { mode: 'no-cors', credentials: 'include' }).then(() => 'fetched', () => 'refused'),
    call: await fetch(`${origin}/api/papers.create`, { method: 'POST', credentials: 'include', headers, body }).then(() => 'answered', () => 'refused'),
    blindCall: await fetch(`${origin}/api/papers.create`, { method: 'POST', mode: 'no-cors', credentials: 'include', body }).then(({ type }) => (type === 'opaque' ? 'unreadable' : 'read'), () => 'unreadable'),
    script: await new Promise<string>((resolve) => {
      const script = Object.assign(document.createElement('script'), { src: asset });
      script.addEventListener('load', () => resolve('loaded'));
      script.addEventListener('error', () => resolve('refused'));
      document.head.append(script);
    }),
    socket: await new Promise<string>((resolve) => {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`);
      socket.addEventListener('open', () => resolve('opened'));
      socket.addEventListener('error', () => resolve('refused'));
    }),
  };
}

/** Posts a form to an address, as a page without scripts could. */
async function postForm(page: Page, address: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().startsWith(address));
  await page.evaluate((action) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action, enctype: 'text/plain', target: 'answer' });
    form.append(Object.assign(document.createElement('input'), { name: '{"title":"Written by a form', value: '"}' }));
    document.body.append(Object.assign(document.createElement('iframe'), { name: 'answer' }), form);
    form.submit();
  }, address);
  expect((await answered).status()).toBe(403);
}

/** Where a frame ends up that is led to an address. */
async function framed(page: Page, address: string): Promise<string> {
  await page.evaluate((src) => new Promise((resolve) => {
    const frame = Object.assign(document.createElement('iframe'), { src, name: 'framed' });
    frame.addEventListener('load', resolve);
    document.body.append(frame);
  }), address);
  return page.frame({ name: 'framed' })?.url() ?? 'no frame';
}
