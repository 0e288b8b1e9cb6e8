import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Citable } from '../../../core/citing';
import { LIST_ID, optionId } from './FoundList';
import classes from './Cite.module.css';

interface SearchFieldProps {
  words: string;
  onWords: (words: string) => void;
  gathered: readonly Citable[];
  onLetGo: (paper: Citable) => void;
  /** The place of the paper that the keyboard is at. */
  active: number | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  aside: ReactNode;
}

/** What is sought, and under it what was gathered. It has the keyboard whenever the palette comes into view. */
export function SearchField({ words, onWords, gathered, onLetGo, active, onKeyDown, aside }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const begin = (): void => {
      if (document.visibilityState === 'hidden') return;
      field.current?.focus();
      field.current?.select();
    };
    begin();
    document.addEventListener('visibilitychange', begin);
    return () => document.removeEventListener('visibilitychange', begin);
  }, []);
  return (
    <div className={classes.head}>
      <div className={classes.seeking}>
        <TextInput
          ref={field} data-autofocus variant="unstyled" size="md" className={classes.field} classNames={{ input: classes.input }}
          role="combobox" aria-label="Find papers to cite" aria-expanded aria-controls={LIST_ID} aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : optionId(active)}
          placeholder="Author, title, year or key" autoComplete="off" spellCheck={false} maxLength={200}
          leftSection={<IconSearch size={17} stroke={1.7} aria-hidden="true" />}
          value={words} onChange={({ currentTarget }) => onWords(currentTarget.value)} onKeyDown={onKeyDown}
        />
        {aside}
      </div>
      {gathered.length > 0 && (
        <ul className={classes.gathered} aria-label="Gathered papers">
          {gathered.map((paper) => (
            <li key={paper.id} className={classes.chip} title={paper.title}>
              <span className={classes.chipKey}>{paper.key}</span>
              <CloseButton size="xs" aria-label={`Let go of ${paper.key}`} onClick={() => { onLetGo(paper); field.current?.focus(); }} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
