/** PDF objects (ISO 32000-1, 7.3). Numbers, booleans and null stand for themselves, arrays and dictionaries for lists and maps. */
export type Value = null | boolean | number | Name | Bytes | Ref | Value[] | Dict | Stream;
export type Dict = Map<string, Value>;

export class Name {
  readonly name: string;
  constructor(name: string) { this.name = name; }
}

/** A string, as the bytes that it is. */
export class Bytes {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) { this.bytes = bytes; }
}

/** An indirect object, by its number. */
export class Ref {
  readonly number: number;
  readonly generation: number;
  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}

/** A stream, as it is stored: its filters are not undone. */
export class Stream {
  readonly dict: Dict;
  readonly data: Uint8Array;
  constructor(dict: Dict, data: Uint8Array) {
    this.dict = dict;
    this.data = data;
  }
}

/** What a file holds is not what the format says. */
export class Malformed extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Malformed';
  }
}

export function dictOf(entries: Record<string, Value | undefined>): Dict {
  return new Map(Object.entries(entries).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

export function nameOf(value: Value | undefined): string | null {
  return value instanceof Name ? value.name : null;
}

export function numberOf(value: Value | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
