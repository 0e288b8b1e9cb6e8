import { Modal, NativeSelect, Skeleton } from '@mantine/core';
import { IconFileSymlink } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { NewBinding } from '../../../core/bindings';
import { BoundFormat } from '../../../core/model';
import { useDialog, type Dialog } from '../../app/dialogs';
import { nameOfView } from '../../app/naming';
import { useBindings, useOverview } from '../../app/queries';
import { client, wordsOf } from '../../client';
import { EmptyState, FailureState } from '../../ui/States';
import tallDialog from '../../ui/tallDialog.module.css';
import { bindingActions } from './bindingActions';
import { BindingItem } from './BindingItem';
import { PathForm } from './PathForm';
import classes from './Bindings.module.css';

type BindingsSession = Extract<Dialog, { kind: 'bindings' }>;

/** The files that Lectern keeps up to date, and making one of a part of the library. */
export function BindingsDialog() {
  const { dialog, close } = useDialog();
  const session = dialog?.kind === 'bindings' ? dialog : null;
  return (
    <Modal opened={session !== null} onClose={close} title="Files kept up to date" size={760} yOffset="6dvh" transitionProps={{ exitDuration: 0 }} classNames={tallDialog}>
      {session !== null && <Session session={session} />}
    </Modal>
  );
}

function Session({ session }: { session: BindingsSession }) {
  const [view, setView] = useState(session.make ?? null);
  useEffect(() => { void bindingActions.tryAgain(); }, []); // what happened on the disk meanwhile is seen only by looking
  return (
    <>
      <div className={classes.head}>
        {view === null
          ? <p className={classes.explanation}>Each file follows a part of the library and is written within two seconds of a change. To add one, choose “Keep a .bib file up to date…” beside Export, or in the menu of a collection or technique.</p>
          : <NewFile view={view} onDone={() => setView(null)} />}
      </div>
      <List />
    </>
  );
}

const formats: { value: BoundFormat; label: string }[] = [{ value: 'bibtex', label: 'BibTeX' }, { value: 'biblatex', label: 'BibLaTeX' }];

function NewFile({ view, onDone }: { view: Pick<NewBinding, 'scope' | 'filter'>; onDone: () => void }) {
  const { data: overview } = useOverview();
  const [format, setFormat] = useState<BoundFormat>('bibtex');
  const title = nameOfView(view, overview);
  return (
    <section aria-label="New file">
      <h3 className={classes.title}>Keep a .bib file up to date with {title}</h3>
      <PathForm
        title={title} path="" action="Keep up to date" onDone={onDone}
        options={<NativeSelect size="xs" label="Format" value={format} data={formats} onChange={({ currentTarget }) => setFormat(BoundFormat.parse(currentTarget.value))} />}
        onSubmit={(path, over) => client.bindings.bind.mutate({ fields: { ...view, format, path }, over })}
      />
    </section>
  );
}

function List() {
  const bindings = useBindings();
  if (bindings.isError) return <FailureState title="The files could not be listed" message={wordsOf(bindings.error)} onRetry={() => { void bindings.refetch(); }} />;
  if (bindings.isPending) return <output className={classes.skeleton} aria-label="Looking at the files"><Skeleton height={14} width="60%" /><Skeleton height={14} width="80%" /></output>;
  if (bindings.data.length === 0) return <EmptyState icon={<IconFileSymlink size={32} stroke={1.5} />} title="No file yet" message="A .bib file that follows your library is there for LaTeX whenever you need it." />;
  return (
    <ul className={classes.list} aria-label="Files kept up to date" tabIndex={0}>
      {bindings.data.map((binding) => <BindingItem key={binding.id} binding={binding} />)}
    </ul>
  );
}
