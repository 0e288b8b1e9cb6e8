import { useId } from 'react';
import classes from './Stars.module.css';

/** A five-pointed star in a box of 16. */
const STAR = 'M8 1.3l2.05 4.16 4.59.67-3.32 3.23.78 4.57L8 11.77l-4.1 2.16.78-4.57L1.36 6.13l4.59-.67Z';
const five = [1, 2, 3, 4, 5] as const;

const counted = (stars: number) => (stars === 1 ? '1 star' : `${stars} stars`);

/** A rating to look at. An unrated paper shows nothing. */
export function Stars({ rating, size = 12 }: { rating: number; size?: number }) {
  if (rating === 0) return null;
  return (
    <svg className={classes.display} width={5 * (size + 2)} height={size} viewBox="0 0 90 16" role="img" aria-label={counted(rating)}>
      {five.map((star) => <path key={star} d={STAR} transform={`translate(${(star - 1) * 18 + 1})`} className={star <= rating ? classes.full : classes.empty} />)}
    </svg>
  );
}

/** A rating to be given: radio buttons, so arrow keys work; choosing the same star again clears it. */
export function StarsInput({ rating, onChange, label = 'Rating' }: { rating: number; onChange: (rating: number) => void; label?: string }) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes.input}>
      <label className={classes.none}>
        <input type="radio" name={name} checked={rating === 0} onChange={() => onChange(0)} aria-label="Not rated" />
        <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 8h9" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" /></svg>
      </label>
      {five.map((star) => (
        <label key={star} className={classes.star} data-full={star <= rating || undefined}>
          <input type="radio" name={name} checked={star === rating} onChange={() => onChange(star)} onClick={() => { if (star === rating) onChange(0); }} aria-label={counted(star)} />
          <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true"><path d={STAR} /></svg>
        </label>
      ))}
    </div>
  );
}
