import { Button, Tooltip } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { actionWords, worded, type WordedChange } from '../../../core/fieldWords';
import type { FieldChange } from '../../../core/fieldChanges';
import type { Part, Version } from '../../../core/timeline';
import { Diff } from './Diff';
import { momentOf } from '../../app/moments';
import { timeOf } from './moments';
import classes from './History.module.css';

/** A change with more text than this is folded up. */
const FOLDED = 700;

interface VersionItemProps {
  version: Version;
  names: Readonly<Record<string, string>>;
  isCurrent: boolean;
  onRestore: () => void;
}

/** One version: when, by which action, and what that changed. */
export function VersionItem({ version, names, isCurrent, onRestore }: VersionItemProps) {
  const { at, changes, parts, restorable, done } = version;
  return (
    <li className={classes.version}>
      <div className={classes.head}>
        <time className={classes.time} dateTime={at} title={momentOf(at)}>{timeOf(at)}</time>
        <span className={classes.label}>{actionWords(version)}</span>
        {isCurrent && <span className={classes.now}>as it is now</span>}
        {restorable && (
          <Tooltip label={`Make it again as it was then; undo takes that back`} openDelay={500}>
            <Button size="compact-xs" variant="default" className={classes.restore} leftSection={<IconRestore size={14} stroke={1.7} />} aria-label={`Restore this version of ${momentOf(at)}`} onClick={onRestore}>Restore this version</Button>
          </Tooltip>
        )}
      </div>
      {done === 'deleted' && <p className={classes.what}>Deleted.</p>}
      <Changes changes={changes} names={names} folded={done === 'made' && changes.length > 4} />
      {parts.map((part) => <PartChanges key={`${part.table}/${part.id}`} part={part} names={names} />)}
    </li>
  );
}

const partNames: Partial<Record<Part['table'], string>> = { notes: 'Note', annotations: 'Highlight' };
const doneNames: Record<Part['done'], string> = { made: 'added', edited: 'edited', deleted: 'deleted' };

/** What was done to a note or highlight of the paper. A highlight's passage is its name already. */
function PartChanges({ part: { table, name, done, changes }, names }: { part: Part; names: Readonly<Record<string, string>> }) {
  return (
    <div className={classes.part}>
      <p className={classes.what}>{partNames[table] ?? table} {doneNames[done]}{name === '' ? '' : `: “${name}”`}</p>
      <Changes changes={changes.filter(({ field }) => field !== 'target' && !(done === 'made' && field === 'title'))} names={names} folded={false} />
    </div>
  );
}

function Changes({ changes, names, folded }: { changes: readonly FieldChange[]; names: Readonly<Record<string, string>>; folded: boolean }) {
  if (changes.length === 0) return null;
  const all = changes.map((change) => worded(change, names));
  const length = all.flatMap(({ segments }) => segments).reduce((sum, segment) => sum + ('text' in segment ? segment.text.length : 0), 0);
  if (!folded && length <= FOLDED) return <ChangeList changes={all} />;
  return (
    <details className={classes.fold}>
      <summary>{[...new Set(all.map(({ field }) => field))].join(', ')}</summary>
      <ChangeList changes={all} />
    </details>
  );
}

function ChangeList({ changes }: { changes: readonly WordedChange[] }) {
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, segments }) => (
        <div key={field} className={classes.change}>
          <dt>{field}</dt>
          <dd><Diff segments={segments} /></dd>
        </div>
      ))}
    </dl>
  );
}
