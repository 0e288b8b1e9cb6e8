import { ActionIcon, Button, Menu, NumberInput, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconArrowBackUp, IconArrowForwardUp, IconCheck, IconHighlight, IconLayoutList, IconListTree, IconMoon, IconNotebook, IconRotateClockwise, IconSearch, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { goToPaper } from '../../app/route';
import { run } from '../../app/commands';
import { useReaderPreferences } from './kept';
import { CSS_UNITS } from './pages/layout';
import { useReader, useReaderState } from './reader';
import type { PaperId } from '../../../core/model';
import classes from './Reader.module.css';

/** The way back, where one is, how pages are shown, and what stands beside them. */
export function ReaderBar({ paperId, title }: { paperId: PaperId; title: string }) {
  const { left, right, prefer } = useReaderPreferences();
  const reader = useReader();
  const canGoBack = useReaderState(({ back }) => back.length > 0);
  const canGoForward = useReaderState(({ forward }) => forward.length > 0);
  return (
    <div className={classes.bar}>
      <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconArrowLeft size={16} stroke={1.7} />} onClick={() => goToPaper(paperId)}>Paper</Button>
      <Toggle label="Pages in small" on={left === 'pages'} onClick={() => prefer({ left: left === 'pages' ? null : 'pages' })}><IconLayoutList size={17} stroke={1.6} /></Toggle>
      <Toggle label="Contents" on={left === 'outline'} onClick={() => prefer({ left: left === 'outline' ? null : 'outline' })}><IconListTree size={17} stroke={1.6} /></Toggle>
      <h1 className={classes.title} title={title}>{title}</h1>
      <Act label="Back to where you were (Alt ←)" disabled={!canGoBack} onClick={() => reader.goBack()}><IconArrowBackUp size={17} stroke={1.6} /></Act>
      <Act label="Forward again (Alt →)" disabled={!canGoForward} onClick={() => reader.goForward()}><IconArrowForwardUp size={17} stroke={1.6} /></Act>
      <PageField />
      <Zoom />
      <Act label="Find in the document" onClick={() => { run('find-in-file'); }}><IconSearch size={17} stroke={1.6} /></Act>
      <Toggle label="Annotations" on={right === 'marks'} onClick={() => prefer({ right: right === 'marks' ? null : 'marks' })}><IconHighlight size={17} stroke={1.6} /></Toggle>
      <Toggle label="Notes" on={right === 'notes'} onClick={() => prefer({ right: right === 'notes' ? null : 'notes' })}><IconNotebook size={17} stroke={1.6} /></Toggle>
    </div>
  );
}

function PageField() {
  const reader = useReader();
  const page = useReaderState((state) => state.page);
  const [typed, setTyped] = useState<string | number | null>(null);
  const go = (): void => {
    const wanted = Number(typed);
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1 && wanted <= reader.pageCount && wanted !== page + 1) reader.goTo({ page: wanted - 1, part: 0 });
    setTyped(null);
  };
  return (
    <span className={classes.pages}>
      <NumberInput
        size="xs" className={classes.pageField} aria-label="Page" hideControls allowDecimal={false} allowNegative={false} min={1} max={reader.pageCount} value={typed ?? page + 1}
        onChange={setTyped} onBlur={go} onKeyDown={(event) => { if (event.key === 'Enter') go(); }} onFocus={(event) => event.currentTarget.select()}
      />
      <span className={classes.of}>of {reader.pageCount.toLocaleString('en')}</span>
    </span>
  );
}

function Zoom() {
  const reader = useReader();
  const zoom = useReaderState((state) => state.zoom);
  const percent = useReaderState(({ scale }) => Math.round((100 * scale) / CSS_UNITS));
  const { mode, dark, prefer } = useReaderPreferences();
  const tick = (on: boolean): ReactNode => <span className={classes.tick}>{on && <IconCheck size={14} stroke={1.8} />}</span>;
  return (
    <span className={classes.zoom}>
      <Act label="Smaller (Ctrl −)" onClick={() => run('zoom-out')}><IconZoomOut size={17} stroke={1.6} /></Act>
      <Menu position="bottom-end" shadow="sm">
        <Menu.Target><Button variant="subtle" color="gray" size="compact-sm" className={classes.percent} aria-label={`How pages are shown: ${percent} %`}>{percent} %</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={tick(zoom === 'width')} onClick={() => reader.zoom('width')}>As wide as the window</Menu.Item>
          <Menu.Item leftSection={tick(zoom === 'page')} onClick={() => reader.zoom('page')}>Whole page</Menu.Item>
          {[1, 1.5, 2].map((factor) => <Menu.Item key={factor} leftSection={tick(zoom === factor)} onClick={() => reader.zoom(factor)}>{100 * factor} %</Menu.Item>)}
          <Menu.Divider />
          <Menu.Item leftSection={tick(mode === 'continuous')} onClick={() => prefer({ mode: 'continuous' })}>Pages below one another</Menu.Item>
          <Menu.Item leftSection={tick(mode === 'single')} onClick={() => prefer({ mode: 'single' })}>One page at a time</Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconRotateClockwise size={14} stroke={1.6} />} onClick={() => reader.turn()}>Turn the pages</Menu.Item>
          <Menu.Item leftSection={dark === null ? <IconMoon size={14} stroke={1.6} /> : tick(dark)} onClick={() => run('dark-pages')}>Dark pages</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Act label="Larger (Ctrl +)" onClick={() => run('zoom-in')}><IconZoomIn size={17} stroke={1.6} /></Act>
    </span>
  );
}

function Act({ label, disabled = false, onClick, children }: { label: string; disabled?: boolean; onClick: () => void; children: ReactNode }) {
  return <Tooltip label={label} openDelay={300}><ActionIcon variant="subtle" color="gray" size={28} className={classes.act} aria-label={label.replace(/ \(.*$/, '')} disabled={disabled} onClick={onClick}>{children}</ActionIcon></Tooltip>;
}

function Toggle({ label, on, onClick, children }: { label: string; on: boolean; onClick: () => void; children: ReactNode }) {
  return <Tooltip label={label} openDelay={300}><ActionIcon variant={on ? 'light' : 'subtle'} color={on ? undefined : 'gray'} size={28} aria-label={label} aria-pressed={on} onClick={onClick}>{children}</ActionIcon></Tooltip>;
}
