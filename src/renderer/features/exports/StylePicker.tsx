import { ActionIcon, Button, Combobox, InputBase, NativeSelect, Tooltip, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilePlus, IconSelector, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { StyleEntry } from '../../../core/styles/catalogue';
import { useStylePreferences } from '../../app/stylePreferences';
import { StyleExample } from './StyleExample';
import classes from './StylePicker.module.css';
import { addStyle, removeStyle } from './ownStyles';
import { useFoundStyles, useLanguages, useStyle } from './styleQueries';
import { aboutStyle, isOwn, languageName } from './styleWords';

export interface InStyle {
  style: string;
  /** A language tag; undefined for the one that the style asks for. */
  locale: string | undefined;
}

/** Chooses among all citation styles, and the language that they speak. */
export function StylePicker({ value, onChange }: { value: InStyle; onChange: (value: InStyle) => void }) {
  const chosen = useStyle(value.style);
  const languages = useLanguages();
  const used = useStylePreferences((preferences) => preferences.used);
  const choose = (style: string): void => {
    used(style);
    onChange({ ...value, style });
  };
  return (
    <div className={classes.picker}>
      <div className={classes.chosen}>
        <StyleField chosen={chosen} onChoose={choose} />
        <Favourite id={value.style} />
        {isOwn(value.style) && <RemoveOwn id={value.style} title={chosen?.title ?? 'this style'} onRemoved={() => choose('apa')} onPutBack={choose} />}
      </div>
      <NativeSelect
        label="Language" size="xs" classNames={{ root: classes.language, label: classes.label }}
        value={value.locale ?? ''}
        onChange={({ currentTarget }) => onChange({ ...value, locale: currentTarget.value === '' ? undefined : currentTarget.value })}
        data={[{ value: '', label: `As the style asks${chosen !== undefined && chosen.locale !== '' ? ` (${languageName(chosen.locale)})` : ''}` }, ...languages.map((tag) => ({ value: tag, label: languageName(tag) }))]}
      />
    </div>
  );
}

function Favourite({ id }: { id: string }) {
  const { favourites, toggleFavourite } = useStylePreferences();
  const starred = favourites.includes(id);
  const label = starred ? 'Remove from favourite styles' : 'Add to favourite styles';
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} aria-pressed={starred} onClick={() => toggleFavourite(id)}>
        {starred ? <IconStarFilled size={16} className={classes.star} /> : <IconStar size={16} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  );
}

function RemoveOwn({ id, title, onRemoved, onPutBack }: { id: string; title: string; onRemoved: () => void; onPutBack: (id: string) => void }) {
  return (
    <Tooltip label="Remove this style from the library">
      <ActionIcon variant="subtle" color="gray" aria-label="Remove this style from the library" onClick={() => { void removeStyle(id, title, { onRemoved, onPutBack }); }}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

/** A field that opens the list of styles, with what is sought at its head (ARIA combobox). */
function StyleField({ chosen, onChoose }: { chosen: StyleEntry | undefined; onChoose: (id: string) => void }) {
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
      setActive(chosen?.id ?? null);
    },
  });

  function take(id: string): void {
    onChoose(id);
    combobox.closeDropdown();
  }

  return (
    <Combobox store={combobox} onOptionSubmit={take} width={460} position="bottom-start" withinPortal resetSelectionOnOptionHover>
      <Combobox.Target targetType="button">
        <InputBase
          component="button" type="button" pointer size="xs" label="Style" multiline
          classNames={{ root: classes.field, label: classes.label, input: classes.fieldInput }}
          rightSection={<IconSelector size={14} stroke={1.6} />} rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
        >
          {chosen?.title ?? 'Choose a style'}
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
        <FoundStyles words={words} chosen={chosen?.id} onHover={setActive} onFound={() => combobox.selectFirstOption()} />
        <Combobox.Footer className={classes.footer}>
          {active !== null && <StyleExample style={active} />}
          <Button size="compact-sm" variant="subtle" leftSection={<IconFilePlus size={14} />} onClick={() => file.current?.click()}>Add a style file…</Button>
          <input ref={file} type="file" accept=".csl,.xml" hidden aria-label="Style file" onChange={({ currentTarget }) => { void addStyle(currentTarget, take); }} />
        </Combobox.Footer>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function activeOption(listId: string | null): string | null {
  return document.getElementById(listId ?? '')?.querySelector<HTMLElement>('[data-combobox-selected]')?.dataset['style'] ?? null;
}

interface FoundProps {
  words: string;
  chosen: string | undefined;
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
