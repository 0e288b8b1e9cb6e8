import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconLetterCase, IconQuotes, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useCommands } from '../../../app/commands';
import type { Finding } from './finding';
import classes from './FindBar.module.css';

/** Finds words in the document. Enter goes on to the next place, with Shift to the one before. */
export function FindBar({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { words, exactCase, wholeWords, found, at, searching } = useStore(finding.store);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  useCommands({ back: onClose, 'find-in-file': () => field.current?.select() });
  const count = words.trim() === '' ? '' : found.length === 0 ? (searching ? 'Looking…' : 'Not found') : `${(at + 1).toLocaleString('en')} of ${found.length.toLocaleString('en')}${searching ? '…' : ''}`;
  return (
    <search className={classes.bar} aria-label="Find in the document">
      <TextInput
        ref={field} size="xs" className={classes.field} aria-label="Words to find" placeholder="Find in the document" value={words}
        onChange={(event) => { void finding.seek(event.currentTarget.value); }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          else if (event.key === 'f' && (event.ctrlKey || event.metaKey)) field.current?.select();
          else if (event.key === 'Enter') finding.step(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
        }}
      />
      <output className={classes.count}>{count}</output>
      <Option label="Match the case" icon={<IconLetterCase size={16} stroke={1.6} />} on={exactCase} onChange={(on) => { void finding.seek(words, { exactCase: on }); }} />
      <Option label="Whole words" icon={<IconQuotes size={16} stroke={1.6} />} on={wholeWords} onChange={(on) => { void finding.seek(words, { wholeWords: on }); }} />
      <Tooltip label="Previous (Shift Enter)"><ActionIcon variant="subtle" color="gray" size={26} aria-label="Previous place" disabled={found.length === 0} onClick={() => finding.step(-1)}><IconChevronUp size={16} stroke={1.6} /></ActionIcon></Tooltip>
      <Tooltip label="Next (Enter)"><ActionIcon variant="subtle" color="gray" size={26} aria-label="Next place" disabled={found.length === 0} onClick={() => finding.step(1)}><IconChevronDown size={16} stroke={1.6} /></ActionIcon></Tooltip>
      <Tooltip label="Close (Escape)"><ActionIcon variant="subtle" color="gray" size={26} aria-label="Close the search" onClick={onClose}><IconX size={16} stroke={1.6} /></ActionIcon></Tooltip>
    </search>
  );
}

function Option({ label, icon, on, onChange }: { label: string; icon: React.ReactNode; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant={on ? 'light' : 'subtle'} color={on ? undefined : 'gray'} size={26} aria-label={label} aria-pressed={on} onClick={() => onChange(!on)}>{icon}</ActionIcon>
    </Tooltip>
  );
}
