import { Button, Kbd, SegmentedControl } from '@mantine/core';
import type { ComponentType } from 'react';
import type { Citable } from '../../../core/citing';
import { counted } from '../../../core/text';
import { styleOf, useCiteChoice, type CopyForm } from '../../app/citeChoice';
import { isMac, keyNames } from '../../app/keyNames';
import { wordsOf } from '../../client';
import { useCopied } from './useCiting';
import classes from './Cite.module.css';

const forms: { value: CopyForm; label: string }[] = [
  { value: 'citation', label: 'Citation' },
  { value: 'entry', label: 'Entry' },
  { value: 'latex', label: '\\cite{}' },
  { value: 'pandoc', label: '[@key]' },
  { value: 'key', label: 'Key' },
  { value: 'link', label: 'Link' },
];

export type StyleFieldSlot = ComponentType<{ chosen: string; onChoose: (style: string) => void }>;

interface CopyBarProps {
  /** The papers that would be copied. */
  meant: readonly Citable[];
  /** Why the last copying did not work. */
  problem: string | null;
  StyleField: StyleFieldSlot;
  onCopy: () => void;
}

/** What is copied and how it will look. */
export function CopyBar({ meant, problem, StyleField, onCopy }: CopyBarProps) {
  const { form, prefer, ...choice } = useCiteChoice();
  const styled = form === 'citation' || form === 'entry';
  return (
    <div className={classes.foot}>
      <div className={classes.preview} role="group" aria-label="Preview" tabIndex={0} data-styled={styled || undefined}>
        {problem === null ? <Preview meant={meant} /> : <span role="alert" className={classes.problem}>{problem}</span>}
      </div>
      <div className={classes.choices}>
        <SegmentedControl<CopyForm> size="xs" aria-label="What to copy" data={forms} value={form} onChange={(next) => prefer({ form: next })} transitionDuration={0} classNames={{ label: classes.form }} />
        {styled && <div className={classes.style}><StyleField chosen={choice.style} onChoose={(style) => prefer({ style })} /></div>}
      </div>
      <div className={classes.deeds}>
        <span className={classes.hints}>
          <Hint keys="Enter" does="copy" /><Hint keys="shift+Enter" does="gather" /><Hint keys="Escape" does="leave" />
        </span>
        <Button size="compact-sm" disabled={meant.length === 0} onClick={onCopy}>{meant.length > 1 ? `Copy ${counted(meant.length, 'paper')}` : 'Copy'}</Button>
      </div>
    </div>
  );
}

function Hint({ keys, does }: { keys: string; does: string }) {
  return <span className={classes.hint}>{keyNames(keys, isMac).map((key) => <Kbd key={key} size="xs">{key}</Kbd>)} {does}</span>;
}

function Preview({ meant }: { meant: readonly Citable[] }) {
  const { form, ...choice } = useCiteChoice();
  const { data, error } = useCopied(meant.map(({ id }) => id), form, styleOf(choice));
  if (meant.length === 0) return <span className={classes.none}>What is copied stands here.</span>;
  if (error !== null) return <span className={classes.problem}>{wordsOf(error)}</span>;
  return <output aria-label="What is copied" className={classes.text}>{data?.text ?? '…'}</output>;
}
