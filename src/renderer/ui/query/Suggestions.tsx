import type { Suggestion } from './suggestions';
import classes from './QueryField.module.css';

interface SuggestionsProps {
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  active: number;
  onTake: (suggestion: Suggestion) => void;
}

/** The list under a query field. The keyboard stays in the field. */
export function Suggestions({ id, label, suggestions, active, onTake }: SuggestionsProps) {
  return (
    <div role="listbox" id={id} aria-label={label} className={classes.list} tabIndex={-1} onMouseDown={(event) => event.preventDefault()}>
      {suggestions.map((suggestion, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are those of the field
        <div
          key={suggestion.written}
          ref={index === active ? intoView : undefined}
          role="option"
          id={`${id}-${index}`}
          aria-selected={index === active}
          tabIndex={-1}
          className={classes.option}
          onClick={() => onTake(suggestion)}
        >
          <span className={classes.optionLabel}>{suggestion.label}</span>
          <span className={classes.detail}>{suggestion.detail}</span>
        </div>
      ))}
    </div>
  );
}

const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });
