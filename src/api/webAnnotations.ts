import { z } from 'zod';
import { MAX_INPUT } from '../core/formats/kinds';
import { PaperId } from '../core/model';
import { procedure, router } from './trpc';

export const webAnnotations = router({
  print: procedure.input(z.strictObject({ paperIds: z.array(PaperId).min(1).max(10_000) })).query(({ ctx, input }) => ctx.app.webAnnotations.print(input.paperIds)),
  take: procedure.input(z.strictObject({ text: z.string().max(MAX_INPUT), paperId: PaperId.optional() })).mutation(({ ctx, input }) => ctx.app.webAnnotations.take(input)),
});
