import { parseArgs } from 'node:util';
import { OpenElsewhere } from '../api/elsewhere';
import { DomainError } from '../core/errors';
import { defaultLibrary } from '../node/defaultLibrary';
import { serve } from './serve';

/** The browser host as a program: `--library DIR`, `--port N`, `--no-open`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { library: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } } });
  await serve({
    library: values.library ?? defaultLibrary(),
    port: values.port === undefined ? undefined : Number(values.port),
    openBrowser: values['no-open'] !== true,
    built: new URL('./', import.meta.url),
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof DomainError || error instanceof TypeError ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = error instanceof OpenElsewhere ? 1 : 2;
});
