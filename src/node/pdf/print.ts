import { Bytes, Name, Ref, Stream, type Dict, type Value } from './objects';

/** A value as the file has it, each character standing for a byte. */
export function printed(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return printedNumber(value);
  if (value instanceof Name) return `/${value.name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
  if (value instanceof Bytes) return printedBytes(value.bytes);
  if (value instanceof Ref) return `${value.number} ${value.generation} R`;
  if (value instanceof Stream) return printedStream(value);
  if (Array.isArray(value)) return `[${value.map(printed).join(' ')}]`;
  return printedDict(value);
}

function printedDict(dict: Dict): string {
  return `<<${[...dict].map(([key, value]) => `${printed(new Name(key))} ${printed(value)}`).join('\n')}>>`;
}

function printedStream({ dict, data }: Stream): string {
  return `${printedDict(new Map([...dict, ['Length', data.length]]))}\nstream\n${Buffer.from(data).toString('latin1')}\nendstream`;
}

/** To a ten-thousandth of a point, and without an exponent, which PDF does not know. */
export function printedNumber(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e15 ? String(value) : '0';
  const text = value.toFixed(4).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

function printedBytes(bytes: Uint8Array): string {
  const isReadable = bytes.every((byte) => byte >= 32 && byte < 127);
  if (!isReadable) return `<${Buffer.from(bytes).toString('hex')}>`;
  return `(${Buffer.from(bytes).toString('latin1').replace(/[()\\]/g, '\\$&')})`;
}
