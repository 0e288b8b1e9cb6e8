import { Button, FileButton, Menu } from '@mantine/core';
import { IconChevronDown, IconPlus, IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import type { TechniqueId } from '../../../../core/model';
import type { ListedTechnique, TaxonomyInUse } from '../../../../core/taxonomy/useCases';
import { readFiles } from '../../../app/files';
import { useTaxonomy } from '../../../app/queries';
import { goToTechniques } from '../../../app/route';
import { wordsOf } from '../../../client';
import { EmptyState, FailureState, LoadingState } from '../../../ui/States';
import { PageFrame } from '../PageFrame';
import { NewTechnique } from './NewTechnique';
import { taxonomyActions } from './taxonomyActions';
import { TaxonomyTree } from './TaxonomyTree';
import { TechniqueEditor } from './TechniqueEditor';
import classes from './Taxonomy.module.css';

/** The taxonomy, to be changed. `id`: the technique that is chosen, or null. */
export function TaxonomyPage({ id }: { id: TechniqueId | null }) {
  const { data: taxonomy, error, refetch } = useTaxonomy();
  const [adding, setAdding] = useState<{ parentId: TechniqueId | null } | null>(null);
  if (error !== null) return <PageFrame title="Taxonomy"><FailureState title="The taxonomy could not be shown" message={wordsOf(error)} onRetry={() => { void refetch(); }} /></PageFrame>;
  if (taxonomy === undefined) return <PageFrame title="Taxonomy"><LoadingState label="Reading the taxonomy" /></PageFrame>;
  const technique = taxonomy.techniques.find((each) => each.id === id);
  return (
    <PageFrame
      title="Taxonomy"
      tools={(
        <>
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} stroke={1.8} />} onClick={() => setAdding({ parentId: null })}>New technique</Button>
          <FileMenu base={taxonomy.base} />
        </>
      )}
    >
      <div className={classes.columns}>
        {taxonomy.techniques.length === 0
          ? <EmptyState icon={<IconSitemap size={32} stroke={1.4} />} title="An empty taxonomy" message="Make techniques of your own, bring in a taxonomy file, or take the built-in techniques in again." action={<Button size="xs" onClick={() => setAdding({ parentId: null })}>New technique</Button>} />
          : <TaxonomyTree techniques={taxonomy.techniques} chosen={id} />}
        {taxonomy.techniques.length > 0 && <Chosen technique={technique} techniques={taxonomy.techniques} onAdd={(parentId) => setAdding({ parentId })} />}
      </div>
      <NewTechnique asked={adding} techniques={taxonomy.techniques} onClose={() => setAdding(null)} />
    </PageFrame>
  );
}

function Chosen({ technique, techniques, onAdd }: { technique: ListedTechnique | undefined; techniques: readonly ListedTechnique[]; onAdd: (parentId: TechniqueId) => void }) {
  if (technique === undefined) {
    return <div className={classes.editor}><EmptyState icon={<IconSitemap size={32} stroke={1.4} />} title="No technique selected" message="Select one to change its name, its definition and the words that point to it, or where it lies." /></div>;
  }
  // A new form for a new state, such as one that an undo brings back.
  return <TechniqueEditor key={JSON.stringify(technique)} technique={technique} techniques={techniques} onAdd={() => onAdd(technique.id)} />;
}

function FileMenu({ base }: { base: TaxonomyInUse['base'] }) {
  const take = (instead: boolean) => (file: File | null): void => { void takeIn(file, instead); };
  const [chooser, setChooser] = useState<{ open: () => void; openInstead: () => void } | null>(null);
  return (
    <FileButton accept="application/json,.json" onChange={take(false)}>
      {(over) => (
        <FileButton accept="application/json,.json" onChange={take(true)}>
          {(instead) => (
            <Menu width={280} position="bottom-end" shadow="sm" onOpen={() => setChooser({ open: over.onClick, openInstead: instead.onClick })}>
              <Menu.Target><Button size="xs" variant="default" rightSection={<IconChevronDown size={13} stroke={1.8} />}>File</Button></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => { void taxonomyActions.exportFile(); }}>Save the taxonomy as a file</Menu.Item>
                <Menu.Item onClick={() => chooser?.open()}>Bring a file in over this…</Menu.Item>
                <Menu.Item onClick={() => chooser?.openInstead()}>Bring a file in instead of this…</Menu.Item>
                <Menu.Divider />
                <Menu.Item onClick={() => { void begin('own'); }}>Begin an empty taxonomy</Menu.Item>
                <Menu.Item disabled={base === 'built-in'} onClick={() => { void begin('built-in'); }}>Take the built-in techniques in</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </FileButton>
      )}
    </FileButton>
  );
}

async function begin(base: TaxonomyInUse['base']): Promise<void> {
  await taxonomyActions.base(base);
  goToTechniques('taxonomy');
}

async function takeIn(file: File | null, instead: boolean): Promise<void> {
  if (file === null) return;
  const { sources: [source] } = await readFiles([file]);
  if (source !== undefined) await taxonomyActions.importFile(source.text, instead);
}
