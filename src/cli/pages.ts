/** Asks for many things in pages of at most `size`, the next one when the last has been dealt with. */
export async function* inPages<Id, T>(ids: readonly Id[], size: number, ask: (page: Id[]) => Promise<T[]>): AsyncGenerator<T[], void> {
  for (let from = 0; from < ids.length; from += size) yield await ask(ids.slice(from, from + size));
}
