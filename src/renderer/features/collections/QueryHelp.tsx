import { Code, Modal, ScrollArea } from '@mantine/core';
import { fields, fieldWords } from '../../../core/query';
import { useDialog } from '../../app/dialogs';
import classes from './QueryHelp.module.css';

const forms: readonly [query: string, meaning: string][] = [
  ['pruning models', 'both words, or words that begin so'],
  ['"low rank"', 'these words side by side, as they are'],
  ['adapters -prompt', 'the first word and not the second'],
  ['pruning OR distillation', 'one of them, or both'],
  ['pruning (survey OR tutorial)', 'the first, and one of the two'],
  ['quant*ion', 'any letters where the * stands'],
  ['quantisation~', 'a word like it, one or two letters off'],
  ['title:(small OR tiny)', 'one field, several values'],
  ['year:2023..2025', 'from one to the other; also ..2020, >=2023'],
  [String.raw`title\:x`, 'a \\ takes the next character as it is'],
];

/** The query language on one page. */
export function QueryHelp() {
  const { dialog, close } = useDialog();
  return (
    <Modal opened={dialog?.kind === 'query-help'} onClose={close} title="How to write queries" size="xl" scrollAreaComponent={ScrollArea.Autosize}>
      <div className={classes.help}>
        <Examples title="Words" rows={forms} />
        <Examples title="Fields" rows={fields.map((field) => [fieldWords[field].example, fieldWords[field].what])} />
      </div>
      <p className={classes.foot}>The same language works in smart collections, for files that are kept up to date, and at the command line. What is wrong in a query is underlined, and left out until it is right.</p>
    </Modal>
  );
}

function Examples({ title, rows }: { title: string; rows: readonly (readonly [query: string, meaning: string])[] }) {
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.list}>
        {rows.map(([query, meaning]) => <div key={query} className={classes.row}><dt><Code>{query}</Code></dt><dd>{meaning}</dd></div>)}
      </dl>
    </section>
  );
}
