import { IconExternalLink } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { nameOf, shownTitle, type Paper } from '../../../core/model';
import { MarkedText, type PaintedMark } from './abstract/MarkedText';
import type { Passage } from '../../ui/segments';
import { useFlash } from './abstract/useFlash';
import { issuedInWords, linksOf, typeNames } from './description';
import classes from './PaperHeader.module.css';

interface PaperHeaderProps {
  paper: Paper;
  /** The words of the title that speak for a technique. */
  evidence: readonly PaintedMark[];
  flash: Passage | null;
}

/** What a paper is: its title, who wrote it, where and when, and where it can be found outside. */
export function PaperHeader({ paper, evidence, flash }: PaperHeaderProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const marks = useMemo(() => (flash === null ? evidence : [...evidence, { ...flash, kind: 'flash' as const }]), [evidence, flash]);
  useFlash(title, flash);
  const facts = [paper.venue, issuedInWords(paper.issued), typeNames[paper.type]].filter((fact) => fact !== '');
  const links = linksOf(paper);
  return (
    <header className={classes.header}>
      <h1 ref={title} className={classes.title}><MarkedText text={shownTitle(paper)} marks={marks} /></h1>
      {paper.authors.length > 0 && <p className={classes.authors}>{paper.authors.map(nameOf).join(', ')}</p>}
      <p className={classes.facts}>{facts.join(' · ')}</p>
      {links.length > 0 && (
        <ul className={classes.links} aria-label="Links">
          {links.map(({ label, href }) => (
            <li key={label}><a href={href} title={href} target="_blank" rel="noopener noreferrer">{label}<IconExternalLink size={13} stroke={1.7} aria-hidden="true" /></a></li>
          ))}
        </ul>
      )}
    </header>
  );
}
