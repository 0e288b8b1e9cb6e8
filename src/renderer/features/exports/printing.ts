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

/** The beginning of an export, or all of it where that is quick. `print` makes the whole. */
export function usePrinting({ ids, selection }: Exportable, choice: Choice) {
  const seq = useOverview().data?.seq ?? 0;
  const whole = ids.length <= LOOKED_THROUGH;
  const printing = printingOf(whole ? ids : ids.slice(0, FIRST_FEW), choice, seq);
  const preview = useQuery({ ...printing, enabled: ids.length > 0 });
  const print = (): Promise<Exported> => (whole ? queryClient.query(printing) : client.exports.print.mutate({ selection, ...choice }));
  return { preview, whole, print };
}

/** The library's sequence number is part of the key: after a change the same papers are printed anew. */
function printingOf(ids: readonly PaperId[], { format, style }: Choice, seq: number) {
  return {
    queryKey: ['print', seq, format, isFormatted(format) ? style : null, ids],
    queryFn: () => client.exports.print.mutate({ selection: { kind: 'papers', ids: [...ids] }, format, style }),
  };
}
