/** An element of XML: text, or elements in their order. Attributes are ours and need no escaping. */
export interface XmlElement {
  name: string;
  attributes?: string;
  content: string | readonly (XmlElement | null)[];
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** An element that holds a text; null, which is printed nowhere, for an empty one. */
export function textElement(name: string, text: string): XmlElement | null {
  return text === '' ? null : { name, content: text };
}

/** An element that holds others; null where none of them is there. */
export function group(name: string, content: readonly (XmlElement | null)[]): XmlElement | null {
  return content.every((element) => element === null) ? null : { name, content };
}

/** One element a line, indented, with text on the line of its element. */
export function printXml({ name, attributes = '', content }: XmlElement, indent = ''): string {
  const open = `${indent}<${name}${attributes === '' ? '' : ` ${attributes}`}>`;
  if (typeof content === 'string') return `${open}${xmlText(content)}</${name}>\n`;
  const inside = content.map((element) => (element === null ? '' : printXml(element, `${indent}  `))).join('');
  return `${open}\n${inside}${indent}</${name}>\n`;
}

/** Text with what XML 1.0 does not allow (most control characters, halves of surrogate pairs) left out. */
export function xmlText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '').replace(/[&<>\r]/g, (character) => escapes[character] ?? character);
}
