import { Button } from '@mantine/core';
import { IconBooks, IconFilterOff, IconFolder, IconFolderSearch, IconHash, IconTag, IconTrash, type Icon } from '@tabler/icons-react';
import type { Scope } from '../../../core/view';
import { run } from '../../app/commands';
import { useLibrary } from '../../app/selection';
import { EmptyState } from '../../ui/States';
import { useSmartCollection } from './useSmartCollection';

/** Why the list is empty: the filter, or there is nothing in this part of the library yet. */
export function EmptyList({ scope, filter }: { scope: Scope; filter: string }) {
  const smart = useSmartCollection(scope);
  const setFilter = useLibrary((state) => state.setFilter);
  if (filter.trim() !== '') {
    return (
      <EmptyState
        icon={<IconFilterOff size={32} stroke={1.4} />}
        title="No paper matches the filter"
        message={<>Nothing here for “{filter.trim()}”.</>}
        action={<Button size="xs" variant="default" onClick={() => setFilter('')}>Clear the filter</Button>}
      />
    );
  }
  const { Glyph, title, message } = smart === null ? wordsFor(scope) : { Glyph: IconFolderSearch, title: 'Nothing is found', message: 'Papers come here by themselves when the query finds them.' };
  return (
    <EmptyState
      icon={<Glyph size={32} stroke={1.4} />}
      title={title}
      message={message}
      action={scope.kind === 'all' && <Button size="xs" onClick={() => run('import')}>Import papers</Button>}
    />
  );
}

function wordsFor(scope: Scope): { Glyph: Icon; title: string; message: string } {
  switch (scope.kind) {
    case 'all': return { Glyph: IconBooks, title: 'No papers yet', message: 'Import a digest or a bibliography, or drop one onto this window.' };
    case 'status': return statusWords[scope.status];
    case 'technique': return { Glyph: IconHash, title: 'No paper with this technique', message: 'Papers come here by themselves when their title or abstract names it.' };
    case 'collection': return { Glyph: IconFolder, title: 'This collection is empty', message: 'Drag papers onto its name, or select some and press C.' };
    case 'tag': return { Glyph: IconTag, title: 'No paper has this tag', message: 'Select papers and press T to tag them.' };
    case 'trash': return { Glyph: IconTrash, title: 'The trash is empty', message: 'Papers you delete stay here until you empty it.' };
  }
}

const statusWords = {
  'to-read': { Glyph: IconBooks, title: 'Nothing left to read', message: 'Papers you import come here first. Press U to put one back.' },
  reading: { Glyph: IconBooks, title: 'You are reading nothing', message: 'Select a paper and press R when you begin it.' },
  done: { Glyph: IconBooks, title: 'Nothing read yet', message: 'Select a paper and press D when you have read it.' },
};
