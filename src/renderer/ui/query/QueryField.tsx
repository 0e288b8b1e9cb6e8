import { Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { isError, type Finding } from '../../../core/query';
import { QueryText } from './QueryText';
import { Suggestions } from './Suggestions';
import { useCompletion } from './useCompletion';
import classes from './QueryField.module.css';

interface QueryFieldProps {
  id?: string;
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder?: string;
  findings: readonly Finding[];
  /** The element that tells the findings in words. */
  describedBy?: string;
  rightSection?: ReactNode;
  /** What keys do that mean nothing here: the suggestions have theirs. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  className?: string | undefined;
}

/** A field for a query: what is wrong is underlined, and names and values can be completed (ARIA combobox). */
export function QueryField({ id, value, onChange, label, placeholder, findings, describedBy, rightSection, onKeyDown, className }: QueryFieldProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const under = useRef<HTMLDivElement>(null);
  const { caret, see, suggestions, opened, setOpened, active, setActive, take } = useCompletion(value, onChange, input);

  useEffect(() => {
    const frame = requestAnimationFrame(() => scrollAlong(input.current, under.current)); // sooner, the page would be laid out for it alone
    return () => cancelAnimationFrame(frame);
  });

  function answer(event: KeyboardEvent<HTMLInputElement>): void {
    const { key, altKey, ctrlKey } = event;
    const asks = (key === 'ArrowDown' && altKey) || (key === ' ' && ctrlKey);
    if (asks) setOpened(true);
    else if (!opened) return onKeyDown?.(event);
    else if (key === 'ArrowDown') setActive(Math.min(active + 1, suggestions.length - 1));
    else if (key === 'ArrowUp') setActive(Math.max(active - 1, -1));
    else if (key === 'Escape') setOpened(false);
    else if ((key === 'Enter' || key === 'Tab') && suggestions[active] !== undefined) take(suggestions[active]);
    else return key === 'Tab' ? setOpened(false) : onKeyDown?.(event);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Popover opened={opened} withRoles={false} trapFocus={false} returnFocus={false} closeOnEscape={false} closeOnClickOutside={false} position="bottom-start" offset={4} width={360} shadow="sm">
      <Popover.Target>
        <div className={`${classes.box} ${className ?? ''}`}>
          <QueryText text={value} findings={findings} innerRef={under} />
          <IconFilter size={14} stroke={1.6} className={classes.icon} aria-hidden="true" />
          <input
            ref={input}
            id={id}
            role="combobox"
            autoComplete="off"
            data-mantine-stop-propagation={opened || undefined}
            spellCheck={false}
            aria-label={label}
            aria-autocomplete="list"
            aria-expanded={opened}
            aria-controls={opened ? listId : undefined}
            aria-activedescendant={opened && active >= 0 ? `${listId}-${active}` : undefined}
            aria-invalid={findings.some(isError) || undefined}
            aria-describedby={describedBy}
            className={classes.input}
            placeholder={placeholder}
            value={value}
            maxLength={1000}
            onChange={({ currentTarget }) => {
              onChange(currentTarget.value);
              see(currentTarget.selectionStart ?? 0, true);
            }}
            onSelect={({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
              if ((currentTarget.selectionStart ?? 0) !== caret) see(currentTarget.selectionStart ?? 0, false);
            }}
            onScroll={() => scrollAlong(input.current, under.current)}
            onBlur={() => setOpened(false)}
            onKeyDown={answer}
          />
          <span className={classes.right}>{rightSection}</span>
        </div>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <Suggestions id={listId} label={`${label}: suggestions`} suggestions={suggestions} active={active} onTake={take} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Keeps what lies under the text where the text is. */
function scrollAlong(field: HTMLElement | null, under: HTMLElement | null): void {
  if (field !== null && under !== null) under.style.transform = `translateX(${-field.scrollLeft}px)`;
}
