import { Radio } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ExportFormat } from '../../../core/exports';
import classes from './ExportDialog.module.css';
import { formatGroups, formats } from './options';
import own from './FormatOptions.module.css';

interface FormatOptionsProps {
  value: ExportFormat;
  /** How many papers there are: one format holds a single one. */
  count: number;
  onChange: (format: ExportFormat) => void;
}

/** The formats in groups; what there is to know of the chosen one stands below them. */
export function FormatOptions({ value, count, onChange }: FormatOptionsProps) {
  const group = useRef<HTMLDivElement>(null);
  // In a low window the format that was chosen last may stand further down.
  useEffect(() => { group.current?.querySelector('input:checked')?.scrollIntoView({ block: 'nearest' }); }, []);
  const hint = formats.find(({ id }) => id === value)?.hint;
  return (
    <Radio.Group ref={group} label="Format" value={value} onChange={onChange} classNames={{ label: classes.groupName }}>
      {formatGroups.map((kinds) => (
        <div key={kinds.name} role="group" aria-label={kinds.name}>
          <div className={own.heading} aria-hidden>{kinds.name}</div>
          {kinds.formats.map(({ id, name, note }) => (
            <Radio
              key={id} value={id} size="xs" disabled={id === 'cff' && count !== 1}
              classNames={{ root: classes.option, body: classes.optionBody, labelWrapper: classes.optionLabel, label: classes.optionName }}
              label={<><span className={classes.optionText}>{name}</span><span className={classes.note}>{id === 'cff' && count !== 1 ? 'one paper' : note}</span></>}
            />
          ))}
        </div>
      ))}
      {hint !== undefined && <p className={own.hint}>{hint}</p>}
    </Radio.Group>
  );
}
