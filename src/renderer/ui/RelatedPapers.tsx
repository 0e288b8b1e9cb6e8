import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { shownTitle, type PaperId, type TechniqueId } from '../../core/model';
import type { Related } from '../../core/search/related';
import { useRelated, useTaxonomy } from '../app/queries';
import { hrefOf } from '../app/route';
import { useRow } from '../app/rows';
import { wordsOf } from '../client';
import { reasonsOf } from './relatedReasons';
import { TexText } from './TexText';
import classes from './RelatedPapers.module.css';

/** How long a paper must stay on view before others are looked for, in milliseconds: who walks through a list does not ask for each. */
const REST_MS = 250;

/** The papers of the library that share most with one, and what they share. They are looked for when this has come into view. */
export function RelatedPapers({ paperId }: { paperId: PaperId }) {
  const { ref, entry } = useIntersection<HTMLDivElement>();
  const isAsked = useRested(entry?.isIntersecting === true);
  const { data, error } = useRelated(paperId, isAsked);
  const { data: taxonomy } = useTaxonomy();
  const nameOf = (id: TechniqueId): string => taxonomy?.techniques.find((technique) => technique.id === id)?.name ?? id;
  return (
    <div ref={ref} className={classes.related} aria-busy={isAsked && data === undefined && error === null}>
      {error !== null && <p className={classes.none}>{wordsOf(error)}</p>}
      {data === undefined && error === null && <Waiting />}
      {data?.length === 0 && <p className={classes.none}>No other paper of the library has much in common with this one.</p>}
      {data !== undefined && data.length > 0 && (
        <ul className={classes.list} aria-label="Related papers">
          {data.map((related) => <RelatedPaper key={related.id} related={related} nameOf={nameOf} />)}
        </ul>
      )}
    </div>
  );
}

function RelatedPaper({ related, nameOf }: { related: Related; nameOf: (id: TechniqueId) => string }) {
  const row = useRow(related.id);
  const { year, authors } = row ?? { year: null, authors: '' };
  const source = [authors, year].filter((part) => part !== '' && part !== null).join(', ');
  return (
    <li>
      <a className={classes.title} href={`#${hrefOf({ kind: 'paper', id: related.id, annotation: null })}`}>{row === undefined ? '…' : <TexText text={shownTitle(row)} />}</a>
      <p className={classes.reasons}>{[...(source === '' ? [] : [source]), ...reasonsOf(related, nameOf)].join(' · ')}</p>
    </li>
  );
}

function Waiting() {
  return (
    <>
      <VisuallyHidden>Looking for related papers…</VisuallyHidden>
      {['80%', '65%', '90%'].map((width) => <Skeleton key={width} height={12} width={width} my={6} />)}
    </>
  );
}

/** Whether something has been so for a while; it stays so. */
function useRested(isSo: boolean): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setTimeout(() => setRested(true), REST_MS);
    return () => clearTimeout(timer);
  }, [isSo]);
  return rested;
}
