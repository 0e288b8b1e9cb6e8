import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { parse, partsOf, rewritten, withoutPart } from '../../../core/query';
import { useFindings, useKnownNames } from '../../app/knownNames';
import { useLibrary } from '../../app/selection';
import { FindingList } from '../../ui/query/FindingList';
import { TagChip } from '../../ui/TagChip';
import { FINDINGS_ID } from './FilterField';
import { partWords } from './partWords';
import classes from './LibraryView.module.css';

/** How long the keys must rest before it is said what is wrong, in milliseconds: a word that is being typed is not wrong yet. */
const REST_MS = 500;

/** Below the header: what the filter asks for as chips that can be taken away, and what is wrong with it. */
export function QueryBar() {
  const { filter, setFilter } = useLibrary();
  const known = useKnownNames();
  const [rested] = useDebouncedValue(filter, REST_MS);
  const told = filter.startsWith(rested) ? rested : ''; // what is not there any more is not wrong any more
  const findings = useFindings(told);
  const chips = useMemo(() => {
    const { query } = parse(filter);
    return partsOf(query).flatMap((part, index) => {
      const words = partWords(part, known);
      return words === null ? [] : [{ key: `${index} ${words}`, words, remove: () => setFilter(rewritten(filter, (all) => withoutPart(all, partsOf(all)[index] ?? all))) }];
    });
  }, [filter, known, setFilter]);
  return (
    <div className={classes.queryBar} data-filled={chips.length > 0 || findings.length > 0}>
      {chips.length > 0 && (
        <ul className={classes.chips} aria-label="What the filter asks for">
          {chips.map(({ key, words, remove }) => <li key={key}><TagChip tag={words} onRemove={remove} removeLabel={`Take away ${words}`} /></li>)}
        </ul>
      )}
      <FindingList id={FINDINGS_ID} query={told} findings={findings} />
    </div>
  );
}
