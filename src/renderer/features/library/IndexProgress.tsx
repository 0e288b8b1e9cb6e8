import { useDebouncedValue } from '@mantine/hooks';
import { useIndexState } from '../../app/queries';
import classes from './IndexProgress.module.css';

/** What is read from the cache is there sooner than this, in milliseconds, and not worth a word. */
const PATIENCE_MS = 1000;

/** Below the list, while the search index is being built: how far it is, and that what is found may lack papers. */
export function IndexProgress({ looksForWords }: { looksForWords: boolean }) {
  const { data: state } = useIndexState();
  const isBuilding = state?.kind === 'building';
  const [lasts] = useDebouncedValue(isBuilding, PATIENCE_MS);
  if (!isBuilding || !lasts) return null;
  return (
    <div className={classes.strip}>
      <output>{looksForWords ? 'More papers may match: the search index is being built' : 'The search index is being built'}</output>
      <progress className={classes.track} max={1} value={state.part} aria-label="Search index" />
      <span className="lectern-figures" aria-hidden="true">{Math.floor(100 * state.part)} %</span>
    </div>
  );
}
