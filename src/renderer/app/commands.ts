import { useHotkeys } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef } from 'react';
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

/** Whether something on view knows a command. */
export function canRun(command: Command): boolean {
  return stack.some(({ current }) => current[command] !== undefined);
}

/** Answers commands for as long as the component is on view. */
export function useCommands(handlers: Handlers): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => { latest.current = handlers; });
  useEffect(() => {
    stack.push(latest);
    return () => { stack.splice(stack.indexOf(latest), 1); };
  }, []);
}

/**
 * Listens to the keyboard and the window's menu. Keys typed into a field stay the field's own: undo
 * there is the field's undo. So do keys that what has the focus understands itself.
 */
export function useShortcuts(): void {
  useHotkeys(shortcuts.map(({ keys, command }) => [keys, (event) => { if (!isTaken(event) && run(command)) event.preventDefault(); }, { preventDefault: false }]));
  useEffect(() => bridge?.onCommand((command) => { run(command as Command); }), []);
}

/**
 * Whether a key has been answered already, works a button or link that has the focus, or was pressed in a dialog or
 * menu. One that is gone by now was closed by this very key.
 */
function isTaken({ defaultPrevented, key, target }: KeyboardEvent): boolean {
  if (defaultPrevented) return true;
  if (!(target instanceof Element)) return false;
  if (!target.isConnected) return true;
  return (key === 'Enter' && target.closest('button, a[href]') !== null) || target.closest('[role="dialog"], [role="menu"]') !== null;
}
