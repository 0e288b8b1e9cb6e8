import { useEffect, useState } from 'react';
import type { ImportPreview } from '../../../core/imports';
import type { ImportSource } from '../../app/dialogs';
import { useReading } from '../../app/progress';
import { client, wordsOf } from '../../client';
import { cancelJob, newJob } from './jobs';

export type Previewing =
  /** `part` (0 to 1) of it is done; null until the host has told. */
  | { kind: 'reading'; part: number | null }
  | { kind: 'ready'; preview: ImportPreview }
  | { kind: 'failed'; message: string };

/** What importing a source would do. The host is asked once a source, and reads no further when nobody waits for it. */
export function usePreview(source: ImportSource | 'sample'): Previewing {
  const [state, setState] = useState<Previewing>({ kind: 'reading', part: null });
  useEffect(() => {
    const job = newJob();
    const leave = useReading.subscribe((reading) => { if (reading?.job === job && !isDone && current) setState({ kind: 'reading', part: reading.part }); });
    let current = true;
    let isDone = false;
    const show = (next: Previewing): void => {
      isDone = next.kind !== 'reading';
      if (current) setState(next);
    };
    show({ kind: 'reading', part: null });
    const preview = source === 'sample' ? client.imports.sample.mutate() : client.imports.preview.mutate({ ...source, format: 'auto', job });
    preview.then(
      (ready) => show({ kind: 'ready', preview: ready }),
      (error: unknown) => show({ kind: 'failed', message: wordsOf(error) }),
    );
    return () => {
      current = false;
      leave();
      if (!isDone && source !== 'sample') void cancelJob(job);
    };
  }, [source]);
  return state;
}
