import { Button } from '@mantine/core';
import { IconHelpHexagon, IconList, IconPencil } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { TechniqueId } from '../../../../core/model';
import { useOverview, useTaxonomy } from '../../../app/queries';
import { goToTechniques, hrefOf } from '../../../app/route';
import { pathTo } from '../../../app/techniqueTree';
import { wordsOf } from '../../../client';
import { EmptyState, FailureState, LoadingState } from '../../../ui/States';
import { showTechnique } from '../filtering';
import { PageFrame } from '../PageFrame';
import { useProfile } from '../techniqueQueries';
import { EvidenceList } from './EvidenceList';
import { Figures } from './Figures';
import { Parts } from './Parts';
import { RelatedList } from './RelatedList';
import classes from './TechniquePage.module.css';

/** What a technique is, and which papers have it and why. */
export function TechniquePage({ id }: { id: TechniqueId }) {
  const { data: taxonomy } = useTaxonomy();
  const { data: overview } = useOverview();
  const profile = useProfile(id);
  const technique = taxonomy?.techniques.find((each) => each.id === id);
  if (taxonomy !== undefined && technique === undefined) {
    return (
      <PageFrame title="Technique">
        <EmptyState icon={<IconHelpHexagon size={32} stroke={1.4} />} title="This technique is not here" message="It is not in the taxonomy any more. Undo may bring it back." />
      </PageFrame>
    );
  }
  if (profile.isError) return <PageFrame title={technique?.name ?? id}><FailureState title="This technique could not be shown" message={wordsOf(profile.error)} onRetry={() => { void profile.refetch(); }} /></PageFrame>;
  if (taxonomy === undefined || technique === undefined || overview === undefined || profile.data === undefined) return <PageFrame title="Technique"><LoadingState label="Sorting the papers" /></PageFrame>;
  const lines = overview.techniques;
  const around = pathTo(taxonomy.techniques, id).slice(0, -1);
  return (
    <PageFrame
      title={technique.name}
      tools={(
        <>
          <Button size="xs" variant="default" leftSection={<IconList size={14} stroke={1.6} />} onClick={() => showTechnique(id)}>List its papers</Button>
          <Button size="xs" variant="default" leftSection={<IconHelpHexagon size={14} stroke={1.6} />} onClick={() => goToTechniques('review', id)}>Review</Button>
          <Button size="xs" variant="default" leftSection={<IconPencil size={14} stroke={1.6} />} onClick={() => goToTechniques('taxonomy', id)}>Edit</Button>
        </>
      )}
    >
      <div className={classes.columns}>
        <div className={classes.about}>
          {around.length > 0 && (
            <p className={classes.path}>
              in {around.map(({ id: each, name }, index) => <Fragment key={each}>{index > 0 && ' › '}<a href={`#${hrefOf({ kind: 'techniques', view: 'about', id: each })}`}>{name}</a></Fragment>)}
            </p>
          )}
          <p className={classes.definition}>{technique.definition === '' ? 'It has no definition yet.' : technique.definition}</p>
          {technique.synonyms.length > 0 && <p className={classes.synonyms}>Also: {technique.synonyms.join(', ')}</p>}
          <Figures id={id} profile={profile.data} />
          <Parts lines={lines.filter(({ parentId, retired }) => parentId === id && !retired)} />
          <RelatedList id={id} related={profile.data.related} lines={lines} />
        </div>
        <EvidenceList id={id} name={technique.name} />
      </div>
    </PageFrame>
  );
}
