import { describe, expect, it } from 'vitest';
import { fieldRules, type FieldRule, type TextFieldName } from './fields';

const written = (field: TextFieldName, value: string) => {
  const { settle = (text: string) => text, check = () => null }: FieldRule = fieldRules[field];
  const settled = settle(value);
  return check(settled) ?? `ok ${settled}`;
};

describe('the rules of fields', () => {
  it.each<[TextFieldName, string, string]>([
    ['issued', ' 2025-03 ', 'ok 2025-03'],
    ['issued', '', 'ok '],
    ['issued', 'March 2025', 'ok 2025-03'],
    ['issued', 'c. 2025', 'ok about 2025'],
    ['issued', '2024–2025', 'ok 2024 to 2025'],
    ['doi', 'https://doi.org/10.1000/182', 'ok 10.1000/182'],
    ['doi', 'doi: 10.1000/182', 'ok 10.1000/182'],
    ['arxivId', 'https://arxiv.org/abs/2402.05195v2', 'ok 2402.05195'],
    ['url', 'https://example.org', 'ok https://example.org'],
    ['title', ' as typed ', 'ok  as typed '],
  ])('takes %s %j', (field, value, expected) => {
    expect(written(field, value)).toBe(expected);
  });

  it.each(['2025', '2025-22~', '2024/2025', '-0043', ''])('write and read the stored date %j', (stored) => {
    expect(fieldRules.issued.read(fieldRules.issued.write(stored))).toBe(stored);
  });

  it.each<[TextFieldName, string]>([['issued', 'in press'], ['issued', '03/2025'], ['issued', '2025-13'], ['issued', '2023-02-30'], ['doi', '11.1/2'], ['arxivId', 'soon'], ['url', 'javascript:alert(1)'], ['url', 'example']])('refuses %s %j in words', (field, value) => {
    expect(written(field, value)).toMatch(/^[A-Z].*\.$/);
  });
});
