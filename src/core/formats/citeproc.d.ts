/** The part of citeproc-js 1.4 that Lectern uses; the package has no types of its own. */
declare module 'citeproc' {
  interface Sys<Item> {
    retrieveLocale(lang: string): unknown;
    retrieveItem(id: string): Item;
  }

  class Engine<Item> {
    constructor(sys: Sys<Item>, style: unknown, lang?: string, forceLang?: boolean);
    opt: { development_extensions: Record<string, unknown> };
    setOutputFormat(format: 'html' | 'text'): void;
    /** Registers the items in this order and settles what tells them apart (2024a, 2024b). */
    updateItems(ids: readonly string[]): void;
    /** A citation of these works, as if it were the first of the document. */
    makeCitationCluster(items: readonly { id: string }[]): string;
    /** Parameters and entries; false when the style has no bibliography. */
    makeBibliography(page?: { page_start: string | true; page_length: number }): [Bibliography, string[]] | false;
  }

  interface Bibliography {
    entry_ids: string[][];
    /** True when the last page was given. */
    done: boolean;
  }

  /** `best` is the language with its region, `base` the main variety of that language. */
  function localeResolve(lang: string): { base: string; best: string };

  const CSL: { Engine: typeof Engine; localeResolve: typeof localeResolve };
  export default CSL;
}
