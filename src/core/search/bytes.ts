/**
 * Numbers in as few bytes as they need: seven bits a byte, the lowest first, the eighth says that more follow (LEB128).
 */

/** Bytes that are written one after the other. */
export class ByteWriter {
  private bytes: Uint8Array;
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  /** A whole number from 0 to 2³¹ − 1. */
  number(value: number): void {
    if (this.length + 5 > this.bytes.length) this.grow(5);
    let rest = value;
    while (rest > 0x7f) {
      this.bytes[this.length] = (rest & 0x7f) | 0x80;
      this.length += 1;
      rest >>>= 7;
    }
    this.bytes[this.length] = rest;
    this.length += 1;
  }

  copy(from: Uint8Array, start: number, end: number): void {
    if (this.length + end - start > this.bytes.length) this.grow(end - start);
    for (let at = start; at < end; at += 1) {
      this.bytes[this.length] = from[at] ?? 0;
      this.length += 1;
    }
  }

  /** What has been written. */
  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.length + by, Math.ceil(this.bytes.length * 1.5)));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** Reads numbers one after the other. Reads 0 behind the end, so that it ends whatever the bytes are. */
export class ByteReader {
  constructor(readonly bytes: Uint8Array, public at = 0) {}

  number(): number {
    let byte = this.bytes[this.at] ?? 0;
    this.at += 1;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let shift = 7; shift < 35; shift += 7) {
      byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value >>> 0;
  }

  byte(): number {
    const byte = this.bytes[this.at] ?? 0;
    this.at += 1;
    return byte;
  }

  /** Goes over so many numbers, or to the end. */
  skip(count: number): void {
    const { bytes } = this;
    let { at } = this;
    for (let left = count; left > 0 && at < bytes.length; at += 1) if ((bytes[at] ?? 0) < 0x80) left -= 1;
    this.at = at;
  }
}
