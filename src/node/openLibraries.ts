import { placeOf } from './libraryPlace';

/** The libraries that a process has open: each folder once, however often and at once it is asked for. */
export class OpenLibraries<T extends { close(): Promise<void> }> {
  private readonly libraries = new Map<string, Promise<T>>();
  private readonly closing = new Map<string, Promise<void>>();

  /** The library of a folder, which `open` opens if it is not open yet; it is given the folder's one name. */
  async get(folder: string, open: (place: string) => Promise<T>): Promise<T> {
    const place = await placeOf(folder);
    for (let end = this.closing.get(place); end !== undefined; end = this.closing.get(place)) await end;
    const known = this.libraries.get(place);
    if (known !== undefined) return known;
    const opening = open(place);
    this.libraries.set(place, opening);
    opening.catch(() => this.libraries.delete(place));
    return opening;
  }

  /** Closes the library of a folder by the name under which it was opened. */
  async close(place: string): Promise<void> {
    const library = this.libraries.get(place);
    if (library === undefined) return this.closing.get(place);
    this.libraries.delete(place);
    const end = library.then((opened) => opened.close(), () => undefined).finally(() => this.closing.delete(place));
    this.closing.set(place, end);
    return end;
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.closing.values(), ...[...this.libraries.keys()].map((place) => this.close(place))]);
  }
}
