import type { ReadingStatus, TechniqueId } from '../../../../core/model';
import type { TechniqueProfile } from '../../../../core/techniqueViews';
import { counted } from '../../../../core/text';
import { statusNames } from '../../../ui/StatusGlyph';
import { showPapers } from '../filtering';
import classes from './TechniquePage.module.css';

/** How many papers a technique has, by what was decided, how far they are read, and by year. */
export function Figures({ id, profile: { confirmed, suggested, rejected, statuses, years } }: { id: TechniqueId; profile: TechniqueProfile }) {
  const most = Math.max(...years.map(({ count }) => count), 1);
  return (
    <section aria-label="Figures">
      <dl className={classes.figures}>
        <Figure term="Papers" figure={confirmed + suggested} />
        <Figure term="confirmed" figure={confirmed} />
        <Figure term="rejected" figure={rejected} />
        {(Object.keys(statusNames) as ReadingStatus[]).map((status) => <Figure key={status} term={statusNames[status].toLowerCase()} figure={statuses[status]} />)}
      </dl>
      {years.length > 0 && (
        <ol className={classes.years} aria-label="Papers by year">
          {years.map(({ year, count }) => (
            <li key={year} className={classes.year}>
              <button type="button" className={classes.bar} aria-label={`${year}: ${counted(count, 'paper')}`} title={`${year}: ${counted(count, 'paper')}`} onClick={() => showPapers(`technique:${id} year:${year}`)}>
                <i style={{ height: `${(100 * count) / most}%` }} />
                <span>{year}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Figure({ term, figure }: { term: string; figure: number }) {
  return <div><dt>{term}</dt><dd>{figure.toLocaleString('en')}</dd></div>;
}
