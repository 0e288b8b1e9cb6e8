import { Kbd, Modal } from '@mantine/core';
import { useDialog } from '../../app/dialogs';
import { isMac, keyNames } from '../../app/keyNames';
import { shortcuts, type Shortcut } from '../../app/shortcuts';
import classes from './ShortcutSheet.module.css';

/** Everything the keyboard can do, by group. */
export function ShortcutSheet() {
  const { dialog, close } = useDialog();
  return (
    <Modal opened={dialog?.kind === 'shortcuts'} onClose={close} title="Keyboard shortcuts" size="xl">
      <div className={classes.sheet}>
        {(['Papers', 'Everywhere', 'Go to', 'Reading a file'] as const).map((group) => <Group key={group} group={group} />)}
      </div>
    </Modal>
  );
}

function Group({ group }: { group: Shortcut['group'] }) {
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{group}</h3>
      <dl className={classes.list}>
        {[...byLabel(group)].map(([label, keys]) => (
          <div key={label} className={classes.item}>
            <dt>{label}</dt>
            <dd>{keys.map((combination, index) => <Keys key={combination} combination={combination} alternative={index > 0} />)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Keys({ combination, alternative }: { combination: string; alternative: boolean }) {
  return (
    <>
      {alternative && <span className={classes.or}>or</span>}
      {keyNames(combination, isMac).map((key) => <Kbd key={key} size="sm">{key}</Kbd>)}
    </>
  );
}

/** The key combinations of a group's commands; a command may have several. */
function byLabel(group: Shortcut['group']): Map<string, string[]> {
  const combinations = new Map<string, string[]>();
  for (const { label, keys, group: own } of shortcuts) {
    if (own === group) combinations.set(label, [...(combinations.get(label) ?? []), keys]);
  }
  return combinations;
}
