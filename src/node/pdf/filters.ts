import { constants, inflateSync } from 'node:zlib';
import { Malformed, nameOf, numberOf, type Dict, type Stream, type Value } from './objects';

/** No stream of a file's structure is larger; what unpacks to more is meant to fill the memory. */
const LARGEST = 1 << 27;

/** The content of a stream of the file's structure (cross references, packed objects): such are plain or deflated. `look` follows references. */
export function unpacked({ dict, data }: Stream, look: (value: Value | undefined) => Value): Uint8Array {
  const filter = look(dict.get('Filter'));
  const filters = Array.isArray(filter) ? filter.map((each) => nameOf(look(each))) : filter === null ? [] : [nameOf(filter)];
  const parameters = look(dict.get('DecodeParms'));
  let content = data;
  for (const [index, name] of filters.entries()) {
    if (name !== 'FlateDecode' && name !== 'Fl') throw new Malformed(`A stream of its structure is packed by ${name ?? 'nothing known'}.`);
    const own = Array.isArray(parameters) ? look(parameters[index]) : parameters;
    content = unpredicted(inflate(content), own instanceof Map ? own : new Map(), look);
  }
  return content;
}

function inflate(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: LARGEST, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    throw new Malformed(`A stream does not unpack: ${(error as Error).message}.`);
  }
}

/** Undoes the predictors of PNG (ISO 15948, 9). */
function unpredicted(data: Uint8Array, parameters: Dict, look: (value: Value | undefined) => Value): Uint8Array {
  const parameter = (name: string, otherwise: number): number => numberOf(look(parameters.get(name))) ?? otherwise;
  const predictor = parameter('Predictor', 1);
  if (predictor === 1) return data;
  const bits = parameter('Colors', 1) * parameter('BitsPerComponent', 8);
  const [step, width] = [Math.ceil(bits / 8), Math.ceil((bits * parameter('Columns', 1)) / 8)];
  if (predictor < 10 || !(step > 0) || !(width > 0) || width > data.length) throw new Malformed('A stream has a predictor that is not known.');
  const rows = Math.floor(data.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (width + 1)] ?? 0;
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column < step ? 0 : (out[at - step] ?? 0);
      const above = row === 0 ? 0 : (out[at - width] ?? 0);
      const corner = row === 0 || column < step ? 0 : (out[at - width - step] ?? 0);
      out[at] = (data[row * (width + 1) + 1 + column] ?? 0) + predicted(kind, left, above, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  switch (kind) {
    case 1: return left;
    case 2: return above;
    case 3: return (left + above) >> 1;
    case 4: return paeth(left, above, corner);
    default: return 0;
  }
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [l, a, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  if (l <= a && l <= c) return left;
  return a <= c ? above : corner;
}
