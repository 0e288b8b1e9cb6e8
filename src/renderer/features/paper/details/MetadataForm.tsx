import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Paper, PaperType } from '../../../../core/model';
import { act } from '../../../app/act';
import { client } from '../../../client';
import { typeNames } from '../description';
import { useDraft } from '../../../app/useDraft';
import { AuthorsField } from './AuthorsField';
import { ExtraFields } from './ExtraFields';
import { KeyPin } from './KeyPin';
import { fieldRules, type FieldRule, type TextFieldName } from './fields';
import classes from './Details.module.css';

const types = (Object.entries(typeNames) as [PaperType, string][]).map(([value, label]) => ({ value, label }));

/** The description of a paper. Every field is saved when it is left. */
export function MetadataForm({ paper }: { paper: Paper }) {
  const { id } = paper;
  return (
    <div className={classes.form} role="form" aria-label="Details">
      <TextField paper={paper} field="title" label="Title" lines={2} />
      <AuthorsField paper={paper} />
      <div className={classes.pair}>
        <NativeSelect size="xs" label="Type" data={types} value={paper.type} onChange={(event) => { void act(() => client.papers.edit.mutate({ id, fields: { type: event.currentTarget.value as PaperType } })); }} />
        <TextField paper={paper} field="issued" label="Date" placeholder="2025-03-14" />
      </div>
      <TextField paper={paper} field="venue" label="Venue" placeholder="Journal, conference or publisher" />
      <div className={classes.pair}>
        <TextField paper={paper} field="doi" label="DOI" placeholder="10.1000/182" />
        <TextField paper={paper} field="arxivId" label="arXiv id" placeholder="2402.05195" />
      </div>
      <TextField paper={paper} field="url" label="URL" placeholder="https://" />
      <TextField paper={paper} field="citationKey" label="Citation key" beside={<KeyPin paper={paper} />} />
      <TextField paper={paper} field="abstract" label="Abstract" lines={6} />
      <ExtraFields paper={paper} />
    </div>
  );
}

const asItIs = (value: string): string => value;

interface TextFieldProps {
  paper: Paper;
  field: TextFieldName;
  label: string;
  placeholder?: string;
  /** How many lines it shows at least; it is a single-line field without. */
  lines?: number;
  /** What stands at its end. */
  beside?: ReactNode;
}

function TextField({ paper, field, label, placeholder, lines, beside }: TextFieldProps) {
  const { id } = paper;
  const { write = asItIs, read = asItIs, ...rule }: FieldRule = fieldRules[field];
  const draft = useDraft({
    ...rule,
    stored: write(paper[field]),
    save: (value) => client.papers.edit.mutate({ id, fields: { [field]: read(value) } }),
    leaving: (value) => ['papers.edit', { id, fields: { [field]: read(value) } }],
  });
  const shared = {
    size: 'xs', label, placeholder, value: draft.value, error: draft.failure, spellCheck: lines !== undefined,
    onBlur: () => draft.commit(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') draft.revert();
      else if (event.key === 'Enter' && (lines === undefined || event.ctrlKey || event.metaKey)) draft.commit();
    },
  };
  return lines === undefined
    ? <TextInput {...shared} rightSection={beside} onChange={(event) => draft.change(event.currentTarget.value)} />
    : <Textarea {...shared} autosize minRows={lines} maxRows={14} onChange={(event) => draft.change(event.currentTarget.value)} />;
}
