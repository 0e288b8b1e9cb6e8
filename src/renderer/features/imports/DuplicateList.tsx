import type { DuplicateItem } from '../../../core/imports';
import { shownTitle, type PaperId } from '../../../core/model';
import { useDialog } from '../../app/dialogs';
import { goToPaper } from '../../app/route';
import { useRow } from '../../app/rows';
import { TexText } from '../../ui/TexText';
import classes from './rows.module.css';
import { VirtualList } from './VirtualList';
import { additionsOf, factsOf } from './wording';

/** The papers that are known already, each with what it is a copy of and what it could complete there. */
export function DuplicateList({ papers }: { papers: readonly DuplicateItem[] }) {
  return (
    <div className={classes.frame}>
      <VirtualList label="Papers already here" count={papers.length} rowHeight={53}>
        {(at) => {
          const paper = papers[at];
          return paper === undefined ? null : <DuplicateRow paper={paper} />;
        }}
      </VirtualList>
    </div>
  );
}

function DuplicateRow({ paper }: { paper: DuplicateItem }) {
  const { of } = paper;
  return (
    <div className={classes.item}>
      <span className={classes.title}><TexText text={shownTitle(paper)} /></span>
      <span className={classes.parts}>
        {of.kind === 'library' ? <Original id={of.id} trashed={of.trashed} title={shownTitle(paper)} /> : <span>the same as at line {of.line.toLocaleString('en')} of this file</span>}
        {[additionsOf(paper), factsOf(paper)].map((part) => part !== '' && <span key={part}>{part}</span>)}
      </span>
    </div>
  );
}

/** The paper of the library that this one is a copy of; its title is told where it differs. */
function Original({ id, trashed, title }: { id: PaperId; trashed: boolean; title: string }) {
  const { close } = useDialog();
  const row = useRow(id);
  return (
    <>
      <button type="button" className={classes.link} aria-label={`Show in the library: ${title}`} onClick={() => { close(); goToPaper(id); }}>Show in the library</button>
      {trashed && <span className={classes.trashed}>in the trash</span>}
      {row !== undefined && shownTitle(row) !== title && <span>there: <TexText text={shownTitle(row)} /></span>}
    </>
  );
}
