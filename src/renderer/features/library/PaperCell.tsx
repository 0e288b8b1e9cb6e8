import type { PaperRow } from '../../../core/papers';
import type { ColumnId } from '../../app/preferences';
import { Stars } from '../../ui/Stars';
import { StatusGlyph } from '../../ui/StatusGlyph';
import classes from './PaperTable.module.css';

/** How many techniques or tags a cell names before it only counts. */
const NAMED = 2;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** What a column other than the title shows of a paper. Plain elements only: thousands of these scroll past. */
export function PaperCell({ column, row }: { column: Exclude<ColumnId, 'title'>; row: PaperRow }) {
  switch (column) {
    case 'authors': return <span title={row.authors}>{row.authors}</span>;
    case 'year': return <span className="lectern-figures">{row.year}</span>;
    case 'venue': return <span title={row.venue}>{row.venue}</span>;
    case 'status': return <StatusGlyph status={row.status} size={13} />;
    case 'rating': return <Stars rating={row.rating} size={11} />;
    case 'techniques': return <Names names={row.techniques.map(({ name, state }) => ({ name, sure: state === 'confirmed' }))} />;
    case 'tags': return <Names names={row.tags.map((name) => ({ name, sure: false }))} />;
    case 'added': return <span className="lectern-figures">{day.format(new Date(row.addedAt))}</span>;
  }
}

function Names({ names }: { names: readonly { name: string; sure: boolean }[] }) {
  if (names.length === 0) return null;
  return (
    <span className={classes.names} title={names.map(({ name }) => name).join(', ')}>
      {names.slice(0, NAMED).map(({ name, sure }) => <span key={name} className={classes.chip} data-sure={sure || undefined}>{name}</span>)}
      {names.length > NAMED && <span className={classes.more}>+{names.length - NAMED}</span>}
    </span>
  );
}
