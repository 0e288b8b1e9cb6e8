import { VisuallyHidden } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { KeyChange } from '../../../core/citationKeys';
import { shownTitle } from '../../../core/model';
import { TexText } from '../../ui/TexText';
import classes from './Keys.module.css';

/** The keys that papers have and those that they would have. */
export function KeyTable({ keys, label }: { keys: readonly KeyChange[]; label: string }) {
  return (
    <div className={classes.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Now</th>
            <th scope="col"><VisuallyHidden>Becomes</VisuallyHidden></th>
            <th scope="col">With the pattern</th>
          </tr>
        </thead>
        <tbody>{keys.map((key) => <KeyRow key={key.id} change={key} />)}</tbody>
      </table>
    </div>
  );
}

function KeyRow({ change: { title, from, to } }: { change: KeyChange }) {
  return (
    <tr>
      <td className={classes.before}><code>{from}</code></td>
      <td className={classes.arrow}>{from === to ? <span>same</span> : <IconArrowRight size={14} stroke={1.7} role="img" aria-label="becomes" />}</td>
      <td><code className={classes.after}>{to}</code><span className={classes.paper}><TexText text={shownTitle({ title })} /></span></td>
    </tr>
  );
}
