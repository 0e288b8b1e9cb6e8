import { DomainError } from '../core/errors';
import { clientOver, type Channel } from './messageLink';
import type { HostInfo } from './trpc';

/** Another Lectern has the library open, and shows it where it has a window. */
export class OpenElsewhere extends DomainError {
  constructor(readonly host: HostInfo) {
    super('library-in-use', host.address === null
      ? `This library is open already, in a desktop window, which has been brought to the front. (${host.library})`
      : `This library is open already, at ${host.address}`);
    this.name = 'OpenElsewhere';
  }
}

/** Asks the Lectern at the other end of a channel to show its library. */
export async function showElsewhere(channel: Channel & { close(): void }): Promise<OpenElsewhere> {
  try {
    return new OpenElsewhere(await clientOver(channel).host.raise.mutate());
  } finally {
    channel.close();
  }
}
