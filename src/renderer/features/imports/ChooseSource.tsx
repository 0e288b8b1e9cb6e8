import { Button, FileButton, Textarea } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState, type ClipboardEvent } from 'react';
import { useDialog } from '../../app/dialogs';
import classes from './ChooseSource.module.css';
import dialogClasses from './ImportDialog.module.css';
import { ACCEPTED, offerFiles, offerText } from './offer';
import { holdsPapers } from './transfer';

/** The first step of an import: a file, or text pasted into the field. */
export function ChooseSource() {
  const { open, close } = useDialog();
  const [text, setText] = useState('');
  const read = (): void => offerText(text, 'pasted text');

  /** The field would keep only the words of copied HTML; the links in it say which papers they are. */
  function onPaste(event: ClipboardEvent): void {
    const { files } = event.clipboardData;
    const html = event.clipboardData.getData('text/html');
    if (files.length > 0) void offerFiles([...files]);
    else if (holdsPapers(html)) offerText(html, 'pasted page');
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className={classes.step}>
        <div className={classes.drop}>
          <IconFileText size={24} stroke={1.5} aria-hidden="true" />
          <div className={classes.words}>
            <span className={classes.lead}>Drop files here, or choose them</span>
            <span>PDFs; BibTeX, RIS, CSL-JSON or YAML, EndNote XML, PubMed; Hugging Face Papers as text, HTML or JSON</span>
          </div>
          <FileButton multiple accept={ACCEPTED} onChange={(files) => { void offerFiles(files); }}>
            {(props) => <Button variant="default" {...props}>Choose files…</Button>}
          </FileButton>
        </div>
        <Textarea
          label="Or paste"
          description="A page of papers, a bibliography, or DOIs, arXiv ids and links, one a line."
          placeholder="@article{…}, a copied page, 10.1000/182, arXiv:2305.14314"
          data-autofocus
          className={classes.field}
          classNames={{ wrapper: classes.wrapper, input: classes.input }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={onPaste}
          onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') read(); }}
        />
      </div>
      <div className={dialogClasses.footer}>
        <Button variant="subtle" className={classes.sample} onClick={() => open({ kind: 'import', sources: 'sample' })}>Try the sample</Button>
        <Button variant="default" onClick={close}>Cancel</Button>
        <Button disabled={text.trim() === ''} onClick={read}>Read it</Button>
      </div>
    </>
  );
}
