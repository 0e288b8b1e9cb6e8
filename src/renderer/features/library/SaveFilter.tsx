import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFolderSearch } from '@tabler/icons-react';
import { isError } from '../../../core/query';
import type { Scope } from '../../../core/view';
import { useDialog } from '../../app/dialogs';
import { useFindings } from '../../app/knownNames';
import { queryOfView } from '../../app/queryOfView';
import { useOverview } from '../../app/queries';
import { useLibrary } from '../../app/selection';

/** Makes a smart collection of what is listed. */
export function SaveFilter({ scope }: { scope: Scope }) {
  const filter = useLibrary((state) => state.filter.trim());
  const { data: overview } = useOverview();
  const openDialog = useDialog(({ open }) => open);
  const isWrong = useFindings(filter).some(isError);
  if (filter === '') return null;
  const label = isWrong ? 'Something is wrong with the query, so that it cannot be saved' : 'Save as smart collection';
  return (
    <Tooltip label={label} openDelay={400} multiline maw={260}>
      <ActionIcon variant="default" size={30} aria-label="Save as smart collection" data-disabled={isWrong || undefined} aria-disabled={isWrong} onClick={() => { if (!isWrong) openDialog({ kind: 'smart-collection', query: queryOfView({ scope, filter }, overview?.collections ?? []) }); }}>
        <IconFolderSearch size={15} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
