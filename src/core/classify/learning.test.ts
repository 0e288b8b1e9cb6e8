import { describe, expect, it } from 'vitest';
import { TechniqueId } from '../model';
import { createClassifier } from './classifier';
import { learn, type Example } from './learning';

const id = TechniqueId.parse('beekeeping');
const untaught = createClassifier({ techniques: [{ id, name: 'Apiology', synonyms: [], phrases: [] }] });

const hives = ['wooden', 'winter', 'urban', 'glass', 'straw', 'alpine', 'coastal'];
const paper = (subject: string, kind: string) => ({ title: `A ${kind} study of ${subject}`, abstract: `We watch ${subject} in ${kind} places. The ${subject} are counted by hand every day.` });
const bees = hives.map((kind) => paper('honey bees', kind));
const others = ['river fish', 'old trees', 'city trams', 'night trains', 'paper mills', 'sea birds'].flatMap((subject) => hives.slice(0, 4).map((kind) => paper(subject, kind)));
const language = others.map((text) => untaught.example(text, null).terms);
const confirmed = bees.slice(0, 5).map((text) => untaught.example(text, id));

function taught(examples: { confirmed?: Example[]; rejected?: Example[] }) {
  const lesson = learn({ confirmed, rejected: [], others: language, ...examples });
  return untaught.taught(lesson === null ? new Map() : new Map([[id, lesson]]));
}

describe('learning', () => {
  it('finds a technique without phrases after five confirmed papers, by the words they share, and says which', () => {
    expect(taught({ confirmed: confirmed.slice(0, 4) }).classify(paper('honey bees', 'mossy'))).toEqual([]);
    const text = paper('honey bees', 'mossy');
    const [found] = taught({}).classify(text);
    expect(found?.score).toBeGreaterThanOrEqual(0.5);
    expect(found?.evidence[0]).toEqual({ field: 'title', start: 17, end: 27, text: 'honey bees' });
    for (const { field, start, end, text: passage } of found?.evidence ?? []) expect(text[field].slice(start, end)).toBe(passage);
    for (const other of others) expect(taught({}).classify(other)).toEqual([]);
  });

  it('does not depend on the order in which the papers were decided on', () => {
    const text = paper('honey bees', 'mossy');
    expect(taught({ confirmed: confirmed.toReversed() }).classify(text)).toEqual(taught({}).classify(text));
  });

  it('trusts a phrase less that was wrong more often than right', () => {
    const loose = createClassifier({ techniques: [{ id, name: 'Apiology', synonyms: [], phrases: [{ text: 'watch', weight: 1 }] }] });
    const text = paper('sea birds', 'mossy');
    const score = (classifier: typeof loose): number => classifier.classify(text)[0]?.score ?? 0;
    const rejected = others.slice(0, 6).map((each) => loose.example(each, id));
    const lesson = learn({ confirmed: [], rejected, others: language });
    expect(score(loose)).toBeGreaterThan(0.5);
    expect(lesson?.trust.size).toBe(1);
    expect(score(loose.taught(lesson === null ? new Map() : new Map([[id, lesson]])))).toBeLessThan(0.5);
  });

  it('leaves to the phrases what they find themselves', () => {
    const knowing = createClassifier({ techniques: [{ id, name: 'Apiology', synonyms: ['honey bees'], phrases: [] }] });
    const lesson = learn({ confirmed: bees.slice(0, 5).map((text) => knowing.example(text, id)), rejected: [], others: language });
    expect(lesson?.share).toBe(0);
  });

  it('learns nothing where there is nothing to compare with, or nothing in common', () => {
    expect(learn({ confirmed, rejected: [], others: language.slice(0, 5) })).toBeNull();
    expect(learn({ confirmed: [], rejected: [], others: language })).toBeNull();
    const silent: Example = { terms: new Map(), phrases: [], proposed: false };
    expect(learn({ confirmed: Array.from({ length: 6 }, () => silent), rejected: [], others: language })).toBeNull();
  });
});
