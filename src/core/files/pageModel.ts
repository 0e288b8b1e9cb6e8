/** A run of text on a page, as it was set: what a person sees as a line, or the part of one in a column. */
export interface Line {
  /** With an em space where words stand further apart than words do. */
  text: string;
  /** The same without small raised or lowered letters, which are marks of notes. */
  bare: string;
  /** The size of most of its letters, in points. */
  size: number;
  /** Its left and right end and its baseline, in points from the left upper corner of the page. */
  left: number;
  right: number;
  baseline: number;
  /** The font of most of its letters, as the file calls it. */
  font: string;
  /** It is not set from left to right, like the stamp in the margin of a preprint. */
  turned: boolean;
}

/** A page, with its lines in the order in which the file has them. */
export interface Page {
  width: number;
  height: number;
  lines: Line[];
}

/** What a PDF says of itself; '' for what it does not say. */
export interface PdfInfo {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  creationDate: string;
  producer: string;
  creator: string;
}

/** What is read of a PDF to tell which paper it is. */
export interface PdfGlance {
  pages: number;
  info: PdfInfo;
  /** The XMP packet of the document, or ''. */
  xmp: string;
  /** The layout of its first pages. */
  first: Page[];
}
