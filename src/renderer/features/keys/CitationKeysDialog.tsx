import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { defaultKeyPattern, type KeySuffix } from '../../../core/formats/citationKey';
import { readKeyPattern } from '../../../core/formats/citationKeyPattern';
import { act } from '../../app/act';
import { useDialog } from '../../app/dialogs';
import { useOverview } from '../../app/queries';
import { client, wordsOf } from '../../client';
import { FailureState, LoadingState } from '../../ui/States';
import tallDialog from '../../ui/tallDialog.module.css';
import { useKeyForm, useKeyPreview } from './keyQueries';
import { KeyTable } from './KeyTable';
import { inserted } from './patternText';
import { PieceList } from './PieceList';
import classes from './Keys.module.css';

interface Form { pattern: string; suffix: KeySuffix }

/** How the citation keys of the library are made, with what a pattern makes of its papers. */
export function CitationKeysDialog() {
  const { dialog, close } = useDialog();
  return (
    <Modal opened={dialog?.kind === 'citation-keys'} onClose={close} title="Citation keys" size={900} yOffset="6dvh" closeButtonProps={{ 'aria-label': 'Close' }} transitionProps={{ exitDuration: 0 }} classNames={tallDialog}>
      {dialog?.kind === 'citation-keys' && <Content />}
    </Modal>
  );
}

function Content() {
  const form = useKeyForm();
  const { data: overview } = useOverview();
  if (form.isError) return <FailureState title="The pattern could not be read" message={wordsOf(form.error)} onRetry={() => { void form.refetch(); }} />;
  if (form.isPending || overview === undefined) return <LoadingState label="Reading the pattern" />;
  // A new form for a new pattern, such as one that an undo brings back.
  return <PatternForm key={`${form.data.pattern} ${form.data.suffix}`} kept={form.data} readOnly={overview.condition.kind !== 'sound'} />;
}

function PatternForm({ kept, readOnly }: { kept: Form; readOnly: boolean }) {
  const [form, setForm] = useState(kept);
  const field = useRef<HTMLInputElement>(null);
  const read = readKeyPattern(form.pattern);
  const isSound = read.kind === 'pattern';
  const changed = form.pattern !== kept.pattern || form.suffix !== kept.suffix;

  async function save(): Promise<void> {
    if (isSound) await act(() => client.library.changeSettings.mutate({ keyPattern: form.pattern, keySuffix: form.suffix }), 'Changed how citation keys are made');
  }

  function insert(text: string): void {
    const { current } = field;
    const next = inserted(form.pattern, text, { from: current?.selectionStart ?? form.pattern.length, to: current?.selectionEnd ?? form.pattern.length });
    setForm({ ...form, pattern: next.pattern });
    requestAnimationFrame(() => {
      current?.focus();
      current?.setSelectionRange(next.cursor, next.cursor);
    });
  }

  return (
    <>
      <form className={classes.head} aria-label="Pattern of citation keys" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <p className={classes.explanation}>New papers get their key by this pattern. Keys that papers have stay as they are; select papers in the list and choose “Keys…” below it to make theirs anew.</p>
        <TextInput
          ref={field} size="sm" label="Pattern" data-autofocus spellCheck={false} autoComplete="off" disabled={readOnly} classNames={{ input: classes.pattern, error: classes.problem }}
          value={form.pattern} onChange={(event) => setForm({ ...form, pattern: event.currentTarget.value })}
          error={isSound ? null : `Column ${read.problem.column}: ${read.problem.reason}`}
        />
        <div className={classes.fields}>
          <NativeSelect
            size="xs" label="Behind a key that is taken" disabled={readOnly} value={form.suffix} onChange={(event) => setForm({ ...form, suffix: event.currentTarget.value === 'numbers' ? 'numbers' : 'letters' })}
            data={[{ value: 'letters', label: 'a, b, c, …' }, { value: 'numbers', label: '-2, -3, -4, …' }]}
          />
          <span className={classes.spread} />
          <Button size="xs" variant="subtle" disabled={readOnly || form.pattern === defaultKeyPattern} onClick={() => setForm({ ...form, pattern: defaultKeyPattern })}>Use the default</Button>
          <Button type="submit" size="xs" disabled={readOnly || !changed || !isSound}>Keep this pattern</Button>
        </div>
      </form>
      <div className={classes.columns}>
        <Preview form={form} isSound={isSound} kept={kept} />
        <PieceList disabled={readOnly} onInsert={insert} />
      </div>
    </>
  );
}

/** How long typing pauses before the host is asked, in milliseconds. */
const PAUSE = 100;

/** The keys by the pattern as it is typed; while it is wrong, by the last that was right. */
function Preview({ form, isSound, kept }: { form: Form; isSound: boolean; kept: Form }) {
  const [sound, setSound] = useState(kept);
  if (isSound && (sound.pattern !== form.pattern || sound.suffix !== form.suffix)) setSound(form);
  const [asked] = useDebouncedValue(sound, PAUSE);
  const preview = useKeyPreview(asked.pattern, asked.suffix);
  if (preview.isError) return <FailureState title="The keys could not be made" message={wordsOf(preview.error)} onRetry={() => { void preview.refetch(); }} />;
  if (preview.isPending) return <LoadingState label="Making keys" />;
  if (preview.data.kind === 'problem' || preview.data.keys.length === 0) return <p className={classes.none}>The library has no papers yet to show the pattern with.</p>;
  return <KeyTable keys={preview.data.keys} label="Keys of the newest papers" />;
}
