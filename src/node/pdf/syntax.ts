import { Bytes, Malformed, Name, Ref, type Dict, type Value } from './objects';

/** Objects may be nested so deep; what is deeper is damage, and would exhaust the stack. */
const DEEPEST = 100;

const code = (character: string): number => character.charCodeAt(0);
const [LESS, GREATER, OPEN, CLOSE, LEFT, RIGHT, SLASH, PERCENT, HASH, BACKSLASH] = ['<', '>', '[', ']', '(', ')', '/', '%', '#', '\\'].map(code) as [number, number, number, number, number, number, number, number, number, number];

/** Reads objects out of bytes, from `at` on. Throws `Malformed`. */
export class Syntax {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  value(depth = 0): Value {
    if (depth > DEEPEST) throw new Malformed('It is nested too deep.');
    this.skipSpace();
    const byte = this.bytes[this.at];
    switch (byte) {
      case undefined: throw new Malformed('It ends too soon.');
      case SLASH: return this.name();
      case LEFT: return this.literal();
      case OPEN: return this.array(depth);
      case LESS: return this.bytes[this.at + 1] === LESS ? this.dict(depth) : this.hex();
      default: return isNumeric(byte) ? this.numberOrRef() : this.keyword();
    }
  }

  /** Whether these characters come next; if so they are passed. */
  passes(word: string): boolean {
    this.skipSpace();
    for (let index = 0; index < word.length; index += 1) if (this.bytes[this.at + index] !== word.charCodeAt(index)) return false;
    this.at += word.length;
    return true;
  }

  skipSpace(): void {
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[this.at]) {
      if (byte === PERCENT) {
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1;
      } else if (isSpace(byte)) this.at += 1;
      else return;
    }
  }

  /** A whole number without a sign; null where none comes next. */
  integer(): number | null {
    this.skipSpace();
    const from = this.at;
    let value = 0;
    for (let digit = (this.bytes[this.at] ?? 0) - 48; digit >= 0 && digit <= 9; digit = (this.bytes[this.at] ?? 0) - 48) {
      value = value * 10 + digit;
      this.at += 1;
    }
    return this.at > from && this.at - from <= 15 ? value : null;
  }

  private array(depth: number): Value[] {
    this.at += 1;
    const items: Value[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === CLOSE) {
        this.at += 1;
        return items;
      }
      items.push(this.value(depth + 1));
    }
  }

  private dict(depth: number): Dict {
    this.at += 2;
    const dict: Dict = new Map();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === GREATER && this.bytes[this.at + 1] === GREATER) {
        this.at += 2;
        return dict;
      }
      if (this.bytes[this.at] !== SLASH) throw new Malformed('A dictionary has a key that is no name.');
      const key = this.name().name;
      const value = this.value(depth + 1);
      if (value !== null) dict.set(key, value);
    }
  }

  private name(): Name {
    this.at += 1;
    let name = '';
    for (let byte = this.bytes[this.at]; byte !== undefined && !isSpace(byte) && !isDelimiter(byte); byte = this.bytes[this.at]) {
      const escaped = byte === HASH ? hexByte(this.bytes[this.at + 1], this.bytes[this.at + 2]) : null;
      name += String.fromCharCode(escaped ?? byte);
      this.at += escaped === null ? 1 : 3;
    }
    return new Name(name);
  }

  private hex(): Bytes {
    this.at += 1;
    const digits: number[] = [];
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new Malformed('A string does not end.');
      this.at += 1;
      if (byte === GREATER) break;
      const digit = hexDigit(byte);
      if (digit !== null) digits.push(digit);
    }
    return new Bytes(Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, index) => (digits[2 * index] ?? 0) * 16 + (digits[2 * index + 1] ?? 0)));
  }

  private literal(): Bytes {
    this.at += 1;
    const bytes: number[] = [];
    for (let open = 1; ;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new Malformed('A string does not end.');
      this.at += 1;
      if (byte === BACKSLASH) {
        bytes.push(...this.escaped());
        continue;
      }
      if (byte === LEFT) open += 1;
      if (byte === RIGHT) open -= 1;
      if (open === 0) return new Bytes(Uint8Array.from(bytes));
      bytes.push(byte);
    }
  }

  private escaped(): number[] {
    const byte = this.bytes[this.at] ?? 0;
    this.at += 1;
    const control = 'nrtbf'.indexOf(String.fromCharCode(byte));
    if (control >= 0) return [[10, 13, 9, 8, 12][control] ?? 0];
    if (byte === 13 && this.bytes[this.at] === 10) this.at += 1;
    if (byte === 10 || byte === 13) return [];
    if (byte < 48 || byte > 55) return [byte];
    let octal = byte - 48;
    for (let more = 0; more < 2; more += 1) {
      const digit = (this.bytes[this.at] ?? 0) - 48;
      if (digit < 0 || digit > 7) break;
      octal = octal * 8 + digit;
      this.at += 1;
    }
    return [octal & 255];
  }

  private numberOrRef(): Value {
    const from = this.at;
    const number = this.integer();
    if (number !== null && !isNumeric(this.bytes[this.at])) {
      const behind = this.at;
      const generation = this.integer();
      if (generation !== null && this.passes('R') && isEnd(this.bytes[this.at])) return new Ref(number, generation);
      this.at = behind;
      return number;
    }
    this.at = from;
    let text = '';
    for (let byte = this.bytes[this.at]; isNumeric(byte); byte = this.bytes[this.at]) {
      text += String.fromCharCode(byte ?? 0);
      this.at += 1;
    }
    const value = Number.parseFloat(text.replace(/^[+-]*-/, '-').replace(/^\+/, ''));
    return Number.isFinite(value) ? value : 0;
  }

  private keyword(): Value {
    const from = this.at;
    while (!isEnd(this.bytes[this.at])) this.at += 1;
    const word = String.fromCharCode(...this.bytes.subarray(from, Math.min(this.at, from + 20)));
    if (word === 'null') return null;
    if (word === 'true') return true;
    if (word === 'false') return false;
    throw new Malformed(`There is ${JSON.stringify(word)} where an object should be.`);
  }
}

export function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
}

function isDelimiter(byte: number): boolean {
  return byte === SLASH || byte === LEFT || byte === RIGHT || byte === OPEN || byte === CLOSE || byte === LESS || byte === GREATER || byte === PERCENT || byte === 123 || byte === 125;
}

function isEnd(byte: number | undefined): boolean {
  return byte === undefined || isSpace(byte) || isDelimiter(byte);
}

function isNumeric(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 46);
}

function hexDigit(byte: number): number | null {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : null;
}

function hexByte(high: number | undefined, low: number | undefined): number | null {
  const [h, l] = [hexDigit(high ?? 0), hexDigit(low ?? 0)];
  return h === null || l === null ? null : h * 16 + l;
}
