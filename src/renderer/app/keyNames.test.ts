import { describe, expect, it } from 'vitest';
import { keyNames } from './keyNames';

describe('keyNames', () => {
  it('names the keys of a PC', () => {
    expect(keyNames('mod+shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyNames('Escape', false)).toEqual(['Esc']);
  });

  it('names the keys of a Mac', () => {
    expect(keyNames('mod+alt+N', true)).toEqual(['⌘', '⌥', 'N']);
  });

  it('shows the question mark without the shift that types it', () => {
    expect(keyNames('shift+?', false)).toEqual(['?']);
  });
});
