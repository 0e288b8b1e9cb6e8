import { Button, SegmentedControl } from '@mantine/core';
import { IconBook2, IconFileTypePdf, IconHighlight, IconNote, IconQuote } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { nameOf, shownTitle, yearOf, type Author } from '../../../core/model';
import type { PaperDetail } from '../../../core/papers';
import { run } from '../../app/commands';
import { go, goToPaper, hrefOf } from '../../app/route';
import { BibHandle } from '../../ui/BibHandle';
import { RelatedPapers } from '../../ui/RelatedPapers';
import { StarsInput } from '../../ui/Stars';
import { statusNames } from '../../ui/StatusGlyph';
import { TagChip } from '../../ui/TagChip';
import { TexText } from '../../ui/TexText';
import { CollectionMemberships } from './CollectionMemberships';
import { paperActions } from './paperActions';
import type { Picking } from './PickerDialog';
import { TechniqueEvidence } from './TechniqueEvidence';
import classes from './DetailPane.module.css';

/** Authors beyond these are only counted. */
const NAMED_AUTHORS = 8;

/** A paper in the detail pane: what it is, where it belongs and why. */
export function PaperDetails({ detail: { paper, assignments, attachments, notes, annotations }, onPick }: { detail: PaperDetail; onPick: (picking: Picking) => void }) {
  const ids = [paper.id];
  const pdf = attachments.find(({ type, role }) => type === 'application/pdf' && role === 'main') ?? attachments.find(({ type }) => type === 'application/pdf');
  const source = [yearOf(paper), paper.venue, paper.arxivId !== '' && paper.venue === '' ? `arXiv:${paper.arxivId}` : ''].filter((part) => part !== null && part !== '').join(' · ');
  return (
    <div className={classes.content}>
      <div>
        <h2 className={classes.title}><TexText text={shownTitle(paper)} /></h2>
        <p className={classes.authors}>{authorsText(paper.authors)}</p>
        {source !== '' && <p className={classes.source}>{source}</p>}
      </div>
      <div className={classes.actions}>
        <Button size="xs" leftSection={<IconBook2 size={14} stroke={1.8} />} onClick={() => goToPaper(paper.id)}>Open</Button>
        {pdf !== undefined && <Button size="xs" variant="default" leftSection={<IconFileTypePdf size={14} stroke={1.6} />} onClick={() => go({ kind: 'read', id: paper.id, attachment: pdf.id, page: null, annotation: null })}>Read</Button>}
        <Button size="xs" variant="default" leftSection={<IconQuote size={14} stroke={1.6} />} onClick={() => run('export')}>Export</Button>
        <BibHandle ids={ids} />
        <span className={classes.counts}>
          <span title="Notes"><IconNote size={14} stroke={1.6} aria-hidden="true" /> {notes.length}<span className={classes.unseen}> notes</span></span>
          <span title="Highlights"><IconHighlight size={14} stroke={1.6} aria-hidden="true" /> {annotations.length}<span className={classes.unseen}> highlights</span></span>
        </span>
      </div>
      <div className={classes.reading}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="Reading status"
          value={paper.status}
          onChange={(status) => paperActions.mark(ids, status)}
          data={(['to-read', 'reading', 'done'] as const).map((status) => ({ value: status, label: statusNames[status] }))}
        />
        <StarsInput rating={paper.rating} onChange={(rating) => paperActions.rate(ids, rating)} />
      </div>
      {paper.abstract !== '' && <Abstract text={paper.abstract} />}
      <Part title="Techniques">
        {assignments.length === 0 && <p className={classes.none}>The text names none of them.</p>}
        {assignments.map((assignment) => <TechniqueEvidence key={assignment.id} paper={paper} assignment={assignment} />)}
      </Part>
      <Part title="Tags" onAdd={() => onPick({ kind: 'tag', ids })} addLabel="Add a tag">
        <div className={classes.chips}>
          {paper.tags.map((tag) => <TagChip key={tag} tag={tag} href={`#${hrefOf({ kind: 'library', scope: { kind: 'tag', tag } })}`} onRemove={() => paperActions.untag(ids, tag)} />)}
        </div>
      </Part>
      <Part title="Collections" onAdd={() => onPick({ kind: 'collect', ids })} addLabel="Add to a collection">
        <CollectionMemberships paper={paper} />
      </Part>
      <Part title="Related papers"><RelatedPapers paperId={paper.id} /></Part>
      <Part title="Citation key"><code className={classes.key}>{paper.citationKey}</code></Part>
    </div>
  );
}

function authorsText(authors: readonly Author[]): string {
  const names = authors.slice(0, NAMED_AUTHORS).map(nameOf).join(', ');
  if (names === '') return 'Authors not known';
  return authors.length > NAMED_AUTHORS ? `${names} and ${authors.length - NAMED_AUTHORS} more` : names;
}

/** What fits the lines that are shown at first, in characters, however narrow the letters. */
const SHORT_ABSTRACT = 220;

function Abstract({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  return (
    <div>
      <p className={classes.abstract} data-whole={whole || undefined}><TexText text={text} /></p>
      {text.length > SHORT_ABSTRACT && <button type="button" className={classes.more} aria-expanded={whole} onClick={() => setWhole(!whole)}>{whole ? 'Show less' : 'Show the whole abstract'}</button>}
    </div>
  );
}

function Part({ title, onAdd, addLabel, children }: { title: string; onAdd?: () => void; addLabel?: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <div className={classes.partHead}>
        <h3>{title}</h3>
        {onAdd !== undefined && <button type="button" className={classes.add} aria-label={addLabel} onClick={onAdd}>Add</button>}
      </div>
      {children}
    </section>
  );
}
