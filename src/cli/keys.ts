import type { Client } from '../api/messageLink';
import type { Regeneration } from '../core/citationKeys';
import { DomainError } from '../core/errors';
import type { KeySuffix } from '../core/formats/citationKey';
import { counted } from '../core/text';
import { exitCodes, type ExitCode } from './exitCodes';
import { print } from './output';

interface Options { pattern?: string; suffix?: KeySuffix; regenerate?: string[]; pinnedToo?: boolean; dryRun?: boolean; json?: boolean }

/** Tells how citation keys are made, keeps another pattern, and makes the keys of papers anew. */
export async function keys(client: Client, { pattern, suffix, regenerate, pinnedToo = false, dryRun = false, json = false }: Options): Promise<ExitCode> {
  const before = await client.keys.form.query();
  const form = { pattern: pattern ?? before.pattern, suffix: suffix ?? before.suffix };
  const isNew = form.pattern !== before.pattern || form.suffix !== before.suffix;
  if (dryRun && isNew && regenerate !== undefined) throw new DomainError('invalid-input', 'What a new pattern makes of papers is shown without --regenerate; leave it out, or leave --dry-run out.');
  if (isNew && !dryRun) await client.library.changeSettings.mutate({ keyPattern: form.pattern, keySuffix: form.suffix });
  if (regenerate !== undefined) return remake(client, { names: regenerate, pinnedToo, dryRun, json });
  const shown = await client.keys.preview.query(form);
  if (shown.kind === 'problem') throw new DomainError('invalid-input', `Column ${shown.problem.column}: ${shown.problem.reason}`);
  await print(json
    ? `${JSON.stringify({ ...form, keys: shown.keys })}\n`
    : `${form.pattern} (${form.suffix} behind a key that is taken)\n${shown.keys.map(({ from, to }) => `${from}\t${to}\n`).join('')}`);
  return exitCodes.done;
}

async function remake(client: Client, { names, pinnedToo, dryRun, json }: { names: string[]; pinnedToo: boolean; dryRun: boolean; json: boolean }): Promise<ExitCode> {
  const ids = [];
  for (const name of names) ids.push(await client.papers.named.query(name));
  const done = await (dryRun ? client.keys.previewRegeneration : client.keys.regenerate).mutate({ ids, pinnedToo });
  await print(json ? `${JSON.stringify(done)}\n` : told(done, dryRun));
  return done.changed > 0 ? exitCodes.done : exitCodes.nothingDone;
}

function told({ changes, changed, unchanged, pinned }: Regeneration, dryRun: boolean): string {
  const lines = changes.map(({ from, to }) => `${from}\t${to}\n`).join('');
  return `${lines}${dryRun ? 'Would change' : 'Changed'} ${counted(changed, 'key')}; ${unchanged} as they were; ${pinned} pinned.\n`;
}
