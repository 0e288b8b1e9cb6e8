import { useQuery } from '@tanstack/react-query';
import type { Exported, Selection } from '../../../core/exports';
import type { PaperId } from '../../../core/model';
import { queryClient, useOverview } from '../../app/queries';
import { client } from '../../client';
import { isFormatted, type Choice } from './options';

/** So many papers are printed whole to be looked at, and copied from there; of more only the first few are. */
const LOOKED_THROUGH = 200;
const FIRST_FEW = 20;

/** What is to be exported: the papers in the order of the export, and how the host is told of all of them. */
export interface Exportable {
  ids: readonly PaperId[];
  selection: Selection;
}

/** Who follows the printing: hears the part that is done (0 to 1) of what takes long, and may end it. */
export interface Watched {
  signal?: AbortSignal;
  onProgress?: (part: number) => void;
}

/** The beginning of an export, or all of it where that is quick. `print` makes the whole. */
export function usePrinting({ ids, selection }: Exportable, choice: Choice) {
  const seq = useOverview().data?.seq ?? 0;
  const whole = ids.length <= LOOKED_THROUGH;
  const printing = printingOf(whole ? ids : ids.slice(0, FIRST_FEW), choice, seq);
  const preview = useQuery({ ...printing, enabled: ids.length > 0 });
  const print = (watched: Watched): Promise<Exported> => (whole ? queryClient.query(printing) : printed({ selection, ...choice }, watched));
  return { preview, whole, print };
}

/** The library's sequence number is part of the key: after a change the same papers are printed anew. */
function printingOf(ids: readonly PaperId[], { format, style, locale }: Choice, seq: number) {
  return {
    queryKey: ['print', seq, format, ...(isFormatted(format) ? [style, locale] : []), ids],
    queryFn: ({ signal }: { signal: AbortSignal }) => printed({ selection: { kind: 'papers', ids: [...ids] }, format, style, locale }, { signal }),
  };
}

/** What was no longer wanted before it was printed. */
const leaving = (): Error => new DOMException('The printing was cancelled.', 'AbortError');

/** The whole export, put together from its portions. */
export function printed(input: { selection: Selection } & Choice, { signal, onProgress }: Watched): Promise<Exported> {
  return new Promise((resolve, reject) => {
    const pieces: string[] = [];
    let whole: Exported | undefined;
    const portions = client.exports.portions.subscribe(input, {
      onData({ part, ...portion }) {
        if (part !== undefined) onProgress?.(part);
        pieces.push(portion.content);
        whole = portion;
      },
      onError: reject,
      onComplete() {
        if (whole === undefined) reject(leaving());
        else resolve({ ...whole, content: pieces.join('') });
      },
    });
    signal?.addEventListener('abort', () => {
      portions.unsubscribe();
      reject(leaving());
    }, { once: true });
  });
}
