import type { DuplicateItem } from '../../../core/imports';
import type { PaperId } from '../../../core/model';
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
  const additions = additionsOf(paper);
  return (
    <div className={classes.item}>
      <span className={classes.title}><TexText text={paper.title} /></span>
      <span className={classes.facts}>
        {[factsOf(paper), additions].filter((part) => part !== '').join(' · ')}
        {paper.of.kind === 'input' && ` · the same as at line ${paper.of.line.toLocaleString('en')} of this file`}
        {paper.of.kind === 'library' && <Original id={paper.of.id} trashed={paper.of.trashed} title={paper.title} />}
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
      {trashed && <> · <span className={classes.trashed}>in the trash</span></>}
      {row !== undefined && row.title !== title && <> · there: <TexText text={row.title} /></>}
      {' · '}
      <button type="button" className={classes.link} aria-label={`Show ${title} in the library`} onClick={() => { close(); goToPaper(id); }}>show it</button>
    </>
  );
}
