import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Bound } from '../../../core/bindings';
import { fileNameOf } from '../../app/naming';
import { useHost } from '../../app/queries';
import { client, wordsOf } from '../../client';
import classes from './Bindings.module.css';

interface PathFormProps {
  /** What the file follows, which suggests a name for it. */
  title: string;
  path: string;
  action: string;
  /** What else can be chosen beside the path. */
  options?: ReactNode;
  /** Binds the file; `over` agrees that one that is there already is overwritten. */
  onSubmit: (path: string, over: boolean) => Promise<Bound>;
  onDone: () => void;
  /** Leaves the file where it is; without it there is nothing to go back to. */
  onCancel?: () => void;
}

type Trouble = { kind: 'occupied' } | { kind: 'error'; words: string };

/** Asks where a file shall be. One that is there already is overwritten only after a word of its own. */
export function PathForm({ title, path: before, action, options, onSubmit, onDone, onCancel }: PathFormProps) {
  const [path, setPath] = useState(before);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(over: boolean): Promise<void> {
    setBusy(true);
    try {
      const { kind } = await onSubmit(path.trim(), over);
      if (kind === 'bound') onDone();
      else setTrouble(kind === 'occupied' ? { kind } : { kind: 'error', words: 'The folder of this file is not there. Make it first, or choose another.' });
    } catch (error) {
      setTrouble({ kind: 'error', words: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  }

  function change(next: string): void {
    setPath(next);
    setTrouble(null);
  }

  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void submit(false); }}>
      <div className={classes.fields}>
        <TextInput
          data-autofocus className={classes.path} size="xs" label="File" description="The whole path of a .bib file, such as /home/ada/thesis/references.bib"
          value={path} error={trouble?.kind === 'error' && trouble.words} spellCheck={false} autoComplete="off" maxLength={4096}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
        <ChooseFile name={fileNameOf(title, 'bib')} onChosen={change} />
        {options}
        <Button type="submit" size="xs" loading={busy} disabled={path.trim() === '' || trouble?.kind === 'occupied'}>{action}</Button>
        {onCancel !== undefined && <Button size="xs" variant="default" onClick={onCancel}>Cancel</Button>}
      </div>
      {trouble?.kind === 'occupied' && (
        <div className={classes.question} role="alert">
          <p>There is a file of this name already, which Lectern did not write for this. Everything in it would be replaced.</p>
          <Button size="compact-xs" color="red" variant="light" loading={busy} onClick={() => { void submit(true); }}>Overwrite it</Button>
        </div>
      )}
    </form>
  );
}

/** Opens the dialog of the system, where the host has one. */
function ChooseFile({ name, onChosen }: { name: string; onChosen: (path: string) => void }) {
  const { data: host } = useHost();
  if (host?.kind !== 'electron') return null;
  return (
    <Button size="xs" variant="default" onClick={() => {
      void client.host.chooseFile.mutate(name).then((path) => { if (path !== null) onChosen(path); });
    }}>
      Choose…
    </Button>
  );
}
