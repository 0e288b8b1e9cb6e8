import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { choices, fields, fieldWords } from './fields';
import { parse } from './parser';

const manual = readFileSync(resolve(import.meta.dirname, '../../../docs/QUERY.md'), 'utf8');
const examples = [...manual.matchAll(/^\| `([^`]+)` \|/gm)].map(([, example = '']) => example);

describe('docs/QUERY.md', () => {
  it('has examples of every field, which are read without a finding', () => {
    expect(examples.length).toBeGreaterThan(40);
    for (const example of examples) expect([example, parse(example).findings]).toEqual([example, []]);
    expect(fields.filter((field) => !examples.some((example) => example.includes(`${field}:`)))).toEqual([]);
  });

  it('tells every value', () => {
    for (const value of Object.values(choices).flat()) expect(manual).toMatch(new RegExp(`[\`:]${value}\``));
  });
});

describe('what the fields are told by', () => {
  it('are examples that are read without a finding', () => {
    for (const { example } of Object.values(fieldWords)) expect([example, parse(example).findings]).toEqual([example, []]);
  });
});
