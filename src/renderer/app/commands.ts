import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { bridge } from '../client';
import { shortcuts, type Command } from './shortcuts';

type Handlers = Partial<Record<Command, () => void>>;

/** The handlers of what is on view, innermost last. */
const stack: { current: Handlers }[] = [];

/** Runs a command with the innermost handler that knows it; answers whether there was one. */
export function run(command: Command): boolean {
  const handlers = stack.findLast(({ current }) => current[command] !== undefined);
  handlers?.current[command]?.();
  return handlers !== undefined;
}

/** Answers commands for as long as the component is on view. */
export function useCommands(handlers: Handlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    stack.push(latest);
    return () => { stack.splice(stack.indexOf(latest), 1); };
  }, []);
}

/**
 * Listens to the keyboard and the window's menu. Keys typed into a field stay the field's own: undo
 * there is the field's undo.
 */
export function useShortcuts(): void {
  useHotkeys(shortcuts.map(({ keys, command }) => [keys, (event) => { if (run(command)) event.preventDefault(); }, { preventDefault: false }]));
  useEffect(() => bridge?.onCommand((command) => { run(command as Command); }), []);
}

