import { z } from 'zod';
import { DomainError } from '../core/errors';
import { AttachmentId, AttachmentRole, Description, PaperId } from '../core/model';
import { procedure, router, type Context } from './trpc';

/** A file that is here and belongs to no paper yet, or one that is under way. */
const arrival = z.string().min(1).max(100);
const label = z.string().max(100);
const file = z.string().min(1).max(4096).refine((path) => !path.includes('\0'));
/** A portion of a file, in Base64: some 4 MB at the most. */
const portion = z.base64().max(6_000_000);

/** A window may not name a file of the machine: it gives the bytes, or lets its host ask the person. */
function refuseFiles({ namesFiles }: Context): void {
  if (namesFiles !== true) throw new DomainError('invalid-input', 'A window cannot name files of this machine. Choose the file, or drop it on the window.');
}

export const attachments = router({
  begin: procedure.input(z.string().max(1000)).mutation(({ ctx, input }) => ctx.app.attachments.begin(input)),
  append: procedure.input(z.strictObject({ id: arrival, base64: portion })).mutation(({ ctx, input }) => ctx.app.attachments.append(input)),
  finish: procedure.input(arrival).mutation(({ ctx, input }) => ctx.app.attachments.finish(input)),
  discard: procedure.input(arrival).mutation(({ ctx, input }) => ctx.app.attachments.discard(input)),
  /** Not from a window. */
  arrive: procedure.input(z.strictObject({ path: file, link: z.boolean() })).mutation(({ ctx, input }) => {
    refuseFiles(ctx);
    return ctx.app.attachments.arrive(input);
  }),
  inspect: procedure.input(arrival).mutation(({ ctx, input }) => ctx.app.attachments.inspect(input)),
  addPaper: procedure.input(z.strictObject({ arrival, description: Description })).mutation(({ ctx, input }) => ctx.app.attachments.addPaper(input)),
  add: procedure.input(z.strictObject({ arrival, paperId: PaperId, role: AttachmentRole.optional(), label: label.optional() })).mutation(({ ctx, input }) => ctx.app.attachments.add(input)),
  edit: procedure.input(z.strictObject({ id: AttachmentId, role: AttachmentRole.optional(), label: label.optional() })).mutation(({ ctx, input }) => ctx.app.attachments.edit(input)),
  remove: procedure.input(AttachmentId).mutation(({ ctx, input }) => ctx.app.attachments.remove(input)),
  text: procedure.input(AttachmentId).query(({ ctx, input }) => ctx.app.attachments.text(input)),
  states: procedure.input(PaperId).query(({ ctx, input }) => ctx.app.attachments.states(input)),
  /** Links files that the person chooses in the dialog of the system; answers how many. */
  link: procedure.input(PaperId).mutation(async ({ ctx, input: paperId }) => {
    const paths = (await ctx.desk?.choosePaths?.('files')) ?? [];
    let added = 0;
    for (const path of paths) {
      const { id } = await ctx.app.attachments.arrive({ path, link: true });
      if ((await ctx.app.attachments.add({ arrival: id, paperId })).kind === 'added') added += 1;
    }
    return added;
  }),
  /** Looks for a missing file in a folder that the person chooses in the dialog of the system; null when they choose none. */
  lookFor: procedure.input(AttachmentId).mutation(async ({ ctx, input: id }) => {
    const [under] = (await ctx.desk?.choosePaths?.('folder')) ?? [];
    return under === undefined ? null : ctx.app.attachments.findAgain({ id, under });
  }),
  relink: procedure.input(z.strictObject({ id: AttachmentId, arrival })).mutation(({ ctx, input }) => ctx.app.attachments.relink(input)),
});
