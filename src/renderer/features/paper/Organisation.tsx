import { useRef } from 'react';
import type { Paper } from '../../../core/model';
import { act } from '../../app/act';
import { collectionLines } from '../../app/collections';
import { useCommands } from '../../app/commands';
import { useOverview } from '../../app/queries';
import { hrefOf } from '../../app/route';
import { client } from '../../client';
import { ChipEditor } from './ChipEditor';

/** The tags and collections that a paper is in. */
export function Organisation({ paper }: { paper: Paper }) {
  const overview = useOverview();
  const tagField = useRef<HTMLInputElement>(null);
  const collectionField = useRef<HTMLInputElement>(null);
  const ids = [paper.id];
  const paths = collectionLines(overview.data?.collections ?? []).filter(({ query }) => query === undefined); // what smart ones hold, they find
  useCommands({ tag: () => tagField.current?.focus(), collect: () => collectionField.current?.focus() });

  function collect(text: string): boolean {
    const chosen = paths.find(({ path, name }) => path === text || name.toLowerCase() === text.toLowerCase());
    if (chosen !== undefined) void act(() => client.collections.addPapers.mutate({ id: chosen.id, paperIds: ids }));
    return chosen !== undefined;
  }

  return (
    <div>
      <ChipEditor
        label="Tags" noun="tag" field={tagField}
        chips={paper.tags.map((tag) => ({ key: tag, label: tag, href: `#${hrefOf({ kind: 'library', scope: { kind: 'tag', tag } })}` }))}
        options={(overview.data?.tags ?? []).map(({ tag }) => tag).filter((tag) => !paper.tags.includes(tag))}
        onAdd={(tag) => { void act(() => client.papers.update.mutate({ ids, fields: { addTags: [tag] } })); return true; }}
        onRemove={(tag) => { void act(() => client.papers.update.mutate({ ids, fields: { removeTags: [tag] } })); }}
      />
      <ChipEditor
        label="Collections" noun="collection" field={collectionField}
        chips={paths.filter(({ id }) => paper.collections.includes(id)).map(({ id, path }) => ({ key: id, label: path, href: `#${hrefOf({ kind: 'library', scope: { kind: 'collection', id } })}` }))}
        options={paths.filter(({ id }) => !paper.collections.includes(id)).map(({ path }) => path).filter((path, index, all) => all.indexOf(path) === index)}
        onAdd={collect}
        onRemove={(id) => { void act(() => client.collections.removePapers.mutate({ id, paperIds: ids })); }}
      />
    </div>
  );
}
