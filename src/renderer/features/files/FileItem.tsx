import { ActionIcon, Button, FileButton, Menu, TextInput } from '@mantine/core';
import { IconDots, IconFileText, IconFileTypePdf, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { FileState } from '../../../core/files/following';
import type { Attachment, AttachmentRole } from '../../../core/model';
import { act } from '../../app/act';
import { hrefOf } from '../../app/route';
import { bridge, client } from '../../client';
import { findAgain, lookFor } from './fileActions';
import classes from './Files.module.css';
import { nameOfFile, roleNames, sizeOf, stateWords, typeNames } from './words';

interface FileItemProps {
  attachment: Attachment;
  state: FileState;
  /** Shows the text of a file that is no PDF. */
  onRead: () => void;
}

/** A file of a paper, to be opened; what else can be done with it is in its menu. */
export function FileItem({ attachment, state, onRead }: FileItemProps) {
  const { id, type, role, bytes, pages, place } = attachment;
  const [naming, setNaming] = useState(false);
  const name = nameOfFile(attachment);
  const Icon = type === 'application/pdf' ? IconFileTypePdf : IconFileText;
  const facts = [roleNames[role], pages === undefined ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}`, typeNames[type], sizeOf(bytes), place.kind === 'linked' ? 'linked' : '', stateWords[state]];
  return (
    <li className={classes.item} data-state={state}>
      <Icon size={18} stroke={1.5} aria-hidden="true" />
      <div className={classes.itemText}>
        {naming ? <LabelField attachment={attachment} onDone={() => setNaming(false)} /> : <FileName attachment={attachment} name={name} missing={state === 'missing'} onRead={onRead} />}
        <span className={classes.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      </div>
      {state === 'missing' && (
        <FileButton accept="*" onChange={(file) => { if (file !== null) void findAgain(id, file); }}>
          {(props) => <Button {...props} size="compact-xs" variant="default">Find again…</Button>}
        </FileButton>
      )}
      {state === 'missing' && bridge && <Button size="compact-xs" variant="default" onClick={() => { void lookFor(id); }}>Look in a folder…</Button>}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><ActionIcon variant="subtle" color="gray" size={28} aria-label={`More for ${name}`} title={`More for ${name}`}><IconDots size={16} stroke={1.6} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>What it is</Menu.Label>
          {(Object.entries(roleNames) as [AttachmentRole, string][]).map(([value, label]) => (
            <Menu.Item key={value} disabled={value === role} onClick={() => { void act(() => client.attachments.edit.mutate({ id, role: value })); }}>{label}</Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>Label…</Menu.Item>
          <Menu.Item leftSection={<IconTrash size={14} stroke={1.6} />} onClick={() => { void act(() => client.attachments.remove.mutate(id), `Removed ${name} from the paper`); }}>Remove from the paper</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

function FileName({ attachment: { id, paperId, type }, name, missing, onRead }: { attachment: Attachment; name: string; missing: boolean; onRead: () => void }) {
  if (missing) return <span className={classes.name}>{name}</span>;
  if (type !== 'application/pdf') return <button type="button" className={classes.name} onClick={onRead}>{name}</button>;
  return <a className={classes.name} href={`#${hrefOf({ kind: 'read', id: paperId, attachment: id, page: null, annotation: null })}`}>{name}</a>;
}

function LabelField({ attachment: { id, label }, onDone }: { attachment: Attachment; onDone: () => void }) {
  const [typed, setTyped] = useState(label);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  function save(): void {
    onDone();
    if (typed.trim() !== label) void act(() => client.attachments.edit.mutate({ id, label: typed.trim() }));
  }
  return (
    <TextInput
      size="xs" aria-label="Label of the file" placeholder="Such as v2 or proofs" maxLength={100} ref={field} value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)} onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') onDone();
      }}
    />
  );
}
