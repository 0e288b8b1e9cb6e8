import { join, normalize, sep } from 'node:path';

/** The scheme of the windows' own pages: an origin of its own, which no other page has. */
export const SCHEME = 'lectern';
const ORIGIN = `${SCHEME}://app`;
export const HOME = `${ORIGIN}/index.html`;
/** The page of the small window for citing. */
export const PALETTE = `${ORIGIN}/palette.html`;

/** Where a window gets the files of papers: windows have numbers, because each is on a library of its own. */
export function filesAt(window: number): string {
  return `${ORIGIN}/files/${window}/`;
}

/** The window and the attachment that such an address names; null for any other address. */
export function attachmentIn(address: string): { window: number; id: string } | null {
  const { host, pathname } = new URL(address);
  const [, window, id] = /^\/files\/(\d{1,9})\/([a-z0-9-]+)$/.exec(pathname) ?? [];
  return host !== 'app' || window === undefined || id === undefined ? null : { window: Number(window), id };
}

/** Whether an address is that of a page (whatever follows its `#`). */
export function isAt(page: string, url: string): boolean {
  return url === page || url.startsWith(`${page}#`);
}

/** Whether an address is that of a page of ours. */
export function isOurs(url: string): boolean {
  return isAt(HOME, url) || isAt(PALETTE, url);
}

/** Whether a link may go to the system's browser: only web addresses leave the window. */
export function isExternal(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

/** The file of `folder` that an address of ours names; null for anything outside. */
export function fileOf(folder: string, address: string): string | null {
  const url = new URL(address);
  if (url.host !== 'app') return null;
  try {
    const path = normalize(join(folder, decodeURIComponent(url.pathname)));
    return path.startsWith(folder + sep) ? path : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

interface Message<Frame extends { url: string }> {
  sender: { mainFrame: Frame };
  senderFrame: Frame | null;
}

/** Whether a message comes from the page that we loaded, and not from a frame or a stranger's page in its place. */
export function isTrusted<Frame extends { url: string }>({ sender, senderFrame }: Message<Frame>): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url);
}
