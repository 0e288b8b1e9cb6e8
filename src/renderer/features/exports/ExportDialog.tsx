import { Button, Modal, Radio } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { counted } from '../../../core/text';
import { styleOf, useCiteChoice } from '../../app/citeChoice';
import { useDialog, type Dialog } from '../../app/dialogs';
import { useOverview, useView } from '../../app/queries';
import { wordsOf } from '../../client';
import { ProgressLine } from '../../ui/ProgressLine';
import { EmptyState, FailureState, LoadingState } from '../../ui/States';
import { useDelivery } from './delivery';
import tallDialog from '../../ui/tallDialog.module.css';
import classes from './ExportDialog.module.css';
import { ExportPreview } from './ExportPreview';
import { nameOfView } from '../../app/naming';
import { FormatOptions } from './FormatOptions';
import { LossNotice } from './LossNotice';
import { choiceOf, isFormatted, type Choice } from './options';
import { usePrinting, type Exportable } from './printing';
import { StylePicker } from './StylePicker';

/** Where the last choice of format is kept, in this window's own storage. That of the style holds wherever papers are cited. */
const CHOICE_KEY = 'lectern.export';

type ExportSession = Extract<Dialog, { kind: 'export' }>;

/** Takes papers out of the library: as a file or by the clipboard, in the format and style of choice. */
export function ExportDialog() {
  const { dialog, close } = useDialog();
  const session = dialog?.kind === 'export' ? dialog : null;
  return (
    <Modal
      opened={session !== null}
      onClose={close}
      title="Export papers"
      size={980}
      yOffset="6dvh"
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ exitDuration: 0 }}
      classNames={tallDialog}
    >
      {session !== null && <Session session={session} />}
    </Modal>
  );
}

type What = 'selected' | 'view';

function Session({ session: { selected, view } }: { session: ExportSession }) {
  const overview = useOverview();
  const shown = useView(view);
  const prefer = useCiteChoice((state) => state.prefer);
  const [what, setWhat] = useState<What>(selected.length > 0 ? 'selected' : 'view');
  const [choice, setChoice] = useState(() => ({ ...choiceOf(localStorage.getItem(CHOICE_KEY)), ...styleOf(useCiteChoice.getState()) }));
  const viewName = nameOfView(view, overview.data);
  const exportable: Exportable = what === 'selected'
    ? { ids: selected, selection: { kind: 'papers', ids: selected } }
    : { ids: shown.data ?? [], selection: { kind: 'view', view } };

  function choose(next: Choice): void {
    setChoice(next);
    localStorage.setItem(CHOICE_KEY, JSON.stringify(next));
    prefer(styleOf(next));
  }

  return (
    <Export
      exportable={exportable} choice={choice} title={what === 'selected' ? 'Selected papers' : viewName} waiting={what === 'view' && shown.isPending}
      style={isFormatted(choice.format) && <StylePicker value={choice} onChange={(inStyle) => choose({ ...choice, ...inStyle })} />}
    >
      <Options label="Papers" value={what} onChange={setWhat} options={[
        { id: 'selected', name: 'Selected papers', note: selected.length.toLocaleString('en'), disabled: selected.length === 0 },
        { id: 'view', name: viewName, note: shown.data?.length.toLocaleString('en') ?? '…' },
      ]} />
      <FormatOptions value={choice.format} count={exportable.ids.length} onChange={(format) => choose({ ...choice, format })} />
    </Export>
  );
}

interface OptionsProps<T extends string> {
  label: string;
  value: T;
  options: readonly { id: T; name: string; note?: string; disabled?: boolean }[];
  onChange: (value: T) => void;
}

function Options<T extends string>({ label, value, options, onChange }: OptionsProps<T>) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange} classNames={{ label: classes.groupName }}>
      {options.map(({ id, name, note, disabled }) => (
        <Radio
          key={id} value={id} size="xs" disabled={disabled}
          classNames={{ root: classes.option, body: classes.optionBody, labelWrapper: classes.optionLabel, label: classes.optionName }}
          label={<><span className={classes.optionText}>{name}</span>{note !== undefined && <span className={classes.note}>{note}</span>}</>}
        />
      ))}
    </Radio.Group>
  );
}

interface ExportProps {
  exportable: Exportable;
  choice: Choice;
  title: string;
  /** Whether the host has not told yet which papers there are. */
  waiting: boolean;
  /** Where the style is chosen: above what is set in it, so that it is in sight however low the window is. */
  style: ReactNode;
  children: ReactNode;
}

function Export({ exportable, choice, title, waiting, style, children }: ExportProps) {
  const { preview, whole, print } = usePrinting(exportable, choice);
  const { busy, copy, save } = useDelivery(exportable, choice, { title, print });
  const count = exportable.ids.length;
  const ready = count > 0 && !preview.isError;
  // Waiting buttons stay enabled to the browser: a disabled one would lose the focus.
  const waits = { 'data-disabled': busy !== null || undefined, 'aria-disabled': busy !== null || undefined };
  return (
    <>
      <div className={classes.columns}>
        <div className={classes.options}>{children}</div>
        <div className={classes.preview}>
          {style}
          <Sheet preview={preview} choice={choice} state={waiting ? 'waiting' : count === 0 ? 'empty' : 'printing'} />
        </div>
      </div>
      {count > 0 && !waiting && <LossNotice selection={exportable.selection} format={choice.format} />}
      <div className={classes.footer}>
        <div className={classes.aside}>
          {busy === null ? <span>{count === 0 ? 'Nothing to export' : `${counted(count, 'paper')}${whole ? '' : '; the preview shows the first 20'}`}</span> : <ProgressLine label={busy.label} part={busy.part} />}
        </div>
        {typeof busy?.part === 'number' && <Button variant="subtle" onClick={busy.cancel}>Cancel</Button>}
        <Button variant="default" disabled={!ready} {...waits} onClick={busy === null ? copy : undefined}>Copy</Button>
        <Button disabled={!ready} {...waits} onClick={busy === null ? save : undefined}>Save file…</Button>
      </div>
    </>
  );
}

function Sheet({ preview, choice: { format }, state }: { preview: ReturnType<typeof usePrinting>['preview']; choice: Choice; state: 'waiting' | 'empty' | 'printing' }) {
  if (state === 'empty') return <EmptyState icon={<IconFileOff size={32} stroke={1.5} />} title="No papers here" message="This view is empty. Choose papers in the list first, or change the filter." />;
  if (preview.isError) return <FailureState title="This could not be printed" message={wordsOf(preview.error)} onRetry={() => { void preview.refetch(); }} />;
  if (state === 'waiting' || preview.isPending) return <div className={classes.waiting}><LoadingState label={isFormatted(format) ? 'Formatting the references' : 'Writing the papers'} /></div>;
  return <ExportPreview content={preview.data.content} format={format} />;
}
