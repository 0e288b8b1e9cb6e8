import { toLatex } from '../latex';
import { braced } from './values';

/** The fields of an entry in the order in which they were put, values with their delimiters: of each the first that is not empty. */
export class BibFields {
  readonly values = new Map<string, string>();

  put(name: string, value: string): void {
    if (value !== '' && !this.values.has(name)) this.values.set(name, value);
  }

  /** A text, which becomes LaTeX. */
  putText(name: string, text: string): void {
    if (text !== '') this.put(name, braced(toLatex(text)));
  }
}
