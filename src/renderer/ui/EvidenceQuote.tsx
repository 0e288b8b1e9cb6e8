import type { Evidence } from '../../core/model';
import { excerpt } from '../app/excerpt';
import classes from './EvidenceQuote.module.css';

/** A passage that speaks for a technique, with the words around it. */
export function EvidenceQuote({ text, evidence: { field, start, end } }: { text: { title: string; abstract: string }; evidence: Evidence }) {
  const { before, phrase, after } = excerpt(text[field], start, end);
  return (
    <blockquote className={classes.quote}>
      {before}<mark>{phrase}</mark>{after} <cite>{field}</cite>
    </blockquote>
  );
}
