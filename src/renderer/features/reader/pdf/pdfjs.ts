import { getDocument, PasswordResponses, PDFDataRangeTransport, PDFWorker, type PDFDocumentLoadingTask, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// oxlint-disable-next-line import/default -- Vite makes a module of its address
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** A PDF that is open. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  close: () => void;
}

/** Why a PDF could not be opened, in words. */
export class NotReadable extends Error {
  override name = 'NotReadable';
}

interface Source {
  /** Where its bytes are. */
  address: string;
  bytes: number;
  signal: AbortSignal;
  /** Asked for the password of a PDF that has one; `again`: the last one was wrong. */
  askPassword: (again: boolean) => Promise<string>;
}

/** A PDF up to this size is fetched as a whole, which is faster than in parts; of a larger one only what is looked at. */
const WHOLE_BYTES = 24 << 20;
const PART_BYTES = 1 << 19;

/** Character maps, fonts that a PDF may leave out, and a decoder of JPEG 2000 lie beside the page. */
const data = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;

/** Rejects with `NotReadable`, or with the signal's reason. Nothing in a PDF is run: no scripts, no forms of XFA, no generated code. */
export async function openPdf({ address, bytes, signal, askPassword }: Source): Promise<OpenPdf> {
  const worker = takeWorker();
  let task: PDFDocumentLoadingTask | undefined;
  const close = (): void => { void giveBack(worker, task); };
  try {
    const source = bytes > WHOLE_BYTES ? { range: new Parts(address, bytes), rangeChunkSize: PART_BYTES, disableAutoFetch: true, disableStream: true } : { data: await wholeOf(address, signal) };
    signal.throwIfAborted();
    task = getDocument({
      ...source, worker: worker.ours, isEvalSupported: false, enableXfa: false, useWasm: false, verbosity: 0,
      cMapUrl: data('cmaps'), standardFontDataUrl: data('standard_fonts'), wasmUrl: data('wasm'),
    });
    const { promise, onPassword } = watched(task, signal);
    task.onPassword = (answer: (password: string) => void, reason: number) => onPassword(askPassword(reason === PasswordResponses.INCORRECT_PASSWORD), answer);
    return { document: await promise, close };
  } catch (error) {
    close();
    signal.throwIfAborted();
    throw inWords(error);
  }
}

/** The document, or why it will never be there: it is not wanted any more, or its password is not told. */
function watched(task: PDFDocumentLoadingTask, signal: AbortSignal) {
  let giveUp: (reason: unknown) => void = () => undefined;
  const given = new Promise<never>((_resolve, reject) => { giveUp = reject; });
  signal.addEventListener('abort', () => giveUp(signal.reason), { once: true });
  return {
    promise: Promise.race([task.promise, given]),
    onPassword: (asked: Promise<string>, answer: (password: string) => void) => { asked.then(answer, giveUp); },
  };
}

async function wholeOf(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(address, { signal });
  if (response.status === 404) throw new NotReadable('The file is not where it was. It may have been moved, renamed or deleted.');
  if (!response.ok) throw new NotReadable('The file could not be fetched from Lectern.');
  return new Uint8Array(await response.arrayBuffer());
}

/** The parts of a large file that are looked at. */
class Parts extends PDFDataRangeTransport {
  constructor(private readonly address: string, length: number) {
    super(length, null);
  }

  override requestDataRange(begin: number, end: number): void {
    void fetch(this.address, { headers: { Range: `bytes=${begin}-${end - 1}` } })
      .then(async (response) => { this.onDataRange(begin, response.status === 206 ? new Uint8Array(await response.arrayBuffer()) : new Uint8Array(0)); });
  }
}

function inWords(error: unknown): Error {
  if (error instanceof NotReadable || !(error instanceof Error)) return error as Error;
  if (error.name === 'InvalidPDFException') return new NotReadable('This is no PDF, or it is damaged so badly that nothing of it can be shown.', { cause: error });
  if (error instanceof TypeError) return new NotReadable('The file could not be fetched from Lectern. Is it running still?', { cause: error });
  return new NotReadable(`The PDF could not be opened: ${error.message}`, { cause: error });
}

interface HiredWorker { thread: Worker; ours: PDFWorker }

/** A worker that has nothing to do: to start one takes as long as to open a paper. */
let idle: HiredWorker | null = null;

function takeWorker(): HiredWorker {
  const worker = idle ?? hire();
  idle = null;
  return worker;
}

function hire(): HiredWorker {
  const thread = new Worker(workerAddress, { type: 'module' });
  return { thread, ours: PDFWorker.create({ port: thread }) };
}

/** How long a worker may take to let a document go, in milliseconds; one that takes longer hangs. */
const PATIENCE_MS = 3000;

async function giveBack(worker: HiredWorker, task: PDFDocumentLoadingTask | undefined): Promise<void> {
  const late = new Promise<false>((resolve) => { setTimeout(() => resolve(false), PATIENCE_MS); });
  const free = await Promise.race([(task?.destroy() ?? Promise.resolve()).then(() => true, () => false), late]);
  if (free && idle === null) idle = worker;
  else {
    worker.ours.destroy();
    worker.thread.terminate();
  }
}
