import { Button, Combobox, InputBase, VisuallyHidden, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilePlus, IconSelector, IconStarFilled } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useStylePreferences } from '../../app/stylePreferences';
import { addStyle } from './ownStyles';
import { StyleExample } from './StyleExample';
import { useFoundStyles, useStyle } from './styleQueries';
import { aboutStyle } from './styleWords';
import classes from './StylePicker.module.css';

interface StyleFieldProps {
  /** The id of a style. */
  chosen: string;
  onChoose: (id: string) => void;
}

/** The field on one line, for a small window. */
export function CompactStyleField(props: StyleFieldProps) {
  return <StyleField compact {...props} />;
}

/** A field that opens the list of styles, with what is sought at its head (ARIA combobox). */
export function StyleField({ chosen, onChoose, compact = false }: StyleFieldProps & { compact?: boolean }) {
  const style = useStyle(chosen);
  const used = useStylePreferences((preferences) => preferences.used);
  const [words, setWords] = useState('');
  const [active, setActive] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setWords('');
      setActive(null);
    },
    onDropdownOpen: () => {
      combobox.focusSearchInput();
      setActive(chosen);
    },
  });

  function take(id: string): void {
    used(id);
    onChoose(id);
    combobox.closeDropdown();
  }

  return (
    <Combobox store={combobox} onOptionSubmit={take} width={460} position={compact ? 'top-start' : 'bottom-start'} withinPortal resetSelectionOnOptionHover>
      <Combobox.Target targetType="button">
        <InputBase
          component="button" type="button" pointer size="xs" multiline={!compact} {...(compact ? { title: style?.title } : { label: 'Style' })}
          classNames={{ root: classes.field, label: classes.label, input: compact ? classes.compactInput : classes.fieldInput }}
          rightSection={<IconSelector size={14} stroke={1.6} />} rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
        >
          {compact && <VisuallyHidden>Style: </VisuallyHidden>}
          {style === undefined ? 'Choose a style' : compact && style.shortTitle !== '' ? style.shortTitle : style.title}
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown}>
        <Combobox.Search
          value={words} maxLength={200} placeholder="Journal, society, kind or field" aria-label="Find a style"
          onChange={({ currentTarget }) => {
            setWords(currentTarget.value);
            combobox.resetSelectedOption();
          }}
          onKeyDown={() => requestAnimationFrame(() => setActive(activeOption(combobox.listId)))}
        />
        <FoundStyles words={words} chosen={chosen} onHover={setActive} onFound={() => combobox.selectFirstOption()} />
        {!compact && (
          <Combobox.Footer className={classes.footer}>
            {active !== null && <StyleExample style={active} />}
            <Button size="compact-sm" variant="subtle" leftSection={<IconFilePlus size={14} />} onClick={() => file.current?.click()}>Add a style file…</Button>
            <input ref={file} type="file" accept=".csl,.xml" hidden aria-label="Style file" onChange={({ currentTarget }) => { void addStyle(currentTarget, take); }} />
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function activeOption(listId: string | null): string | null {
  return document.getElementById(listId ?? '')?.querySelector<HTMLElement>('[data-combobox-selected]')?.dataset['style'] ?? null;
}

interface FoundProps {
  words: string;
  chosen: string;
  onHover: (id: string) => void;
  onFound: () => void;
}

function FoundStyles({ words, chosen, onHover, onFound }: FoundProps): ReactNode {
  const [sought] = useDebouncedValue(words, 60);
  const favourites = useStylePreferences((preferences) => preferences.favourites);
  const { entries, total, waiting } = useFoundStyles(sought, onFound);
  return (
    <>
      <Combobox.Options className={classes.list} aria-label="Styles">
        {entries.map((entry) => (
          <Combobox.Option key={entry.id} value={entry.id} data-style={entry.id} active={entry.id === chosen} className={classes.option} onMouseEnter={() => onHover(entry.id)}>
            <span className={classes.words}>
              <span className={classes.title}>{entry.title}</span>
              <span className={classes.about}>{aboutStyle(entry)}</span>
            </span>
            {favourites.includes(entry.id) && <IconStarFilled size={13} className={classes.star} aria-label="Favourite" />}
          </Combobox.Option>
        ))}
        {entries.length === 0 && !waiting && <Combobox.Empty>No style has all these words in its name.</Combobox.Empty>}
      </Combobox.Options>
      <p className={classes.count} role="status">{total > entries.length ? `The first ${entries.length} of ${total.toLocaleString('en')}; more words find fewer` : waiting ? 'Looking…' : `${total.toLocaleString('en')} ${total === 1 ? 'style' : 'styles'}`}</p>
    </>
  );
}
