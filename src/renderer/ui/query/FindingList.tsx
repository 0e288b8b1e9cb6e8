import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import type { Finding } from '../../../core/query';
import classes from './FindingList.module.css';

/** Says in words what is wrong with a query, or worth a hint. Screen readers hear of it when it changes. */
export function FindingList({ id, query, findings }: { id: string; query: string; findings: readonly Finding[] }) {
  return (
    <output className={classes.findings}>
      <span id={id} className={classes.list}>{findings.map(({ kind, start, end, reason }) => (
        <span key={`${start} ${reason}`} className={classes.finding} data-kind={kind}>
          {kind === 'error' ? <IconAlertCircle size={14} stroke={1.8} aria-label="Wrong:" /> : <IconInfoCircle size={14} stroke={1.8} aria-label="Hint:" />}
          <span><code>{query.slice(start, end)}</code> {reason}</span>
        </span>
      ))}</span>
    </output>
  );
}
