import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core';
import { IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react';
import { useStylePreferences } from '../../app/stylePreferences';
import { StyleField } from './StyleField';
import classes from './StylePicker.module.css';
import { removeStyle } from './ownStyles';
import { useLanguages, useStyle } from './styleQueries';
import { isOwn, languageName } from './styleWords';

export interface InStyle {
  style: string;
  /** A language tag; undefined for the one that the style asks for. */
  locale: string | undefined;
}

/** Chooses among all citation styles, and the language that they speak. */
export function StylePicker({ value, onChange }: { value: InStyle; onChange: (value: InStyle) => void }) {
  const chosen = useStyle(value.style);
  const languages = useLanguages();
  const choose = (style: string): void => onChange({ ...value, style });
  return (
    <div className={classes.picker}>
      <div className={classes.chosen}>
        <StyleField chosen={value.style} onChoose={choose} />
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
