import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The memory that PDFium runs in. The views are other ones when it has grown, so they are asked for each time. */
interface Memory {
  HEAPU8: Uint8Array;
  HEAPU16: Uint16Array;
  HEAPF32: Float32Array;
  HEAPF64: Float64Array;
}

export type Pdfium = WrappedPdfiumModule;

let loaded: Promise<Pdfium> | undefined;

/** Loads PDFium, once in each thread. */
export function pdfium(): Promise<Pdfium> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pdfium> {
  const file = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const library = await init({ wasmBinary: new Uint8Array(file).buffer });
  library.PDFiumExt_Init();
  return library;
}

export function memoryOf({ pdfium }: Pdfium): Memory {
  return pdfium as unknown as Memory;
}

/** Room for so many bytes in PDFium's memory. Throws where there is no more of it. */
export function room({ pdfium }: Pdfium, bytes: number): { at: number; free: () => void } {
  const { wasmExports } = pdfium as unknown as { wasmExports: { malloc(size: number): number; free(at: number): void } };
  const at = wasmExports.malloc(Math.max(1, bytes)) >>> 0;
  if (at === 0) throw new RangeError('There is not enough memory for this PDF.');
  return { at, free: () => wasmExports.free(at) };
}

/** Does something with room for so many bytes, and gives it back. */
export function withRoom<T>(library: Pdfium, bytes: number, work: (at: number) => T): T {
  const { at, free } = room(library, bytes);
  try {
    return work(at);
  } finally {
    free();
  }
}
