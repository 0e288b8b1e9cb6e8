import type { Route } from '../../app/route';
import { TechniquePage } from './about/TechniquePage';
import { ComparePage } from './compare/ComparePage';
import { ReviewPage } from './review/ReviewPage';
import { TaxonomyPage } from './taxonomy/TaxonomyPage';

/** The views of techniques. */
export function TechniquesPlace({ route: { view, id } }: { route: Extract<Route, { kind: 'techniques' }> }) {
  if (view === 'about' && id !== null) return <TechniquePage key={id} id={id} />;
  if (view === 'review') return <ReviewPage key={id} id={id} />;
  if (view === 'taxonomy') return <TaxonomyPage id={id} />;
  return <ComparePage id={id} />;
}
