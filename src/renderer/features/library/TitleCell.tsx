import { shownTitle } from '../../../core/model';
import type { PaperRow } from '../../../core/papers';
import type { ShownMatch } from '../../../core/queries';
import type { SearchField } from '../../../core/search/types';
import { FoundText } from '../../ui/FoundText';
import { TexText } from '../../ui/TexText';
import classes from './PaperTable.module.css';

/** Where a passage stands, unless it is the abstract. */
const placeNames: Partial<Record<SearchField, string>> = {
  author: 'Author', note: 'Note', annotation: 'Highlight', tag: 'Tag', venue: 'Venue', key: 'Citation key', identifier: 'Identifier', attachment: 'File',
};

/** The title of a row and, where words are looked for, below the whole row a passage that has them. */
export function TitleCell({ row, match }: { row: PaperRow; match: ShownMatch | undefined }) {
  const passage = match?.passage ?? null;
  const place = passage === null ? undefined : placeNames[passage.field];
  return (
    <div role="gridcell" className={classes.cell}>
      <span className={classes.title} title={row.title} data-title>
        {match === undefined || match.title.length === 0 ? <TexText text={shownTitle(row)} /> : <FoundText text={row.title} marks={match.title} />}
      </span>
      {passage !== null && (
        <span className={classes.passage}>
          {place !== undefined && <span className={classes.place}>{place}{passage.page !== undefined && `, p. ${passage.page}`}: </span>}
          <FoundText text={passage.text} marks={passage.marks} />
        </span>
      )}
    </div>
  );
}
