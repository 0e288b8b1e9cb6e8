import type { ReactNode } from 'react';
import type { Scope } from '../../../core/view';
import { hrefOf, useRoute } from '../../app/route';
import classes from './Sidebar.module.css';

interface ScopeLinkProps {
  scope: Scope;
  icon: ReactNode;
  name: string;
  /** Undefined until it is known. */
  count: number | undefined;
  /** What the tooltip says. */
  explanation?: string | undefined;
}

/** A link to a part of the library. */
export function ScopeLink({ scope, icon, name, count, explanation }: ScopeLinkProps) {
  const route = useRoute();
  const href = hrefOf({ kind: 'library', scope });
  const current = route.kind === 'library' && hrefOf(route) === href;
  return (
    <a href={`#${href}`} className={classes.line} aria-current={current ? 'page' : undefined} title={explanation}>
      <span className={classes.glyph} aria-hidden="true">{icon}</span>
      <span className={classes.label}>{name}</span>
      {count !== undefined && <Count count={count} />}
    </a>
  );
}

export function Count({ count }: { count: number }) {
  return <span className={classes.count}>{count.toLocaleString('en')}</span>;
}
