import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api';
import { pageTextOf, type PageText } from '../../../../core/marks/pageText';

export interface PageContent { content: TextContent; text: PageText }

/** So many pages are kept with the places of their words, which take some hundred times the room of the words. */
const KEPT = 16;

/** The texts of a document's pages, read at need. */
export class PageTexts {
  private readonly texts = new Map<number, Promise<PageText>>();
  private readonly contents = new Map<number, Promise<PageContent>>();

  constructor(private readonly pdf: PDFDocumentProxy) {}

  /** The words of a page; kept as long as the document is open. */
  text(index: number): Promise<PageText> {
    let text = this.texts.get(index);
    if (text === undefined) {
      text = (this.contents.get(index) ?? this.read(index)).then((page) => page.text);
      this.texts.set(index, text);
    }
    return text;
  }

  /** The words of a page with their places. */
  content(index: number): Promise<PageContent> {
    const content = this.contents.get(index) ?? this.read(index);
    this.contents.delete(index);
    this.contents.set(index, content);
    for (const old of [...this.contents.keys()].slice(0, -KEPT)) this.contents.delete(old);
    return content;
  }

  private async read(index: number): Promise<PageContent> {
    const page = await this.pdf.getPage(index + 1);
    const content = await page.getTextContent();
    return { content, text: pageTextOf(content.items.filter((item): item is TextItem => 'str' in item)) };
  }
}
