import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App, AppEvent } from '../src/core/app';
import { PaperId, TechniqueId } from '../src/core/model';
import { lectern } from './support/host';
import { appOn, digestOf, imported, temporaryApp, temporaryFolder } from './support/library';

const id = (text: string): TechniqueId => TechniqueId.parse(text);
const [pruning, quantization, peft, lora, qlora] = [id('pruning'), id('quantization'), id('peft'), id('lora'), id('qlora')];

const techniquesOf = (app: App, paper: PaperId | undefined): TechniqueId[] => app.papers.get(PaperId.parse(paper)).assignments.filter(({ state }) => state !== 'rejected').map((each) => each.id);
const known = (app: App, technique: TechniqueId) => app.techniques.taxonomy().techniques.find((each) => each.id === technique);

describe('the taxonomy of a library', () => {
  it('takes a technique of the reader’s own, and finds papers by its name and phrases', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [paper] = await imported(app, 'On the sound of church bells');
    const bells = await app.techniques.add({ name: 'Campanology', parentId: null, definition: 'The study of bells.', phrases: [{ text: 'church bell*', weight: 1 }] });
    expect(bells).toBe('campanology');
    expect(techniquesOf(app, paper)).toEqual([bells]);
    expect((await app.techniques.counts())[bells]).toEqual({ all: 1, unread: 1 });
    await app.undo();
    expect(known(app, bells)).toBeUndefined();
    await app.redo();
    await app.techniques.edit({ id: bells, phrases: [] });
    await app.techniques.counts();
    expect(techniquesOf(app, paper)).toEqual([]);
  });

  it('is there again after a restart, with what was changed of the built-in techniques', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'library');
    {
      await using first = await appOn(path);
      await imported(first.app, 'Pruning of models');
      await first.app.techniques.edit({ id: pruning, name: 'Leaving parts out' });
      await first.app.techniques.move({ id: qlora, parentId: quantization, before: null });
    }
    await using second = await appOn(path);
    expect(known(second.app, pruning)).toMatchObject({ name: 'Leaving parts out', origin: 'changed' });
    expect(known(second.app, qlora)).toMatchObject({ parentId: quantization });
    expect((await second.app.overview()).techniques.find((each) => each.id === pruning)).toMatchObject({ name: 'Leaving parts out', count: 1, unread: 1 });
    await second.app.techniques.reset(pruning);
    expect(known(second.app, pruning)).toMatchObject({ name: 'Pruning and sparsity', origin: 'built-in' });
  });

  it('counts a paper of a part for the whole, wherever that is moved', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [paper] = await imported(app, 'QLoRA for telescopes');
    expect(techniquesOf(app, paper)).toEqual([peft, lora, qlora]);
    await app.techniques.move({ id: qlora, parentId: quantization, before: null });
    const assignments = app.papers.get(PaperId.parse(paper)).assignments;
    expect(assignments.find((each) => each.id === qlora)?.ancestors).toEqual([quantization]);
    expect(assignments.map((each) => each.id)).toContain(quantization);
    await expect(app.techniques.move({ id: quantization, parentId: qlora, before: null })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('merges techniques with their phrases, parts and decisions', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [lopping, other] = await imported(app, 'Lopping of old trees', 'Old trees in winter');
    const from = await app.techniques.add({ name: 'Lopping', parentId: null });
    const part = await app.techniques.add({ name: 'Pollarding', parentId: from });
    await app.techniques.decide({ paperIds: [PaperId.parse(other)], techniqueId: from, decision: 'confirmed' });
    await app.techniques.merge({ id: from, into: pruning });
    expect(known(app, from)).toBeUndefined();
    expect(known(app, part)).toMatchObject({ parentId: pruning });
    expect(known(app, pruning)?.synonyms).toContain('Lopping');
    expect(techniquesOf(app, lopping)).toEqual([pruning]);
    expect(app.papers.get(PaperId.parse(other)).paper.decisions).toEqual({ [pruning]: 'confirmed' });
    await app.techniques.merge({ id: pruning, into: quantization });
    expect(known(app, pruning)).toMatchObject({ retired: true });
    expect(techniquesOf(app, lopping)).toEqual([quantization]);
    await app.undo();
    await app.undo();
    expect(app.papers.get(PaperId.parse(other)).paper.decisions).toEqual({ [from]: 'confirmed' });
    expect(known(app, pruning)).toMatchObject({ retired: false, origin: 'built-in' });
  });

  it('splits a technique by its phrases', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const whole = await app.techniques.add({ name: 'Trees', parentId: null, phrases: [{ text: 'oak', weight: 1 }, { text: 'fir', weight: 1 }] });
    const part = await app.techniques.split({ id: whole, name: 'Conifers', take: ['Fir'], place: 'inside' });
    expect(known(app, whole)?.phrases.map(({ text }) => text)).toEqual(['oak']);
    expect(known(app, part)).toMatchObject({ name: 'Conifers', parentId: whole, phrases: [{ text: 'fir', weight: 1 }] });
    const [fir] = await imported(app, 'A fir in the garden');
    expect(techniquesOf(app, fir)).toEqual([whole, part]);
  });

  it('proposes what is retired no more, and keeps what was confirmed of it', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [first, second, third] = await imported(app, 'QLoRA for telescopes', 'LoRA for microscopes', 'LoRA for magnifiers');
    await app.techniques.decide({ paperIds: [PaperId.parse(second)], techniqueId: lora, decision: 'confirmed' });
    await app.techniques.retire(lora);
    expect(techniquesOf(app, first)).toEqual([peft, qlora]);
    expect(techniquesOf(app, second)).toEqual([peft, lora]);
    expect(techniquesOf(app, third)).toEqual([peft]);
    expect(known(app, qlora)).toMatchObject({ parentId: peft });
    await app.techniques.reinstate(lora);
    expect(techniquesOf(app, third)).toEqual([peft, lora]);
  });

  it('goes out as a file and comes in again, over what is there or instead of it', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const file = JSON.parse(app.techniques.exportFile()) as { techniques: { id: string }[] };
    expect(await app.techniques.importFile({ text: app.techniques.exportFile(), instead: false })).toEqual({ added: 0, changed: 0, removed: 0 });
    const garden = JSON.stringify({ version: 1, name: 'Gardening', techniques: [{ id: 'grafting', name: 'Grafting', definition: '', synonyms: [], phrases: [] }] });
    expect(await app.techniques.importFile({ text: garden, instead: false })).toEqual({ added: 1, changed: 0, removed: 0 });
    expect(app.techniques.taxonomy().techniques).toHaveLength(file.techniques.length + 1);
    expect(await app.techniques.importFile({ text: garden, instead: true })).toMatchObject({ added: 0 });
    expect(app.techniques.taxonomy()).toMatchObject({ base: 'own', techniques: [{ id: 'grafting', origin: 'own' }] });
    await app.undo();
    await app.undo();
    expect(app.techniques.taxonomy()).toMatchObject({ base: 'built-in' });
    await expect(app.techniques.importFile({ text: '{}', instead: true })).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('can be begun anew for another field', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [paper] = await imported(app, 'Pruning of models');
    await app.techniques.base('own');
    expect(app.techniques.taxonomy().techniques).toEqual([]);
    expect(techniquesOf(app, paper)).toEqual([]);
    expect(await app.techniques.add({ name: 'Pruning', parentId: null })).toBe('pruning');
    expect(techniquesOf(app, paper)).toEqual([pruning]);
    await app.techniques.base('built-in');
    expect(app.techniques.taxonomy().techniques.length).toBeGreaterThan(100);
  });

  it('tells the windows of every change', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    await imported(app, 'Pruning of models');
    await app.overview();
    const events: AppEvent['kind'][] = [];
    app.onEvent(({ kind }) => events.push(kind));
    await app.techniques.edit({ id: pruning, name: 'Leaving parts out' });
    await app.techniques.counts();
    expect(events).toEqual(['taxonomy', 'changed', 'refreshed']);
  });

  it('survives any order of edits, each of which can be undone and made again', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    await imported(app, 'QLoRA for telescopes', 'Pruning and quantization of models');
    const before = app.techniques.exportFile();
    await app.techniques.merge({ id: lora, into: quantization });
    await app.techniques.retire(peft);
    await app.techniques.split({ id: quantization, name: 'Rounding', take: ['low-bit'], place: 'beside' });
    await app.techniques.move({ id: pruning, parentId: quantization, before: null });
    const after = app.techniques.exportFile();
    for (let step = 0; step < 4; step += 1) await app.undo();
    expect(app.techniques.exportFile()).toBe(before);
    for (let step = 0; step < 4; step += 1) await app.redo();
    expect(app.techniques.exportFile()).toBe(after);
  });
});

describe('learning from decisions', () => {
  const subjects = ['organs', 'harpsichords', 'lutes', 'viols', 'shawms', 'zinks', 'spinets', 'fiddles'];
  const others = ['Rivers and their fish', 'The growth of cities', 'Clouds over the sea', 'How paper is made', 'A history of trams', 'Stones of the desert', 'The flight of geese', 'Salt and its trade', 'Maps of the coast', 'Lamps for long nights', 'On the age of trees', 'Roads through marshes'];

  it('makes a technique of the reader’s own work after five confirmed papers, also after a restart, and says by which words', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'library');
    let ids: PaperId[];
    const technique = id('organology');
    {
      await using first = await appOn(path);
      const { app } = first;
      await imported(app, ...others);
      ids = await imported(app, ...subjects.map((subject) => `Baroque temperament of ${subject}`));
      expect(await app.techniques.add({ name: 'Organology', parentId: null })).toBe(technique);
      await app.techniques.decide({ paperIds: ids.slice(0, 4), techniqueId: technique, decision: 'confirmed' });
      expect((await app.techniques.counts())[technique]?.all).toBe(4);
      await app.techniques.decide({ paperIds: ids.slice(4, 5), techniqueId: technique, decision: 'confirmed' });
      expect((await app.techniques.counts())[technique]?.all).toBe(8);
      await app.techniques.decide({ paperIds: ids.slice(7), techniqueId: technique, decision: 'rejected' });
      expect((await app.techniques.counts())[technique]?.all).toBe(7);
    }
    await using second = await appOn(path);
    const { assignments, paper } = second.app.papers.get(PaperId.parse(ids[5]));
    const proposed = assignments.find((each) => each.id === technique);
    expect(proposed?.state).toBe('suggested');
    expect(proposed?.evidence[0]?.text).toBe('Baroque temperament');
    for (const { field, start, end, text } of proposed?.evidence ?? []) expect(paper[field].slice(start, end)).toBe(text);
  });
});

describe('what is told of techniques', () => {
  it('asks about what is doubtful until it is answered', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const doubt = await app.techniques.add({ name: 'Campanology', parentId: null, phrases: [{ text: 'bells', weight: 0.36, field: 'title' }] });
    const [paper] = await imported(app, 'Towers with bells');
    const { waiting, questions } = await app.techniques.review({ techniqueId: doubt, limit: 10 });
    expect([waiting, questions.map(({ paperId }) => paperId)]).toEqual([1, [paper]]);
    expect(questions[0]?.evidence).toEqual([{ field: 'title', start: 12, end: 17, text: 'bells' }]);
    await app.techniques.decide({ paperIds: [PaperId.parse(paper)], techniqueId: doubt, decision: 'rejected' });
    expect(await app.techniques.review({ techniqueId: doubt, limit: 10 })).toEqual({ waiting: 0, questions: [] });
  });

  it('profiles a technique and crosses it with others, statuses and years', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const ids = await imported(app, 'Pruning and quantization of models', 'Pruning alone', 'Quantization alone', 'A tale of towns', 'Another tale', 'Of the sea', 'Of the hills');
    await app.papers.update(ids.slice(0, 1), { status: 'done' });
    await app.papers.edit(PaperId.parse(ids[1]), { issued: '2021' });
    await app.techniques.decide({ paperIds: ids.slice(3, 4), techniqueId: pruning, decision: 'rejected' });
    expect(await app.techniques.profile(pruning)).toMatchObject({ confirmed: 0, suggested: 2, rejected: 1, statuses: { 'to-read': 1, reading: 0, done: 1 }, years: [{ year: 2021, count: 1 }], related: [{ id: quantization, both: 1 }] });
    expect(await app.techniques.cross({ techniques: [pruning, quantization], by: 'technique' })).toEqual({ rows: [pruning, quantization], columns: [pruning, quantization], counts: [[2, 1], [1, 2]] });
    expect(await app.techniques.cross({ techniques: [pruning], by: 'status' })).toMatchObject({ columns: ['to-read', 'reading', 'done'], counts: [[1, 0, 1]] });
    expect(await app.techniques.cross({ techniques: [pruning], by: 'year' })).toMatchObject({ columns: ['2021'], counts: [[1]] });
    const [explained] = await app.techniques.explain({ techniqueId: pruning, paperIds: ids });
    expect(explained).toMatchObject({ paperId: ids[0], state: 'suggested', evidence: expect.arrayContaining([{ field: 'title', start: 0, end: 7, text: 'Pruning' }]) as unknown });
  });
});

describe('lectern techniques', () => {
  it('edits the taxonomy from the command line', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    const run = async (...args: string[]) => lectern(library, ['techniques', ...args]);
    const json = async (...args: string[]): Promise<unknown> => JSON.parse((await run(...args, '--json')).out);
    const digest = join(folder.path, 'digest.txt');
    await writeFile(digest, digestOf('Church bells of the north'));
    await lectern(library, ['import', digest]);
    expect(await json('add', 'Campanology', '--phrase', 'church bell*=0.9', 'title:towers', '--synonym', 'bell lore')).toEqual({ id: 'campanology' });
    expect(await json('nest', 'campanology', 'Survey')).toEqual({ id: 'campanology', parentId: 'survey' });
    expect(await json('rename', 'campanology', 'Bells')).toEqual({ id: 'campanology' });
    const { techniques } = await json('list') as { techniques: { id: string }[] };
    expect(techniques.find((each) => each.id === 'campanology')).toMatchObject({
      name: 'Bells', parentId: 'survey', origin: 'own', count: 1, unread: 1, synonyms: ['bell lore'], phrases: [{ text: 'church bell*', weight: 0.9 }, { text: 'towers', weight: 1, field: 'title' }],
    });
    const listed = JSON.parse((await lectern(library, ['list', '--json'])).out) as { id: string; techniques: unknown }[];
    expect(listed[0]?.techniques).toContainEqual(expect.objectContaining({ id: 'campanology', ancestors: ['survey'] }));
    expect(await json('reject', 'bells', listed[0]?.id ?? '')).toMatchObject({ decision: 'rejected' });
    const file = join(folder.path, 'taxonomy.json');
    expect((await run('export', '--out', file)).code).toBe(0);
    expect((await run('empty')).code).toBe(0);
    expect((await run('list')).code).toBe(1);
    expect(await json('import', file)).toMatchObject({ removed: 0, changed: 0 });
    expect((await lectern(library, ['undo'])).out).toContain('Import the taxonomy');
    expect((await run('merge', 'nothing', 'peft')).err).toContain('There is no technique with the id or name “nothing”');
    expect((await run('add', 'Short', '--phrase', 'x=9')).code).toBe(2);
  }, 120_000);
});
