import { z } from 'zod';
import { DomainError } from '../core/errors';
import { AnnotationId, AttachmentId } from '../core/model';
import { procedure, router, type Context } from './trpc';

const file = z.string().min(1).max(4096).refine((path) => !path.includes('\0'));
const author = z.string().trim().max(200);

/** A window may not name a file of the machine. */
function refuseFiles({ namesFiles }: Context, named: boolean): void {
  if (named && namesFiles !== true) throw new DomainError('invalid-input', 'A window cannot name files of this machine.');
}

export const marks = router({
  /** With a path, not from a window. */
  read: procedure.input(z.strictObject({ id: AttachmentId, path: file.optional() })).mutation(({ ctx, input }) => {
    refuseFiles(ctx, input.path !== undefined);
    return ctx.app.marks.read(input);
  }),
  /** Not from a window. */
  writeCopy: procedure.input(z.strictObject({ id: AttachmentId, to: file, author })).mutation(({ ctx, input }) => {
    refuseFiles(ctx, true);
    return ctx.app.marks.writeCopy(input);
  }),
  writeInto: procedure.input(z.strictObject({ id: AttachmentId, author })).mutation(({ ctx, input }) => ctx.app.marks.writeInto(input)),
  replace: procedure.input(z.strictObject({ id: AttachmentId, arrival: z.string().min(1).max(100), label: z.string().max(100).optional() })).mutation(({ ctx, input }) => ctx.app.marks.replace(input)),
  judge: procedure.input(z.strictObject({ id: AnnotationId, verdict: z.enum(['right', 'lost']) })).mutation(({ ctx, input }) => ctx.app.marks.judge(input)),
});
