import { FileButton, Kbd, UnstyledButton } from '@mantine/core';
import { IconBooks, IconClipboardText, IconFileText } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { run } from '../../app/commands';
import { useDialog } from '../../app/dialogs';
import { ACCEPTED, offerFiles } from './offer';
import classes from './Welcome.module.css';

const isMac = navigator.userAgent.includes('Mac');

/** What an empty library shows: what Lectern is, and the ways to begin. */
export function Welcome() {
  const { open } = useDialog();
  return (
    <div className={classes.page}>
      <div className={classes.column}>
        <h1 className={classes.title}>Start a reading list</h1>
        <p className={classes.lead}>
          Lectern turns a bibliography or a digest of papers into a library to read offline, annotate and cite.
          It sorts them by technique, shows why, and keeps it all on this computer.
        </p>
        <div className={classes.ways}>
          <FileButton multiple accept={ACCEPTED} onChange={(files) => { void offerFiles(files); }}>
            {(props) => (
              <Way {...props} icon={<IconFileText size={20} stroke={1.5} />} title="Choose a file">
                A PDF, a bibliography (BibTeX, RIS, CSL, EndNote XML, PubMed), or a digest as text, HTML or JSON.
              </Way>
            )}
          </FileButton>
          <Way icon={<IconClipboardText size={20} stroke={1.5} />} title="Paste a digest" onClick={() => open({ kind: 'import' })}>
            A page of papers you copied. <Kbd size="xs">{isMac ? '⌘' : 'Ctrl'}</Kbd> <Kbd size="xs">V</Kbd> works anywhere in this window.
          </Way>
          <Way icon={<IconBooks size={20} stroke={1.5} />} title="Try the sample" onClick={() => open({ kind: 'import', sources: 'sample' })}>
            A dozen papers on efficient language models, to look around with.
          </Way>
        </div>
        <p className={classes.rest}>
          Or drop a file anywhere on this window, or{' '}
          <button type="button" className={classes.link} onClick={() => run('new-paper')}>add a paper by hand</button>.
        </p>
      </div>
    </div>
  );
}

interface WayProps extends Omit<ComponentProps<'button'>, 'title' | 'ref'> {
  icon: ReactNode;
  title: string;
}

function Way({ icon, title, children, ...button }: WayProps) {
  return (
    <UnstyledButton className={classes.way} {...button}>
      <span className={classes.icon} aria-hidden="true">{icon}</span>
      <span className={classes.name}>{title}</span>
      <span className={classes.about}>{children}</span>
    </UnstyledButton>
  );
}
