import { describe, expect, it } from 'vitest';
import { isWhole, nameOf } from './places';

describe('the name of a library', () => {
  it.each([['/home/ada/thesis', 'thesis'], ['/home/ada/thesis/', 'thesis'], ['C:\\Ada\\Second thesis', 'Second thesis'], ['/', '/'], ['', '']])('in %j is %j', (folder, name) => {
    expect(nameOf(folder)).toBe(name);
  });
});

describe('a path', () => {
  it.each(['/home/ada', '/', 'C:\\Ada', 'd:/ada', '\\\\disk\\ada'])('%j is whole', (path) => expect(isWhole(path)).toBe(true));
  it.each(['', 'thesis', './thesis', '~/thesis', 'C:thesis', '\\thesis'])('%j is not whole', (path) => expect(isWhole(path)).toBe(false));
});
