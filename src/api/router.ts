import { z } from 'zod';
import type { AppEvent } from '../core/app';
import { BindingEdit, NewBinding } from '../core/bindings';
import { DomainError } from '../core/errors';
import { ExportFormat, Selection } from '../core/exports';
import { LONGEST_PATTERN } from '../core/formats/citationKeyPattern';
import { importFormats, MAX_INPUT } from '../core/formats/kinds';
import { Subject } from '../core/historyUseCases';
import { Hotkey } from '../core/hotkey';
import { MarkComment, MarkTags, NewMark } from '../core/marks/newMark';
import { AnnotationId, BindingId, CollectionId, Decision, Description, HighlightColor, NoteId, PaperId, Phrase, Settings, TechniqueId } from '../core/model';
import { BulkEdit, PaperEdit } from '../core/papers';
import { CitationStyle, StyleId } from '../core/styles/catalogue';
import { MAX_STYLE_BYTES } from '../core/styles/ownStyle';
import { View } from '../core/view';
import { attachments } from './attachments';
import { base64Of } from './base64';
import { marks } from './marks';
import { webAnnotations } from './webAnnotations';
import { wishOf, queueOf } from './queue';
import { early, procedure, router, type Context } from './trpc';

const paperIds = z.array(PaperId).min(1).max(1_000_000);
const name = z.string().trim().min(1).max(200);
const position = z.number().int().nonnegative();

const papers = router({
  view: early.input(View).query(({ ctx, input, signal }) => ctx.app.papers.view(input, wishOf(signal))),
  rows: early.input(z.array(PaperId).max(1000)).query(({ ctx, input }) => ctx.app.papers.rows(input)),
  get: procedure.input(PaperId).query(({ ctx, input }) => ctx.app.papers.get(input)),
  named: procedure.input(z.string().max(1000)).query(({ ctx, input }) => ctx.app.papers.named(input)),
  summaries: procedure.input(z.array(PaperId).max(500)).query(({ ctx, input }) => ctx.app.papers.summaries(input)),
  create: procedure.input(Description.partial()).mutation(({ ctx, input }) => ctx.app.papers.create(input)),
  edit: procedure.input(z.strictObject({ id: PaperId, fields: PaperEdit })).mutation(({ ctx, input }) => ctx.app.papers.edit(input.id, input.fields)),
  update: procedure.input(z.strictObject({ ids: paperIds, fields: BulkEdit })).mutation(({ ctx, input }) => ctx.app.papers.update(input.ids, input.fields)),
  trash: procedure.input(paperIds).mutation(({ ctx, input }) => ctx.app.papers.trash(input)),
  restore: procedure.input(paperIds).mutation(({ ctx, input }) => ctx.app.papers.restore(input)),
  erase: procedure.input(z.union([paperIds, z.literal('all trashed')])).mutation(({ ctx, input }) => ctx.app.papers.erase(input)),
});

/** The calls that a window's list is made of. */
const listings = router({
  /** The numbers come as `base64Of` writes them. */
  list: early.input(z.strictObject({ view: View, first: z.strictObject({ rows: position.max(200), matches: position.max(200) }) })).query(async ({ ctx, input, signal }) => {
    const { numbers, ...rest } = await ctx.app.listings.list(input, wishOf(signal));
    return { ...rest, numbers: base64Of(numbers) };
  }),
  ids: early.input(position).query(({ ctx, input }) => ctx.app.listings.ids(input)),
});

const notes = router({
  get: procedure.input(NoteId).query(({ ctx, input }) => ctx.app.notes.get(input)),
  create: procedure.input(z.strictObject({ paperId: PaperId.nullable(), title: z.string().max(500).optional(), body: z.string().max(MAX_INPUT).optional() }))
    .mutation(({ ctx, input }) => ctx.app.notes.create(input)),
  save: procedure.input(z.strictObject({ id: NoteId, title: z.string().max(500).optional(), body: z.string().max(MAX_INPUT).optional(), version: position }))
    .mutation(({ ctx, input }) => ctx.app.notes.save(input)),
  remove: procedure.input(NoteId).mutation(({ ctx, input }) => ctx.app.notes.remove(input)),
});

const annotationIds = z.array(AnnotationId).min(1).max(100_000);

const annotations = router({
  highlight: procedure.input(z.strictObject({ paperId: PaperId, start: position, end: position, color: HighlightColor, comment: z.string().optional() }))
    .mutation(({ ctx, input }) => ctx.app.annotations.highlight(input)),
  annotate: procedure.input(NewMark).mutation(({ ctx, input }) => ctx.app.annotations.annotate(input)),
  edit: procedure.input(z.strictObject({ id: AnnotationId, color: HighlightColor.optional(), comment: MarkComment.optional(), tags: MarkTags.optional() }))
    .mutation(({ ctx, input }) => ctx.app.annotations.edit(input)),
  update: procedure.input(z.strictObject({ ids: annotationIds, color: HighlightColor.optional(), addTags: MarkTags.optional(), removeTags: MarkTags.optional() }))
    .mutation(({ ctx, input: { ids, ...fields } }) => ctx.app.annotations.update(ids, fields)),
  remove: procedure.input(AnnotationId).mutation(({ ctx, input }) => ctx.app.annotations.remove(input)),
  removeAll: procedure.input(annotationIds).mutation(({ ctx, input }) => ctx.app.annotations.removeAll(input)),
});

const membership = z.strictObject({ id: CollectionId, paperIds });

const smartQuery = z.string().trim().min(1).max(1000);

const collections = router({
  create: procedure.input(z.strictObject({ name, parentId: CollectionId.nullable(), query: smartQuery.optional() })).mutation(({ ctx, input }) => ctx.app.collections.create(input)),
  rename: procedure.input(z.strictObject({ id: CollectionId, name })).mutation(({ ctx, input }) => ctx.app.collections.rename(input)),
  requery: procedure.input(z.strictObject({ id: CollectionId, query: smartQuery })).mutation(({ ctx, input }) => ctx.app.collections.requery(input)),
  move: procedure.input(z.strictObject({ id: CollectionId, parentId: CollectionId.nullable(), before: CollectionId.nullable() }))
    .mutation(({ ctx, input }) => ctx.app.collections.move(input)),
  remove: procedure.input(CollectionId).mutation(({ ctx, input }) => ctx.app.collections.remove(input)),
  addPapers: procedure.input(membership).mutation(({ ctx, input }) => ctx.app.collections.addPapers(input)),
  removePapers: procedure.input(membership).mutation(({ ctx, input }) => ctx.app.collections.removePapers(input)),
});

const technique = { name, definition: z.string().max(5000), synonyms: z.array(name).max(500), phrases: z.array(Phrase).max(2000) };
const description = z.strictObject(technique).partial();
const techniqueIds = z.array(TechniqueId).max(500);

const techniques = router({
  taxonomy: early.query(({ ctx }) => ctx.app.techniques.taxonomy()),
  add: procedure.input(description.extend({ name, parentId: TechniqueId.nullable() })).mutation(({ ctx, input }) => ctx.app.techniques.add(input)),
  edit: procedure.input(description.extend({ id: TechniqueId })).mutation(({ ctx, input }) => ctx.app.techniques.edit(input)),
  move: procedure.input(z.strictObject({ id: TechniqueId, parentId: TechniqueId.nullable(), before: TechniqueId.nullable() })).mutation(({ ctx, input }) => ctx.app.techniques.move(input)),
  merge: procedure.input(z.strictObject({ id: TechniqueId, into: TechniqueId })).mutation(({ ctx, input }) => ctx.app.techniques.merge(input)),
  split: procedure.input(z.strictObject({ id: TechniqueId, name, take: z.array(z.string().max(200)).max(2500), place: z.enum(['inside', 'beside']) })).mutation(({ ctx, input }) => ctx.app.techniques.split(input)),
  retire: procedure.input(TechniqueId).mutation(({ ctx, input }) => ctx.app.techniques.retire(input)),
  reinstate: procedure.input(TechniqueId).mutation(({ ctx, input }) => ctx.app.techniques.reinstate(input)),
  reset: procedure.input(TechniqueId).mutation(({ ctx, input }) => ctx.app.techniques.reset(input)),
  importFile: procedure.input(z.strictObject({ text: z.string().max(MAX_INPUT), instead: z.boolean() })).mutation(({ ctx, input }) => ctx.app.techniques.importFile(input)),
  exportFile: procedure.query(({ ctx }) => ctx.app.techniques.exportFile()),
  base: procedure.input(z.enum(['built-in', 'own'])).mutation(({ ctx, input }) => ctx.app.techniques.base(input)),
  decide: procedure.input(z.strictObject({ paperIds, techniqueId: TechniqueId, decision: Decision.nullable() }))
    .mutation(({ ctx, input }) => ctx.app.techniques.decide(input)),
  counts: procedure.query(({ ctx }) => ctx.app.techniques.counts()),
  review: procedure.input(z.strictObject({ techniqueId: TechniqueId.nullable(), limit: z.number().int().min(1).max(500) })).query(({ ctx, input }) => ctx.app.techniques.review(input)),
  explain: procedure.input(z.strictObject({ techniqueId: TechniqueId, paperIds: z.array(PaperId).max(500) })).query(({ ctx, input }) => ctx.app.techniques.explain(input)),
  profile: procedure.input(TechniqueId).query(({ ctx, input }) => ctx.app.techniques.profile(input)),
  cross: procedure.input(z.strictObject({ techniques: techniqueIds, by: z.enum(['technique', 'status', 'year']) })).query(({ ctx, input }) => ctx.app.techniques.cross(input)),
});

const queryText = z.string().max(1000);

const queries = router({
  check: procedure.input(z.strictObject({ query: queryText, own: CollectionId.optional() })).query(({ ctx, input }) => ctx.app.queries.check(input.query, input.own)),
  ranked: procedure.input(z.strictObject({ query: queryText, limit: z.number().int().min(1).max(1000) })).query(({ ctx, input, signal }) => ctx.app.queries.ranked(input, wishOf(signal))),
  shown: procedure.input(z.strictObject({ query: queryText, ids: z.array(PaperId).max(200) })).query(({ ctx, input, signal }) => ctx.app.queries.shown(input, wishOf(signal))),
  indexState: early.query(({ ctx }) => ctx.app.queries.indexState()),
  related: procedure.input(z.strictObject({ papers: z.array(PaperId).max(100), text: z.string().max(MAX_INPUT).optional(), limit: z.number().int().min(1).max(100) })).query(({ ctx, input }) => ctx.app.search.related(input)),
  smartCounts: procedure.query(({ ctx, signal }) => ctx.app.queries.smartCounts(wishOf(signal))),
  find: procedure.input(z.strictObject({ text: queryText, limit: z.number().int().min(1).max(100) })).query(({ ctx, input, signal }) => ctx.app.queries.find(input, wishOf(signal))),
  values: procedure.input(z.strictObject({ field: z.enum(['author', 'venue']), text: queryText, limit: z.number().int().min(1).max(100) }))
    .query(({ ctx, input, signal }) => ctx.app.queries.values(input, wishOf(signal))),
});

const format = z.enum(['auto', ...importFormats]);
const encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional();
/** A name that the caller gives to work, to cancel it by. */
const job = z.string().min(1).max(100);

const imports = router({
  preview: procedure.input(z.strictObject({ text: z.string().max(MAX_INPUT), fileName: z.string().max(1000), format, encoding, job: job.optional() }))
    .mutation(({ ctx, input }) => ctx.app.imports.preview(input)),
  sample: procedure.mutation(({ ctx }) => ctx.app.imports.preview({ text: ctx.sample, fileName: 'the sample reading list', format: 'digest' })),
  commit: procedure.input(z.strictObject({ previewId: z.string(), chosen: z.array(position).optional(), complete: z.boolean(), job: job.optional() }))
    .mutation(({ ctx, input }) => ctx.app.imports.commit(input)),
  cancel: procedure.input(job).mutation(({ ctx, input }) => ctx.app.imports.cancel(input)),
});

const locale = z.string().min(1).max(35).optional();

const toPrint = z.strictObject({ selection: Selection, format: ExportFormat, style: CitationStyle, locale });

const exports_ = router({
  print: procedure.input(toPrint).mutation(({ ctx, input }) => ctx.app.exports.print(input)),
  /** The same in portions, for what may be too long for one message. */
  portions: procedure.input(toPrint).subscription(({ ctx, input }) => ctx.app.exports.portions(input)),
  losses: procedure.input(toPrint.omit({ style: true })).query(({ ctx, input }) => ctx.app.exports.losses(input)),
});

/** So many papers are cited together at the most. */
const cited = z.array(PaperId).max(1000);

const citing = router({
  find: procedure.input(z.strictObject({ words: z.string().max(200), first: cited, limit: z.number().int().min(1).max(200) }))
    .query(({ ctx, input }) => ctx.app.citing.find(input)),
  inText: procedure.input(z.strictObject({ ids: cited, style: CitationStyle, locale })).query(({ ctx, input }) => ctx.app.citing.inText(input)),
});

/** Asked in the call itself, so that no file that Lectern did not write is overwritten silently. */
const over = z.boolean();

const bindings = router({
  list: procedure.query(({ ctx }) => ctx.app.bindings.list()),
  check: procedure.mutation(({ ctx }) => ctx.app.bindings.check()),
  bind: procedure.input(z.strictObject({ fields: NewBinding, over })).mutation(({ ctx, input }) => ctx.app.bindings.bind(input.fields, input.over)),
  change: procedure.input(z.strictObject({ id: BindingId, fields: BindingEdit, over })).mutation(({ ctx, input }) => ctx.app.bindings.change(input.id, input.fields, input.over)),
  unbind: procedure.input(BindingId).mutation(({ ctx, input }) => ctx.app.bindings.unbind(input)),
  takeOver: procedure.input(z.strictObject({ id: BindingId, over })).mutation(({ ctx, input }) => ctx.app.bindings.takeOver(input.id, input.over)),
  theirs: procedure.input(BindingId).query(({ ctx, input }) => ctx.app.bindings.theirs(input)),
});

const styles = router({
  search: procedure.input(z.strictObject({ words: z.string().max(200), first: z.array(StyleId).max(500), limit: z.number().int().min(1).max(500) }))
    .query(({ ctx, input }) => ctx.app.styles.search(input)),
  named: procedure.input(z.array(StyleId).max(500)).query(({ ctx, input }) => ctx.app.styles.named(input)),
  languages: procedure.query(({ ctx }) => ctx.app.styles.languages()),
  add: procedure.input(z.strictObject({ name: z.string().max(1000), text: z.string().max(MAX_STYLE_BYTES) })).mutation(({ ctx, input }) => ctx.app.styles.add(input)),
  remove: procedure.input(StyleId).mutation(({ ctx, input }) => ctx.app.styles.remove(input)),
  example: procedure.input(z.strictObject({ style: CitationStyle, locale })).query(({ ctx, input }) => ctx.app.styles.example(input)),
});

const regeneration = z.strictObject({ ids: paperIds, pinnedToo: z.boolean() });

const keys = router({
  form: procedure.query(({ ctx }) => ctx.app.keys.form()),
  /** A pattern that is too long is a problem like another, told in words. */
  preview: procedure.input(z.strictObject({ pattern: z.string().max(10 * LONGEST_PATTERN), suffix: z.enum(['letters', 'numbers']), ids: paperIds.optional() }))
    .query(({ ctx, input }) => ctx.app.keys.preview(input)),
  previewRegeneration: procedure.input(regeneration).mutation(({ ctx, input }) => ctx.app.keys.previewRegeneration(input)),
  regenerate: procedure.input(regeneration).mutation(({ ctx, input }) => ctx.app.keys.regenerate(input)),
  pin: procedure.input(z.strictObject({ ids: paperIds, pinned: z.boolean() })).mutation(({ ctx, input }) => ctx.app.keys.pin(input.ids, input.pinned)),
});

const library = router({
  overview: early.query(({ ctx }) => ctx.app.overview()),
  settings: procedure.query(({ ctx }) => ctx.app.settings.get()),
  changeSettings: procedure.input(Settings.omit({ id: true, bindings: true }).partial()).mutation(({ ctx, input }) => ctx.app.settings.change(input)),
  condition: procedure.query(({ ctx }) => ctx.app.condition()),
  mend: procedure.mutation(({ ctx }) => ctx.app.mend()),
  undo: procedure.mutation(({ ctx }) => ctx.app.undo()),
  redo: procedure.mutation(({ ctx }) => ctx.app.redo()),
  /** Tells of changes and progress until the listener leaves. */
  events: early.subscription(({ ctx, signal }) => queueOf<AppEvent>((push) => ctx.app.onEvent(push), signal)),
});

const versions = z.number().int().positive();

const history = router({
  of: procedure.input(z.strictObject({ subject: Subject, limit: versions.max(1000) })).query(({ ctx, input }) => ctx.app.history.of(input)),
  recent: procedure.input(z.strictObject({ limit: versions.max(1000), before: versions.optional() })).query(({ ctx, input }) => ctx.app.history.recent(input)),
  restore: procedure.input(z.strictObject({ subject: Subject, seq: versions })).mutation(({ ctx, input }) => ctx.app.history.restore(input)),
});

const file = z.string().min(1).max(4096).refine((path) => !path.includes('\0'));
const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('name'), name: z.string().max(200) }),
  z.strictObject({ kind: z.literal('path'), path: file }),
]);

function refuseFiles({ namesFiles }: Context, named: boolean): void {
  if (named && namesFiles !== true) throw new DomainError('invalid-input', 'Only backups in the folder of the library can be used from a window.');
}

const backups = router({
  list: procedure.query(({ ctx }) => ctx.app.backups.list()),
  /** Makes a backup in the folder of the library, or (not from a window) as the file `to`. */
  make: procedure.input(z.strictObject({ to: file.optional() })).mutation(({ ctx, input }) => {
    refuseFiles(ctx, input.to !== undefined);
    return ctx.app.backups.make(input);
  }),
  previewRestore: procedure.input(source).mutation(({ ctx, input }) => {
    refuseFiles(ctx, input.kind === 'path');
    return ctx.app.backups.previewRestore(input);
  }),
  restore: procedure.input(source).mutation(({ ctx, input }) => {
    refuseFiles(ctx, input.kind === 'path');
    return ctx.app.backups.restore(input);
  }),
});

/** The small window for citing; each call answers null where the host has none. */
const palette = router({
  state: early.query(({ ctx }) => ctx.palette?.state() ?? null),
  change: early.input(Hotkey.nullable()).mutation(({ ctx, input }) => ctx.palette?.change(input) ?? null),
  show: early.mutation(({ ctx }) => ctx.palette?.show() ?? null),
  hide: early.mutation(({ ctx }) => ctx.palette?.hide() ?? null),
});

/** Files on their way out of a window by dragging; each call answers null where the host knows no such thing. */
const dragOut = router({
  prepare: procedure.input(paperIds).mutation(({ ctx, input }) => ctx.dragOut?.prepare(input) ?? null),
  start: procedure.input(z.uuid()).mutation(({ ctx, input }) => ctx.dragOut?.start?.(input) ?? null),
});

const host = router({
  info: early.query(({ ctx }) => ctx.host),
  raise: procedure.mutation(async ({ ctx }) => {
    await ctx.desk?.raise();
    return ctx.host;
  }),
  recent: procedure.query(({ ctx }) => ctx.desk?.recent() ?? []),
  open: procedure.input(z.strictObject({ folder: file })).mutation(({ ctx, input }) => ctx.desk?.open(input.folder)),
  choose: procedure.mutation(({ ctx }) => ctx.desk?.choose?.()),
  /** Where a file shall be, as the person says in the dialog of the system; null when they say nothing. */
  chooseFile: procedure.input(z.string().max(200)).mutation(({ ctx, input }) => ctx.desk?.chooseFile?.(input) ?? null),
  palette,
  dragOut,
  filesAt: early.query(({ ctx }) => ctx.filesAt ?? null),
});

export const appRouter = router({ papers, listings, attachments, notes, annotations, marks, webAnnotations, collections, techniques, queries, imports, exports: exports_, citing, styles, bindings, backups, history, library, keys, host });
export type AppRouter = typeof appRouter;
