import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Counts, Deed, DeedRecord } from '../../../core/deeds';
import { actionWords } from '../../../core/fieldWords';
import type { NoteId, PaperId } from '../../../core/model';
import type { TableName } from '../../../core/tables';
import { counted } from '../../../core/text';
import type { Chosen } from './HistoryDialog';
import { momentOf } from '../../app/moments';
import { timeOf } from './moments';
import classes from './History.module.css';

/** One change of the library; opened, it names what it touched. */
export function DeedItem({ deed, onChoose }: { deed: Deed; onChoose: (chosen: Chosen) => void }) {
  const [opened, setOpened] = useState(false);
  const id = useId();
  return (
    <li>
      <button type="button" className={classes.deed} aria-expanded={opened} aria-controls={opened ? id : undefined} onClick={() => setOpened(!opened)}>
        <IconChevronRight size={14} stroke={1.7} className={classes.chevron} aria-hidden="true" />
        <time className={classes.time} dateTime={deed.at} title={momentOf(deed.at)}>{timeOf(deed.at)}</time>
        <span className={classes.label}>{actionWords(deed)}</span>
        <span className={classes.counts}>{countWords(deed.counts)}</span>
      </button>
      {opened && <Records id={id} deed={deed} onChoose={onChoose} />}
    </li>
  );
}

function Records({ id, deed: { records, counts }, onChoose }: { id: string; deed: Deed; onChoose: (chosen: Chosen) => void }) {
  const all = Object.values(counts).reduce((sum, { made, edited, deleted }) => sum + made + edited + deleted, 0);
  return (
    <ul id={id} className={classes.records}>
      {records.map((record) => <RecordItem key={`${record.table}/${record.id}`} record={record} onChoose={onChoose} />)}
      {all > records.length && <li className={classes.what}>and {(all - records.length).toLocaleString('en')} more</li>}
    </ul>
  );
}

const nouns: Record<TableName, string> = { papers: 'paper', attachments: 'file', notes: 'note', annotations: 'highlight', collections: 'collection', techniques: 'technique', settings: 'setting' };
const doneNames: Record<DeedRecord['done'], string> = { made: 'added', edited: 'edited', deleted: 'deleted' };

function RecordItem({ record: { table, id, done, name }, onChoose }: { record: DeedRecord; onChoose: (chosen: Chosen) => void }) {
  const called = name === null || name === '' ? `a ${nouns[table]}` : name;
  return (
    <li className={classes.record}>
      {table === 'papers' && <button type="button" className={classes.link} onClick={() => onChoose({ subject: { table, id: id as PaperId }, name: called })}>{called}</button>}
      {table === 'notes' && <button type="button" className={classes.link} onClick={() => onChoose({ subject: { table, id: id as NoteId }, name: called })}>{called}</button>}
      {table !== 'papers' && table !== 'notes' && <span>{called}</span>}
      <span className={classes.what}>{nouns[table]} {doneNames[done]}</span>
    </li>
  );
}

function countWords(counts: Counts): string {
  return (Object.entries(counts) as [TableName, { made: number; edited: number; deleted: number }][])
    .map(([table, { made, edited, deleted }]) => counted(made + edited + deleted, nouns[table])).join(', ');
}
