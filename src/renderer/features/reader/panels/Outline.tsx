import { UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconListTree } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { EmptyState, LoadingState } from '../../../ui/States';
import { isDestination, placeOf } from '../pages/links';
import { useReader } from '../reader';
import classes from './Panels.module.css';

type Nodes = Awaited<ReturnType<ReturnType<typeof useReader>['pdf']['getOutline']>>;

/** So many parts are shown at the most: an outline comes from the PDF, and could be of any size. */
const MOST = 3000;

/** The document's own table of contents. */
export function Outline() {
  const { pdf } = useReader();
  const [nodes, setNodes] = useState<Nodes | null | undefined>();
  useEffect(() => {
    let wanted = true;
    void pdf.getOutline().then((found) => { if (wanted) setNodes(found); }, () => { if (wanted) setNodes([]); });
    return () => { wanted = false; };
  }, [pdf]);
  if (nodes === undefined) return <LoadingState label="Reading the contents" />;
  if (nodes === null || nodes.length === 0) return <EmptyState icon={<IconListTree size={28} stroke={1.4} />} title="No contents" message="This PDF has no table of contents of its own." />;
  return <nav aria-label="Contents" className={classes.outline}><Level nodes={nodes.slice(0, MOST)} depth={0} /></nav>;
}

function Level({ nodes, depth }: { nodes: Nodes; depth: number }) {
  return <ul className={classes.level}>{nodes.map((node, index) => <Part key={`${index} ${node.title}`} node={node} depth={depth} />)}</ul>;
}

function Part({ node: { title, dest, items }, depth }: { node: Nodes[number]; depth: number }) {
  const reader = useReader();
  const [opened, setOpened] = useState(depth === 0);
  const go = async (): Promise<void> => {
    const place = isDestination(dest) ? await placeOf(reader.pdf, dest) : null;
    if (place !== null) reader.goTo(place);
  };
  const name = title.trim() === '' ? 'Untitled part' : title;
  const parts = items as Nodes;
  return (
    <li>
      <div className={classes.part}>
        {parts.length > 0
          ? <UnstyledButton className={classes.fold} aria-label={`Parts of ${name}`} aria-expanded={opened} onClick={() => setOpened(!opened)}><IconChevronRight size={14} stroke={1.7} /></UnstyledButton>
          : <span className={classes.noFold} />}
        <UnstyledButton className={classes.title} onClick={() => { void go(); }}>{name}</UnstyledButton>
      </div>
      {opened && parts.length > 0 && <Level nodes={parts.slice(0, MOST)} depth={depth + 1} />}
    </li>
  );
}
