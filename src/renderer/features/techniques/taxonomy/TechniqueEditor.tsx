import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ListedTechnique } from '../../../../core/taxonomy/useCases';
import { draftOf, isSound, keepDraft, saveDraft, type Draft } from './drafts';
import { PhraseTable } from './PhraseTable';
import { PlaceTools } from './PlaceTools';
import classes from './Taxonomy.module.css';

/** The name of a technique, its definition, the words that point to it, and what can be done with it as a whole. */
export function TechniqueEditor({ technique, techniques, onAdd }: { technique: ListedTechnique; techniques: readonly ListedTechnique[]; onAdd: () => void }) {
  const kept: Draft = { name: technique.name, definition: technique.definition, synonyms: technique.synonyms.join('\n'), phrases: technique.phrases };
  const [draft, setDraft] = useState(draftOf(technique.id) ?? kept);
  const same = (one: Draft): boolean => JSON.stringify(one) === JSON.stringify(kept);
  const changed = !same(draft);
  const sound = isSound(draft);

  function become(next: Draft): void {
    setDraft(next);
    keepDraft(technique.id, same(next) ? undefined : next);
  }
  const put = (fields: Partial<Draft>) => become({ ...draft, ...fields });

  return (
    <section className={classes.editor} aria-label={`The technique ${technique.name}`}>
      <PlaceTools technique={technique} techniques={techniques} onAdd={onAdd} />
      <form className={classes.form} onSubmit={(event) => { event.preventDefault(); if (changed) void saveDraft(technique.id, draft); }}>
        <TextInput size="xs" label="Name" value={draft.name} maxLength={200} error={draft.name.trim() === '' && 'A technique needs a name.'} onChange={({ currentTarget }) => put({ name: currentTarget.value })} />
        <Textarea size="xs" label="Definition" autosize minRows={2} maxRows={6} maxLength={5000} value={draft.definition} onChange={({ currentTarget }) => put({ definition: currentTarget.value })} />
        <Textarea size="xs" label="Other names" description="One a line. Like the name, each points to the technique with weight 1." autosize minRows={2} maxRows={8} value={draft.synonyms} onChange={({ currentTarget }) => put({ synonyms: currentTarget.value })} />
        <PhraseTable phrases={draft.phrases} onChange={(phrases) => put({ phrases })} />
        <div className={classes.save}>
          <Button type="submit" size="xs" disabled={!changed || !sound}>Save</Button>
          <Button size="xs" variant="default" disabled={!changed} onClick={() => become(kept)}>Discard</Button>
          <span className={classes.hint}>The papers are sorted anew in the background. Undo takes it back.</span>
        </div>
      </form>
    </section>
  );
}
