import { Bytes, type Value } from './objects';

/** What PDFDocEncoding has where Latin-1 has controls (ISO 32000-1, D.2). */
const LOW = '˘ˇˆ˙˝˛˚˜';
const HIGH = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž';

/** A text string: UTF-16 or UTF-8 with its mark, or PDFDocEncoding; '' for what is no string. */
export function textOf(value: Value | undefined): string {
  if (!(value instanceof Bytes)) return '';
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(Buffer.from(bytes.subarray(2, bytes.length & ~1)).swap16());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(Buffer.from(bytes.subarray(2, bytes.length & ~1)));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8').decode(bytes.subarray(3));
  let text = '';
  for (const byte of bytes) text += charOf(byte);
  return text;
}

/** Unlike a decoder it leaves alone what is no character. */
function utf16(bytes: Buffer): string {
  return bytes.toString('utf16le');
}

function charOf(byte: number): string {
  if (byte >= 0x18 && byte < 0x20) return LOW[byte - 0x18] ?? '';
  if (byte >= 0x80 && byte < 0x9f) return HIGH[byte - 0x80] ?? '';
  return byte === 0xa0 ? '€' : String.fromCharCode(byte);
}

/** ASCII as it is, all else as UTF-16. */
export function textString(text: string): Bytes {
  if (/^[\t\n\r\x20-\x7e]*$/.test(text)) return new Bytes(Buffer.from(text, 'latin1'));
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return new Bytes(bytes);
}

/** An ISO date as a PDF has it, to the second. */
export function dateString(iso: string): Bytes {
  const [, digits = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)/.exec(iso) ?? [];
  return new Bytes(Buffer.from(`D:${digits.replace(/[-T:]/g, '')}Z`, 'latin1'));
}

/** A date of a PDF (ISO 32000-1, 7.9.4) as ISO in UTC, with what is missing as little as it can be; '' for what is none, and for what was before 1970. */
export function dateOf(value: Value | undefined): string {
  const match = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([-+Z])(\d\d)?'?(\d\d)?)?/.exec(textOf(value).trim());
  if (match === null) return '';
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', sign = 'Z', zoneHour = '00', zoneMinute = '00'] = match;
  const zone = sign === 'Z' ? 'Z' : `${sign}${zoneHour}:${zoneMinute}`;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date.getTime()) || date.getTime() < 0 ? '' : date.toISOString();
}
