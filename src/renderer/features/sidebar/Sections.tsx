import { IconTag } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import type { Overview } from '../../../core/overview';
import { ScopeLink } from './ScopeLink';
import { ScopeMenu } from './ScopeMenu';
import classes from './Sidebar.module.css';

/** How many lines a section shows before the rest is asked for. */
const SHOWN = 8;

export function TagsSection({ tags }: { tags: Readonly<Overview['tags']> }) {
  if (tags.length === 0) return null;
  return (
    <Section title="Tags">
      <Lines what="tags">
        {tags.map(({ tag, count }) => <ScopeLink key={tag} scope={{ kind: 'tag', tag }} icon={<IconTag size={15} stroke={1.6} />} name={tag} count={count} explanation={tag} />)}
      </Lines>
    </Section>
  );
}

/** A titled part of the sidebar, perhaps with a button beside the title. */
export function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <div className={classes.sectionHead}>
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

function Lines({ what, children }: { what: string; children: ReactNode[] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <ScopeMenu><ul className={classes.list}>{(all ? children : children.slice(0, SHOWN)).map((line, index) => <li key={index}>{line}</li>)}</ul></ScopeMenu>
      {children.length > SHOWN && (
        <button type="button" className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>{all ? `Show fewer ${what}` : `Show all ${children.length} ${what}`}</button>
      )}
    </>
  );
}
