import { describe, expect, it } from 'vitest';
import { parse, partsOf } from '../../../core/query';
import { partWords } from './partWords';

const known = { techniques: [{ id: 'peft', name: 'Parameter-efficient fine-tuning' }] };

describe('the chips of a query', () => {
  it.each([
    ['low "rank" (a OR -b)', []],
    ['year:2023..2025 year:..2020 year:2021.. year:>=2019 year:2024', ['Year: 2023–2025', 'Year: up to 2020', 'Year: from 2021', 'Year: from 2019', 'Year: 2024']],
    ['rating:>=4 added:<7d added:>1y added:2024-05', ['Rating: from 4 stars', 'Added: within 7 days', 'Added: more than 1 year ago', 'Added: 2024-05']],
    ['technique:peft technique:other tag:"to cite" doi:10.1* title:"low rank"', ['Technique: Parameter-efficient fine-tuning', 'Technique: other', 'Tag: to cite', 'DOI: 10.1*', 'Title: "low rank"']],
    ['(status:reading OR status:done) -is:starred -doi:x', ['Status: Reading or Done', 'Not is: starred', 'Not DOI: x']],
    ['(a OR tag:b) -(tag:x year:2020)', ['a OR tag:b', 'Not tag:x year:2020']],
  ])('%s', (query, words) => {
    expect(partsOf(parse(query).query).flatMap((part) => partWords(part, known) ?? [])).toEqual(words);
  });
});
