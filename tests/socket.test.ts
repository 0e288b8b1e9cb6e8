import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientOver } from '../src/api/messageLink';
import type { AppEvent } from '../src/core/app';
import { messagesFrom, reach } from '../src/node/socket/connection';
import { pathOf } from '../src/node/socket/place';
import { clientOf, hostOn, lectern, served } from './support/host';
import { digestOf, temporaryFolder } from './support/library';

/** What the lock says of the socket. */
async function socketIn(library: string): Promise<string> {
  const locks = (await readdir(library)).filter((name) => name.startsWith('lock-'));
  expect(locks).toHaveLength(1);
  const { socket } = JSON.parse(await readFile(join(library, locks[0] ?? ''), 'utf8')) as { socket: string };
  return (await pathOf(library, socket)) ?? '';
}

const socketsIn = async (library: string): Promise<string[]> => (await readdir(library)).filter((name) => name.startsWith('socket-'));

describe('an owner that stands still', () => {
  it('is not waited for without end', async () => {
    await using folder = await temporaryFolder();
    const server = createServer((socket) => socket.resume()).listen(join(folder.path, 'socket-1'));
    await once(server, 'listening');
    expect(await reach(folder.path, 'socket-1', 50)).toBeNull();
    server.close();
    await once(server, 'close');
  });
});

describe('the socket of a library', () => {
  it('lies in its folder for this user alone, and goes with its host', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using host = await served(library, folder.path);
    const path = await socketIn(library);
    expect(path).toBe(join(library, `socket-${host.pid}`));
    const { mode } = await stat(path);
    expect(mode & 0o777).toBe(0o600);
    expect((await stat(path)).isSocket()).toBe(true);
    expect((await host.end('SIGTERM')).code).toBe(0);
    expect(await socketsIn(library)).toEqual([]);
  });

  it('lies elsewhere, in a folder for this user alone, where the library is too deep down', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'a-long-name'.repeat(10), 'library');
    await mkdir(library, { recursive: true });
    let path = '';
    {
      await using _host = await hostOn(library);
      path = await socketIn(library);
      expect(dirname(dirname(path))).toBe(tmpdir());
      expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await lectern(library, ['import', '-'], digestOf('Alpha: small models'))).code).toBe(0);
      await using other = await clientOf(library);
      expect((await other.client.library.overview.query()).all).toBe(1);
    }
    await expect(stat(dirname(path))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('of a host that was killed keeps nobody out and is cleared away', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using killed = await served(library, folder.path);
    expect((await killed.end('SIGKILL')).signal).toBe('SIGKILL');
    expect(await socketsIn(library)).toEqual([`socket-${killed.pid}`]);
    expect((await lectern(library, ['import', '-'], digestOf('Alpha: small models'))).code).toBe(0);
    await using next = await served(library, folder.path);
    expect(await socketsIn(library)).toEqual([`socket-${next.pid}`]);
    expect((await lectern(library, ['list'])).out).toContain('Alpha');
  });

  it('of a host that was killed is cleared away elsewhere, too', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'a-long-name'.repeat(10), 'library');
    await using killed = await served(library, folder.path);
    await killed.end('SIGKILL');
    const left = await socketIn(library);
    await using _next = await hostOn(library);
    await expect(stat(dirname(left))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is not looked for where no Lectern puts one', async () => {
    await using folder = await temporaryFolder();
    const open = await mkdtemp(join(folder.path, 'lectern-socket-'));
    await writeFile(join(open, 'socket'), '');
    expect(await pathOf('/library', 'socket-12')).toBe('/library/socket-12');
    expect(await pathOf('/library', join(open, 'socket'))).toBe(join(open, 'socket'));
    for (const name of ['../socket-12', 'socket-12/../x', '/run/docker.sock', join(open, 'other'), join(folder.path, 'socket'), join(open, 'gone', 'socket'), String.raw`\\.\pipe\other`, '']) {
      expect(await pathOf('/library', name)).toBeNull();
    }
  });
});

describe('a change made at the terminal while the app is open', () => {
  it('is seen by the app at once, and the other way round', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using host = await served(library, folder.path);
    await using window = await clientOf(library);
    const heard: AppEvent[] = [];
    window.client.library.events.subscribe(undefined, { onData: (event) => { heard.push(event); } });
    await window.client.host.info.query();
    const before = await socketIn(library);

    expect(JSON.parse((await lectern(library, ['import', '-', '--json'], digestOf('Alpha: small models', 'Beta: pruning'))).out)).toMatchObject({ added: 2 });
    expect(heard.filter(({ kind }) => kind === 'changed')).toMatchObject([{ label: expect.stringContaining('Import 2 papers') as string }]);
    expect((await window.client.library.overview.query()).all).toBe(2);

    await window.client.papers.create.mutate({ title: 'Gamma: made in the window' });
    expect((await lectern(library, ['list'])).out).toContain('Gamma: made in the window');
    expect((await lectern(library, ['undo', '--json'])).out).toContain('Gamma');
    expect((await window.client.library.overview.query()).all).toBe(2);
    expect(await socketIn(library)).toBe(before); // no other process has had the library meanwhile

    expect((await host.end('SIGTERM')).code).toBe(0);
    expect((await lectern(library, ['list'])).out.match(/\n/g)).toHaveLength(2);
  });

  it('that was not answered is said to be so', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using host = await served(library, folder.path);
    await using window = await clientOf(library);
    const ended = new Promise((resolve) => { window.client.library.events.subscribe(undefined, { onError: resolve }); });
    await host.end('SIGKILL');
    await expect(ended).resolves.toMatchObject({ data: { failure: { code: 'cancelled' } } });
    await expect(window.client.host.info.query()).rejects.toMatchObject({ data: { failure: { code: 'cancelled' } } });
  });
});

describe('a host', () => {
  it('says to a second one where it is', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using host = await served(library, folder.path);
    expect(await lectern(library, ['serve', '--no-open', '--port', '0'])).toEqual({ code: 1, out: '', err: `This library is open already, at ${host.address}\n` });
    await using second = await served(library, folder.path);
    expect(await second.end()).toMatchObject({ code: 1, out: '', err: `This library is open already, at ${host.address}\n` });
  });

  it('that has a window is asked to raise it', async () => {
    await using folder = await temporaryFolder();
    await using _host = await hostOn(folder.path);
    const second = await lectern(folder.path, ['serve', '--no-open']);
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toContain('in a desktop window');
  });

  it('is one of several that start at once', async () => {
    await using folder = await temporaryFolder();
    for (let round = 0; round < 3; round += 1) {
      const library = join(folder.path, `library-${round}`);
      const hosts = await Promise.all([1, 2, 3].map(() => served(library, folder.path)));
      const [winner, ...more] = hosts.filter(({ address }) => address !== null);
      expect(more).toEqual([]);
      for (const loser of hosts.filter((host) => host !== winner)) {
        expect(await loser.end()).toMatchObject({ code: 1, err: `This library is open already, at ${winner?.address}\n` });
      }
      expect(await winner?.end('SIGTERM')).toMatchObject({ code: 0, err: '' });
    }
  });

  it('waits for a command that has the library, and a command for another', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    const commands = [1, 2, 3, 4].map((count) => lectern(library, ['import', '-'], digestOf(`Paper ${count}: of many`)));
    expect((await Promise.all(commands)).map(({ code, err }) => ({ code, err }))).toEqual(commands.map(() => ({ code: 0, err: '' })));
    expect((await lectern(library, ['list'])).out.match(/\n/g)).toHaveLength(4);
  });
});

describe('hostile bytes', () => {
  const hostile: [what: string, bytes: Buffer][] = [
    ['noise', Buffer.from([0xff, 0x00, 0x80, 0x0a])],
    ['no UTF-8 in a string', Buffer.from([0x22, 0xc3, 0x28, 0x22, 0x0a])],
    ['an empty line', Buffer.from('\n')],
    ['half a line of JSON', Buffer.from('{"id":1,\n')],
    ['JSON that is no request', Buffer.from('null\n')],
    ['a request of an unknown kind', Buffer.from('{"id":1,"kind":"shell","path":"x","input":1}\n')],
    ['a request with something added', Buffer.from('{"id":1,"kind":"query","path":"host.info","input":1,"__proto__":{"x":1}}\n')],
    ['a request of another protocol', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['depth', Buffer.from(`${'['.repeat(100_000)}\n`)],
  ];

  it.each(hostile)('cut their sender off: %s', async (_what, bytes) => {
    await using folder = await temporaryFolder();
    await using _host = await hostOn(folder.path);
    const socket = connect(await socketIn(folder.path));
    socket.on('error', () => undefined).resume();
    const closed = once(socket, 'close');
    socket.write(bytes);
    await closed;
    await using other = await clientOf(folder.path);
    expect((await other.client.host.info.query()).kind).toBe('electron');
  });

  it('of a call that does not exist are answered with a failure', async () => {
    await using folder = await temporaryFolder();
    await using _host = await hostOn(folder.path);
    await using other = await clientOf(folder.path);
    for (const path of ['__proto__', 'constructor', 'papers.__proto__', 'host.info.toString', '']) {
      const call = (other.client as unknown as Record<string, { query(input: unknown): Promise<unknown> }>)[path];
      await expect(call?.query({})).rejects.toMatchObject({ data: { failure: { code: expect.stringMatching(/not-found|invalid-input/) as string } } });
    }
  });
});

describe('messages', () => {
  it('come out as they went in, however the bytes are cut', () => {
    fc.assert(fc.property(fc.array(fc.jsonValue({ noNegativeZero: true } as object)), fc.array(fc.nat(50)), (values, cuts) => {
      const bytes = Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
      const got: unknown[] = [];
      let refused = 0;
      const take = messagesFrom((message) => { got.push(message); }, () => { refused += 1; });
      let from = 0;
      for (const cut of [...cuts, bytes.length]) {
        take(bytes.subarray(from, from + cut));
        from += cut;
      }
      expect(refused).toBe(0);
      expect(got).toEqual(values.map((value) => JSON.parse(JSON.stringify(value)) as unknown));
    }));
  });

  it('that are too long are refused, before their end and at it', () => {
    for (const pieces of [['12345678901'], ['123456', '789012'], ['12345678901\n'], ['"1"\n"123456789"\n']]) {
      const got: unknown[] = [];
      let refused = 0;
      const take = messagesFrom((message) => { got.push(message); }, () => { refused += 1; }, 10);
      for (const piece of pieces) take(Buffer.from(piece));
      expect(refused).toBe(1);
      expect(got).toEqual(pieces[0]?.startsWith('"1"') ? ['1'] : []);
    }
  });

  it('end with a host that can no longer be reached', async () => {
    let close: () => void = () => undefined;
    const client = clientOver({ send: () => undefined, listen: () => undefined, onClosed: (listener) => { close = listener; } });
    const waiting = client.host.info.query();
    close();
    await expect(waiting).rejects.toMatchObject({ message: expect.stringContaining('closed before it answered') as string, data: { failure: { code: 'cancelled' } } });
  });
});

it('a library does not say where its folder is', async () => {
  await using folder = await temporaryFolder();
  const library = join(folder.path, 'library');
  await using _host = await hostOn(library);
  for (const name of (await readdir(library)).filter((entry) => entry.startsWith('lock-'))) expect(readFileSync(join(library, name), 'utf8')).not.toContain(folder.path);
});
