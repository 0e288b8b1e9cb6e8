import { describe, expect, it } from 'vitest';
import { asShortcut, defaultHotkey, Hotkey, hotkeyOf } from './hotkey';

const pressed = (key: string, code: string, ...held: ('ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey')[]) =>
  ({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...Object.fromEntries(held.map((name) => [name, true])) });

describe('hotkeyOf', () => {
  it.each([
    ['CommandOrControl+Alt+K', pressed('k', 'KeyK', 'ctrlKey', 'altKey'), false],
    ['CommandOrControl+Alt+K', pressed('˚', 'KeyK', 'metaKey', 'altKey'), true],
    ['Control+Shift+1', pressed('!', 'Digit1', 'ctrlKey', 'shiftKey'), true],
    ['Super+Space', pressed(' ', 'Space', 'metaKey'), false],
    ['Alt+F12', pressed('F12', 'F12', 'altKey'), false],
    ['F9', pressed('F9', 'F9'), false],
    ['CommandOrControl+Q', pressed('q', 'KeyA', 'ctrlKey'), false],
  ])('reads %s', (hotkey, event, mac) => {
    expect(hotkeyOf(event, mac)).toBe(hotkey);
  });

  it.each([
    ['a letter', pressed('k', 'KeyK')],
    ['a capital', pressed('K', 'KeyK', 'shiftKey')],
    ['Ctrl alone', pressed('Control', 'ControlLeft', 'ctrlKey')],
    ['Ctrl with Enter', pressed('Enter', 'Enter', 'ctrlKey')],
  ])('does not take %s', (_, event) => {
    expect(hotkeyOf(event, false)).toBeNull();
  });
});

it('names itself as the shortcuts of the window do', () => {
  expect(Hotkey.parse(defaultHotkey)).toBe(defaultHotkey);
  expect(asShortcut(defaultHotkey)).toBe('mod+alt+K');
  expect(asShortcut('Control+Alt+Shift+F2')).toBe('ctrl+alt+shift+F2');
});
