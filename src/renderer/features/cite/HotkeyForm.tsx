import { Alert, Kbd, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { asShortcut, defaultHotkey, hotkeyOf, type Hotkey } from '../../../core/hotkey';
import { isMac, keyNames } from '../../app/keyNames';
import { queryClient } from '../../app/queries';
import { client, wordsOf } from '../../client';
import { paletteKey } from './takenKeys';
import classes from './Cite.module.css';

const TAKEN = 'Another program has these keys already. Choose others, or free them there and try again.';

/** Chooses the keys, or none. They are tried at once, and kept only if they are free. */
export function HotkeyForm() {
  const { data: state } = useQuery({ queryKey: paletteKey, queryFn: () => client.host.palette.state.query() });
  const [problem, setProblem] = useState<string | null>(null);
  const [listening, setListening] = useState(false);
  if (state === undefined || state === null) return null;

  async function change(hotkey: Hotkey | null): Promise<void> {
    try {
      queryClient.setQueryData(paletteKey, await client.host.palette.change.mutate(hotkey));
      setProblem(null);
    } catch (error) {
      setProblem(wordsOf(error));
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    if (!listening || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const hotkey = hotkeyOf(event, isMac);
    if (hotkey === null && event.key !== 'Escape') return;
    setListening(false);
    if (hotkey !== null) void change(hotkey);
  }

  const { hotkey, taken } = state;
  const words = problem ?? (taken ? TAKEN : null);
  return (
    <div className={classes.keys}>
      <Switch
        label="Open the cite palette with these keys from any program" checked={hotkey !== null}
        onChange={({ currentTarget }) => { void change(currentTarget.checked ? defaultHotkey : null); }}
      />
      {hotkey !== null && (
        <button
          type="button" className={classes.recorder} data-listening={listening || undefined} aria-label={`Keys: ${spoken(hotkey)}. Press to change them.`}
          onClick={() => setListening(true)} onBlur={() => setListening(false)} onKeyDown={onKeyDown}
        >
          {listening ? <span role="status">Press the new keys, with {isMac ? '⌘, ⌃ or ⌥' : 'Ctrl or Alt'}…</span> : <><span className={classes.caps}>{names(hotkey).map((key) => <Kbd key={key}>{key}</Kbd>)}</span><span className={classes.change}>Change</span></>}
        </button>
      )}
      {words !== null && <Alert color="red" variant="light" role="alert" className={classes.alert}>{words}</Alert>}
      <p className={classes.note}>This is a setting of this machine, for all your libraries. The menu opens the palette too: File, Cite.</p>
    </div>
  );
}

const names = (hotkey: Hotkey): string[] => keyNames(asShortcut(hotkey), isMac);
const spoken = (hotkey: Hotkey): string => names(hotkey).join(' ');
