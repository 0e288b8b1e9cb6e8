import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { readNames, writeNames } from '../../../core/formats/nameText';
import { readWrittenDate } from '../../../core/formats/writtenDates';
import type { Inspected } from '../../../core/files/inspecting';
import { shownTitle, type Description, type PaperId } from '../../../core/model';
import { act, announce } from '../../app/act';
import { goToPaper } from '../../app/route';
import { client } from '../../client';
import { TexText } from '../../ui/TexText';
import classes from './Files.module.css';
import { reasonOf, sizeOf, whenceWords } from './words';

interface ReviewProps {
  inspected: Inspected;
  /** How many files come after this one. */
  following: number;
  onSkip: () => void;
  onDone: () => void;
}

const NEW = 'new';

/** The fields that are shown, as they are typed. */
interface Typed { title: string; authors: string; issued: string; venue: string; doi: string; arxivId: string; abstract: string }

/** What a PDF was found to be: the papers that it may belong to, and the fields of a new one with where each comes from. */
export function ReviewFile({ inspected, following, onSkip, onDone }: ReviewProps) {
  const { arrival, description, from, matches, problem } = inspected;
  const [choice, setChoice] = useState<string>(matches.find(({ trashed }) => !trashed)?.id ?? NEW);
  const [typed, setTyped] = useState<Typed>(() => typedFrom(description));
  const [busy, setBusy] = useState(false);
  const issued = readWrittenDate(typed.issued);
  const isNew = choice === NEW;

  async function carryOut(): Promise<void> {
    setBusy(true);
    const added = await act(() => (isNew ? addPaper(arrival.id, { ...description, ...fieldsOf(typed, description), issued: issued ?? '' }) : addTo(arrival.id, choice as PaperId)));
    setBusy(false);
    if (added === undefined) return;
    if (added.isKnown) notifications.show({ message: 'The paper has this file already.', autoClose: 6000 });
    else announce(isNew ? `Added “${shownTitle({ title: typed.title })}”` : `Added ${arrival.name} to the paper`);
    if (following === 0) goToPaper(added.paperId);
    onDone();
  }

  return (
    <>
      <div className={classes.review}>
        <p className={classes.file}><strong>{arrival.name}</strong> <span>{[sizeOf(arrival.bytes), following > 0 ? `${following} more to come` : ''].filter(Boolean).join(' · ')}</span></p>
        {problem !== null && <p className={classes.problem} role="note">{problem}</p>}
        {matches.length > 0 && (
          <Radio.Group label="Which paper is it?" value={choice} onChange={setChoice} className={classes.matches}>
            {matches.map((match) => (
              <Radio
                key={match.id} value={match.id} label={<TexText text={shownTitle(match)} />}
                description={[match.authors, match.year, reasonOf(match)].filter(Boolean).join(' · ')}
              />
            ))}
            <Radio value={NEW} label="None of these: a new paper" />
          </Radio.Group>
        )}
        {isNew && <Fields typed={typed} from={from} dateIsWrong={issued === null} onChange={(fields) => setTyped({ ...typed, ...fields })} />}
      </div>
      <div className={classes.footer}>
        <Button variant="default" onClick={onSkip}>{following > 0 ? 'Skip this file' : 'Cancel'}</Button>
        <Button loading={busy} disabled={isNew && (typed.title.trim() === '' || issued === null)} onClick={() => { void carryOut(); }} data-autofocus>{isNew ? 'Add as a new paper' : 'Add to this paper'}</Button>
      </div>
    </>
  );
}

function Fields({ typed, from, dateIsWrong, onChange }: { typed: Typed; from: Inspected['from']; dateIsWrong: boolean; onChange: (fields: Partial<Typed>) => void }) {
  const field = (name: keyof Typed, label: string) => ({
    label, size: 'xs' as const, value: typed[name], description: describe(from[name]),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={classes.fields}>
      <Textarea {...field('title', 'Title')} autosize maxRows={4} className={classes.wide} required withAsterisk={false} />
      <Textarea {...field('authors', 'Authors (Family, Given; …)')} autosize maxRows={4} className={classes.wide} />
      <TextInput {...field('issued', 'Date')} error={dateIsWrong && 'Write a year, or a date such as 2025-03-14.'} />
      <TextInput {...field('venue', 'Published in')} />
      <TextInput {...field('doi', 'DOI')} />
      <TextInput {...field('arxivId', 'arXiv id')} />
      <Textarea {...field('abstract', 'Abstract')} autosize minRows={2} maxRows={6} className={classes.wide} />
    </div>
  );
}

function describe(whence: Inspected['from'][keyof Description]): string {
  return whence === undefined ? 'not found in the file' : whenceWords[whence];
}

function typedFrom({ title, authors, issued, venue, doi, arxivId, abstract }: Description): Typed {
  return { title, authors: writeNames(authors), issued, venue, doi, arxivId, abstract };
}

function fieldsOf({ title, authors, venue, doi, arxivId, abstract }: Typed, found: Description): Partial<Description> {
  const type = found.type === 'other' && doi.trim() !== '' ? 'article' : found.type === 'other' && arxivId.trim() !== '' ? 'preprint' : found.type;
  return { title: title.trim(), authors: readNames(authors), venue: venue.trim(), doi: doi.trim(), arxivId: arxivId.trim(), abstract: abstract.trim(), type };
}

/** Where a file is now, and whether it was there before. */
interface Placed { paperId: PaperId; isKnown: boolean }

async function addPaper(arrival: string, description: Description): Promise<Placed> {
  return { paperId: (await client.attachments.addPaper.mutate({ arrival, description })).paperId, isKnown: false };
}

async function addTo(arrival: string, paperId: PaperId): Promise<Placed> {
  const { kind } = await client.attachments.add.mutate({ arrival, paperId });
  return { paperId, isKnown: kind === 'known' };
}
