import type { TechniqueId } from '../../../../core/model';
import type { TechniqueLine } from '../../../../core/overview';
import type { TechniqueProfile } from '../../../../core/techniqueViews';
import { counted } from '../../../../core/text';
import { hrefOf } from '../../../app/route';
import { combined, showPapers } from '../filtering';
import classes from './TechniquePage.module.css';

const ways = [
  { way: 'and', label: 'and', words: 'papers with both' },
  { way: 'or', label: 'or', words: 'papers with either' },
  { way: 'not', label: 'not', words: 'papers without it' },
] as const;

/** Techniques that papers of this one often have as well, each with the ways to combine the two. */
export function RelatedList({ id, related, lines }: { id: TechniqueId; related: TechniqueProfile['related']; lines: readonly TechniqueLine[] }) {
  const names = new Map(lines.map((line) => [line.id, line.name]));
  return (
    <section aria-label="Related techniques">
      <h2 className={classes.heading}>Often together with</h2>
      {related.length === 0 && <p className={classes.none}>No other technique stands beside it more often than by chance.</p>}
      <ul className={classes.related}>
        {related.map(({ id: other, both }) => {
          const name = names.get(other) ?? other;
          return (
            <li key={other} className={classes.relation}>
              <a href={`#${hrefOf({ kind: 'techniques', view: 'about', id: other })}`}>{name}</a>
              <span className={classes.both}>{counted(both, 'paper')}</span>
              <span className={classes.ways}>
                {ways.map(({ way, label, words }) => <button key={way} type="button" className={classes.way} aria-label={`${label} ${name}: ${words}`} title={`${label} ${name}: ${words}`} onClick={() => showPapers(combined[way](id, other))}>{label}</button>)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
