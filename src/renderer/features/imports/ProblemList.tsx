import { notifications } from '@mantine/notifications';
import type { Finding } from '../../../core/formats/reading';
import { act } from '../../app/act';
import { copyToClipboard } from '../../app/clipboard';
import classes from './rows.module.css';
import { VirtualList } from './VirtualList';
import { placeOf, problemsAsText } from './wording';

/** What could not be read: where, why and the passage itself, to be copied. */
export function ProblemList({ problems }: { problems: readonly Finding[] }) {
  return (
    <>
      <div className={classes.bar}>
        <span>These passages want a look; what could not be read is not imported.</span>
        <button type="button" className={classes.link} onClick={() => { void copyAll(problems); }}>Copy all</button>
      </div>
      <div className={classes.frame}>
        <VirtualList label="Passages that could not be read" count={problems.length} rowHeight={96}>
          {(at) => {
            const problem = problems[at];
            return problem === undefined ? null : <ProblemRow problem={problem} />;
          }}
        </VirtualList>
      </div>
    </>
  );
}

function ProblemRow({ problem: { line, column, reason, text } }: { problem: Finding }) {
  return (
    <div className={classes.item}>
      <span><span className={classes.line}>{placeOf({ line, column })}</span> {reason}</span>
      {text !== '' && <pre className={classes.passage}>{text}</pre>}
    </div>
  );
}

async function copyAll(problems: readonly Finding[]): Promise<void> {
  await act(async () => {
    await copyToClipboard({ text: problemsAsText(problems) });
    notifications.show({ message: 'Copied what could not be read.' });
  });
}
