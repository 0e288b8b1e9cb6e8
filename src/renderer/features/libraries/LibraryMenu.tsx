import { Menu, VisuallyHidden } from '@mantine/core';
import { IconArchive, IconBook2, IconFileSymlink, IconFolderOpen, IconHistory, IconKey, IconKeyboard, IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { HostInfo } from '../../../api/trpc';
import type { RecentLibrary } from '../../../core/recent';
import { run } from '../../app/commands';
import { useDialog } from '../../app/dialogs';
import { useHost } from '../../app/queries';
import { client } from '../../client';
import { chooseLibrary, openLibrary } from './opening';
import { nameOf } from './places';
import classes from './Libraries.module.css';

/** Which library this is, with the way to others and to its backups and history. */
export function LibraryMenu() {
  const { data: host } = useHost();
  const recent = useQuery({ queryKey: ['recent libraries'], queryFn: () => client.host.recent.query() });
  if (host === undefined) return null;
  return (
    <Menu position="top-start" width={300} shadow="sm" onOpen={() => { void recent.refetch(); }}>
      <Menu.Target>
        <button type="button" className={classes.target}>
          <IconBook2 size={15} stroke={1.6} aria-hidden="true" className={classes.glyph} />
          <VisuallyHidden>Library: </VisuallyHidden>
          <bdi className={classes.name}>{nameOf(host.library)}</bdi>
          <IconSelector size={14} stroke={1.6} aria-hidden="true" className={classes.glyph} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown}><Items host={host} recent={recent.data ?? []} /></Menu.Dropdown>
    </Menu>
  );
}

function Items({ host, recent }: { host: HostInfo; recent: readonly RecentLibrary[] }) {
  const { open } = useDialog();
  const others = recent.filter(({ folder }) => folder !== host.library);
  const icon = { size: 15, stroke: 1.6 };
  return (
    <>
      <Menu.Label className={classes.here}>{host.library}<br />Lectern {host.version}</Menu.Label>
      <Menu.Divider />
      {others.length > 0 && <Menu.Label>Recent libraries</Menu.Label>}
      {others.map((library) => <RecentItem key={library.folder} library={library} />)}
      {others.length > 0 && <Menu.Divider />}
      <Menu.Item leftSection={<IconFolderOpen {...icon} />} onClick={() => { if (host.kind === 'electron') void chooseLibrary(); else open({ kind: 'open-library' }); }}>Open another library…</Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconFileSymlink {...icon} />} onClick={() => run('bindings')}>Files kept up to date…</Menu.Item>
      <Menu.Item leftSection={<IconKey {...icon} />} onClick={() => run('citation-keys')}>Citation keys…</Menu.Item>
      {host.kind === 'electron' && <Menu.Item leftSection={<IconKeyboard {...icon} />} onClick={() => run('cite-keys')}>Cite from any program…</Menu.Item>}
      <Menu.Item leftSection={<IconArchive {...icon} />} onClick={() => run('backups')}>Backups…</Menu.Item>
      <Menu.Item leftSection={<IconHistory {...icon} />} onClick={() => run('history')}>History of the library</Menu.Item>
    </>
  );
}

/** One that is missing cannot be chosen: opening its folder would make a new library there. */
function RecentItem({ library: { folder, name, missing } }: { library: RecentLibrary }) {
  return (
    <Menu.Item className={classes.recent} disabled={missing} title={folder} onClick={() => { void openLibrary(folder); }}>
      <span className={classes.recentName}>{name}{missing && ' (not there)'}</span>
      <span className={classes.folder}><bdi>{folder}</bdi></span>
    </Menu.Item>
  );
}
