import { Fragment } from 'react';
import type { Evidence } from '../../../../core/model';
import type { Question } from '../../../../core/techniqueViews';
import { hrefOf } from '../../../app/route';
import classes from './ReviewPage.module.css';

/** A paper, with the words marked that speak for a technique, and the question whether it has that. */
export function QuestionCard({ question: { paperId, title, abstract, techniqueId, score, evidence }, name, definition }: { question: Question; name: string; definition: string }) {
  return (
    <article className={classes.card} aria-label={`Is “${title}” a paper of ${name}?`}>
      <p className={classes.question} role="status">Is this a paper of <a href={`#${hrefOf({ kind: 'techniques', view: 'about', id: techniqueId })}`}>{name}</a>? <span className={classes.score}>{Math.round(100 * score)} % sure</span></p>
      {definition !== '' && <p className={classes.definition}>{definition}</p>}
      <h2 className={classes.title}><a href={`#${hrefOf({ kind: 'paper', id: paperId, annotation: null })}`}><Marked text={title === '' ? 'Untitled paper' : title} evidence={evidence.filter(({ field }) => field === 'title')} /></a></h2>
      <p className={classes.abstract}><Marked text={abstract} evidence={evidence.filter(({ field }) => field === 'abstract')} /></p>
    </article>
  );
}

/** A text with its evidence marked; places stand in order and do not overlap. */
function Marked({ text, evidence }: { text: string; evidence: readonly Evidence[] }) {
  const last = evidence.at(-1);
  return (
    <>
      {evidence.map(({ start, end }, index) => (
        <Fragment key={start}>{text.slice(evidence[index - 1]?.end ?? 0, start)}<mark className={classes.mark}>{text.slice(start, end)}</mark></Fragment>
      ))}
      {text.slice(last?.end ?? 0)}
    </>
  );
}
