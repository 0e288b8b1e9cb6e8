/** A process that tries to take a lock whenever it is told to, and says whether it has it. `node racer.js FOLDER`. */
import { DomainError } from '../../src/core/errors';
import { takeLock, type Lock } from '../../src/node/store/lock';

const [, , folder = ''] = process.argv;
let lock: Lock | undefined;

async function take(): Promise<string> {
  try {
    lock = await takeLock(folder);
    return 'won';
  } catch (error) {
    return error instanceof DomainError && error.code === 'library-in-use' ? 'lost' : String(error);
  }
}

process.on('message', (order) => {
  if (order === 'take') void take().then((outcome) => process.send?.(outcome));
  else void lock?.release().then(() => process.send?.('released'));
});
process.send?.('here');
