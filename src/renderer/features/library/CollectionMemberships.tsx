import { CloseButton } from '@mantine/core';
import type { Paper } from '../../../core/model';
import { useOverview } from '../../app/queries';
import { hrefOf } from '../../app/route';
import { paperActions } from './paperActions';
import { pathTo } from './useScopeTitle';
import classes from './DetailPane.module.css';

/** The collections a paper is in, each with the way to it. */
export function CollectionMemberships({ paper }: { paper: Paper }) {
  const { data: overview } = useOverview();
  if (overview === undefined || paper.collections.length === 0) return null;
  return (
    <ul className={classes.collections}>
      {paper.collections.map((id) => {
        const path = pathTo(overview.collections, id);
        const name = path.at(-1)?.name ?? '';
        return (
          <li key={id}>
            <a href={`#${hrefOf({ kind: 'library', scope: { kind: 'collection', id } })}`}>{path.map((node) => node.name).join(' › ')}</a>
            <CloseButton size="sm" aria-label={`Remove from ${name}`} onClick={() => paperActions.takeOut([paper.id], { id, name })} />
          </li>
        );
      })}
    </ul>
  );
}
