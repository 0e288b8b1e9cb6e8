import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Phrase } from '../../../../core/model';
import classes from './Taxonomy.module.css';

/** The phrases of a technique with their weights, and where each counts. Plain fields: there may be a hundred of them. */
export function PhraseTable({ phrases, onChange }: { phrases: readonly Phrase[]; onChange: (phrases: readonly Phrase[]) => void }) {
  const table = useRef<HTMLTableElement>(null);
  const put = (index: number, phrase: Phrase) => onChange(phrases.map((each, i) => (i === index ? phrase : each)));

  function add(): void {
    onChange([...phrases, { text: '', weight: 1 }]);
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('tbody tr:last-child input')?.focus());
  }

  return (
    <div>
      <table ref={table} className={classes.phrases}>
        <caption>Phrases <span>* stands for any ending. 1 names the technique, 0.3 hints at it, 0 hides a shorter phrase inside it, below 0 speaks against it.</span></caption>
        <thead><tr><th scope="col">Text</th><th scope="col">Weight</th><th scope="col">Counts in</th><th scope="col"><VisuallyHidden>Remove</VisuallyHidden></th></tr></thead>
        <tbody>
          {phrases.map((phrase, index) => {
            const { text, weight, field } = phrase;
            const named = text === '' ? `phrase ${index + 1}` : text;
            return (
              <tr key={index}>
                <td><input type="text" aria-label={`Text of ${named}`} value={text} maxLength={200} onChange={({ currentTarget }) => put(index, { ...phrase, text: currentTarget.value })} /></td>
                <td><input type="number" aria-label={`Weight of ${named}`} value={weight} min={-2} max={2} step={0.1} onChange={({ currentTarget }) => put(index, { ...phrase, weight: bounded(currentTarget.valueAsNumber) })} /></td>
                <td>
                  <select aria-label={`Where ${named} counts`} value={field ?? ''} onChange={({ currentTarget }) => put(index, placed(phrase, currentTarget.value))}>
                    <option value="">title and abstract</option>
                    <option value="title">title</option>
                    <option value="abstract">abstract</option>
                  </select>
                </td>
                <td><button type="button" className={classes.remove} aria-label={`Remove ${named}`} title="Remove" onClick={() => onChange(phrases.filter((_, i) => i !== index))}><IconX size={14} stroke={1.8} /></button></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} stroke={1.8} />} onClick={add}>Add a phrase</Button>
    </div>
  );
}

function bounded(weight: number): number {
  return Number.isNaN(weight) ? 0 : Math.max(-2, Math.min(2, weight));
}

function placed({ text, weight }: Phrase, field: string): Phrase {
  return field === 'title' || field === 'abstract' ? { text, weight, field } : { text, weight };
}
