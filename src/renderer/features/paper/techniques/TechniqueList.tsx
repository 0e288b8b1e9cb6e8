import { Select } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import type { Assignment, Decision, Evidence, OwnTechnique, PaperId, TechniqueId } from '../../../../core/model';
import { act } from '../../../app/act';
import { useTaxonomy } from '../../../app/queries';
import { client } from '../../../client';
import { EmptyState } from '../../../ui/States';
import { TechniqueItem } from './TechniqueItem';
import classes from './Techniques.module.css';

interface TechniqueListProps {
  paperId: PaperId;
  assignments: readonly Assignment[];
  /** Tells which evidence is pointed at. */
  onPoint: (evidence: readonly Evidence[]) => void;
  onShow: (evidence: Evidence) => void;
}

const order: Record<Assignment['state'], number> = { confirmed: 0, suggested: 1, rejected: 2 };

/** The techniques of a paper with the phrases that speak for them; the reader has the last word. */
export function TechniqueList({ paperId, assignments, onPoint, onShow }: TechniqueListProps) {
  const taxonomy = useTaxonomy();
  const ordered = assignments.toSorted((a, b) => order[a.state] - order[b.state] || b.score - a.score);
  const decide = (techniqueId: TechniqueId, decision: Decision | null) => { void act(() => client.techniques.decide.mutate({ paperIds: [paperId], techniqueId, decision })); };
  return (
    <>
      {ordered.length === 0 && <EmptyState icon={<IconTags size={28} stroke={1.4} />} title="No technique found" message="Neither title nor abstract names a technique that Lectern knows. One can be added by hand." />}
      {ordered.length > 0 && (
        <ul className={classes.list} aria-label="Techniques">
          {ordered.map((assignment) => (
            <TechniqueItem
              key={assignment.id} assignment={assignment} technique={taxonomy.data?.techniques.find(({ id }) => id === assignment.id)}
              onDecide={(decision) => decide(assignment.id, decision)} onPoint={onPoint} onShow={onShow}
            />
          ))}
        </ul>
      )}
      {taxonomy.data && <AddTechnique techniques={taxonomy.data.techniques} assignments={assignments} onAdd={(id) => decide(id, 'confirmed')} />}
    </>
  );
}

function AddTechnique({ techniques, assignments, onAdd }: { techniques: readonly OwnTechnique[]; assignments: readonly Assignment[]; onAdd: (id: TechniqueId) => void }) {
  const others = techniques.filter(({ id, retired }) => !retired && !assignments.some((assignment) => assignment.id === id));
  return (
    <Select
      className={classes.add} size="xs" searchable aria-label="Add a technique" placeholder="Add a technique" value={null} nothingFoundMessage="No such technique"
      data={others.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => { if (id !== null) onAdd(id); }}
    />
  );
}
