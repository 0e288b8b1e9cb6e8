import { readXml, type XmlElement } from '../formats/xml';

/** What an XMP packet says of the document; '' and [] for what it does not say. */
export interface Xmp { title: string; creators: string[]; doi: string; date: string; publication: string; identifiers: string[] }

const nothing: Xmp = { title: '', creators: [], doi: '', date: '', publication: '', identifiers: [] };

/** Reads an XMP packet (ISO 16684-1): Dublin Core, PRISM and pdfx, whatever prefixes it uses for them. */
export function readXmp(packet: string): Xmp {
  const from = packet.indexOf('<rdf:RDF');
  const to = packet.lastIndexOf('</rdf:RDF>');
  if (from === -1 || to === -1 || to - from > 2_000_000) return nothing;
  const read = readXml(`<x xmlns="">${packet.slice(from, to + '</rdf:RDF>'.length)}</x>`);
  if (read.kind !== 'document') return nothing;
  const found = new Map<string, string[]>();
  collect(read.root, found);
  const all = (name: string): string[] => found.get(name) ?? [];
  const first = (...names: string[]): string => names.flatMap(all)[0] ?? '';
  return {
    title: first('dc:title'), creators: all('dc:creator'), publication: first('prism:publicationname'),
    doi: first('prism:doi', 'pdfx:doi', 'crossmark:doi', 'pdfx:wps-articledoi'), date: first('prism:publicationdate', 'prism:coverdate', 'dc:date'), identifiers: all('dc:identifier'),
  };
}

/** The texts of each property, from its element, the list in it, or an attribute. */
function collect(element: XmlElement, found: Map<string, string[]>): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    for (const [name, value] of Object.entries(child.attrs)) if (child.name === 'rdf:Description') put(found, name, value);
    if (child.name === 'rdf:RDF' || child.name === 'rdf:Description') collect(child, found);
    else for (const text of textsOf(child)) put(found, child.name, text);
  }
}

function textsOf(element: XmlElement): string[] {
  const items = element.children.flatMap((child) => (typeof child !== 'string' && /^rdf:(?:Alt|Seq|Bag)$/.test(child.name) ? child.children : []));
  const listed = items.flatMap((item) => (typeof item === 'string' ? [] : [plain(item)]));
  return listed.length > 0 ? listed : [plain(element)];
}

function plain(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : plain(child))).join('').replace(/\s+/g, ' ').trim();
}

function put(found: Map<string, string[]>, name: string, text: string): void {
  if (text !== '') found.set(name.toLowerCase(), [...(found.get(name.toLowerCase()) ?? []), text]);
}
