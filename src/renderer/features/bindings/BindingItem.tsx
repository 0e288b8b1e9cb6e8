import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import type { BoundView } from '../../../core/bindings';
import { nameOfView } from '../../app/naming';
import { useOverview } from '../../app/queries';
import { client } from '../../client';
import { bindingActions } from './bindingActions';
import { PathForm } from './PathForm';
import { fileOf, wordsOfState, type StateWords } from './words';
import classes from './Bindings.module.css';

/** A file that is kept up to date: where it is, what it follows, how it stands, and what can be done. */
export function BindingItem({ binding }: { binding: BoundView }) {
  const { data: overview } = useOverview();
  const [moving, setMoving] = useState(false);
  const { id, path, format, state } = binding;
  const view = nameOfView(binding, overview);
  const { tone, words } = wordsOfState(state);
  return (
    <li className={classes.item} aria-label={fileOf(path)}>
      <div className={classes.about}>
        <h3 className={classes.file} title={path}><bdi>{fileOf(path)}</bdi></h3>
        <p className={classes.muted}>follows {view}{format === 'biblatex' && ', for BibLaTeX'}</p>
      </div>
      <p className={classes.folder} title={path}><bdi>{path}</bdi></p>
      <p className={classes.state} data-tone={tone}><Sign tone={tone} />{words}</p>
      {moving
        ? <PathForm title={view} path={path} action="Move" onSubmit={(to, over) => client.bindings.change.mutate({ id, fields: { path: to }, over })} onDone={() => setMoving(false)} onCancel={() => setMoving(false)} />
        : <Actions binding={binding} onMove={() => setMoving(true)} />}
    </li>
  );
}

function Sign({ tone }: { tone: StateWords['tone'] }) {
  const Icon = { good: IconCheck, bad: IconAlertTriangle, quiet: IconCircleDashed }[tone];
  return <Icon size={14} stroke={1.8} aria-hidden="true" />;
}

function Actions({ binding, onMove }: { binding: BoundView; onMove: () => void }) {
  const name = fileOf(binding.path);
  const action = (label: string, work: () => unknown) => <Button size="compact-xs" variant="default" aria-label={`${label} ${name}`} onClick={() => { void work(); }}>{label}</Button>;
  return (
    <div className={classes.actions}>
      {binding.state.kind === 'foreign' && <>
        {action('Import theirs…', () => bindingActions.importTheirs(binding))}
        {action('Keep theirs and stop', () => bindingActions.unbind(binding))}
        {action('Overwrite', () => bindingActions.overwrite(binding))}
      </>}
      {binding.state.kind === 'not-here' && action('Write here', () => bindingActions.writeHere(binding))}
      {(binding.state.kind === 'folder-missing' || binding.state.kind === 'failed') && action('Try again', bindingActions.tryAgain)}
      {action('Move…', onMove)}
      {binding.on ? action('Pause', () => bindingActions.pause(binding)) : action('Go on', () => bindingActions.goOn(binding))}
      {binding.state.kind !== 'foreign' && action('Stop', () => bindingActions.unbind(binding))}
    </div>
  );
}
