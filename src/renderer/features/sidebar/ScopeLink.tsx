import type { ReactNode } from 'react';
import type { Scope } from '../../../core/view';
import { hrefOf, useRoute } from '../../app/route';
import classes from './Sidebar.module.css';

interface ScopeLinkProps {
  scope: Scope;
  icon?: ReactNode;
  name: string;
  /** Undefined until it is known. */
  count: number | undefined;
  /** How many of them nobody has begun to read, where that is told. */
  unread?: number | undefined;
  /** What the tooltip says. */
  explanation?: string | undefined;
}

/** A link to a part of the library. */
export function ScopeLink({ scope, icon, name, count, unread, explanation }: ScopeLinkProps) {
  const route = useRoute();
  const href = hrefOf({ kind: 'library', scope });
  const current = route.kind === 'library' && hrefOf(route) === href;
  return (
    <a href={`#${href}`} className={classes.line} aria-current={current ? 'page' : undefined} title={explanation}>
      {icon !== undefined && <span className={classes.glyph} aria-hidden="true">{icon}</span>}
      <span className={classes.label}>{name}</span>
      {count !== undefined && <Count count={count} unread={unread} />}
    </a>
  );
}

/** How many papers, and before that how many of them are to be read, where these are some but not all. */
export function Count({ count, unread = 0 }: { count: number; unread?: number | undefined }) {
  const some = unread > 0 && unread < count;
  return <span className={classes.count} title={some ? `${unread.toLocaleString('en')} of ${count.toLocaleString('en')} to read` : undefined}>{some && <><strong>{unread.toLocaleString('en')}</strong>/</>}{count.toLocaleString('en')}</span>;
}
