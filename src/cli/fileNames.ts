import type { Client } from '../api/messageLink';
import { defaultFilePattern, fileTokens } from '../core/files/naming';
import { exitCodes, type ExitCode } from './exitCodes';
import { print } from './output';

/** Tells how files are named in this library, or names all of them by another pattern, as one step that can be undone. */
export async function fileNames({ library }: Client, { pattern, json = false }: { pattern?: string; json?: boolean }): Promise<ExitCode> {
  if (pattern !== undefined) await library.changeSettings.mutate({ filePattern: pattern });
  const { filePattern = defaultFilePattern } = await library.settings.query();
  const parts = Object.keys(fileTokens).map((name) => `{${name}}`);
  await print(json ? `${JSON.stringify({ pattern: filePattern, parts })}\n` : `${filePattern}\nParts: ${parts.join(' ')}\n`);
  return exitCodes.done;
}
