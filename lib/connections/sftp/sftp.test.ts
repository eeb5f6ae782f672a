import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Connection, Server, utils } from 'ssh2';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listed, opened, temporaryFolder, theOne } from '../files/outside.fixture';
import { sftp } from './sftp';

/** The server that ssh2 has itself, over a real folder. */
const { OPEN_MODE, STATUS_CODE } = utils.sftp;
const hostKeys = utils.generateKeyPairSync('ed25519');
const fingerprint = `SHA256:${createHash('sha256')
  .update((utils.parseKey(hostKeys.public) as { getPublicSSH(): Buffer }).getPublicSSH())
  .digest('base64')
  .replace(/=+$/, '')}`;
const userKeys = utils.generateKeyPairSync('ed25519', { passphrase: 'open sesame', cipher: 'aes256-ctr', rounds: 2 });
const password = 'the password';

let root = '';
let port: number;
/** How many bytes a connection may read before it is cut; none are cut at first. */
let cutAfter: number[] = [];
let reads: number[] = [];
const clients = new Set<Connection>();

const server = new Server({ hostKeys: [hostKeys.private] }, (client) => {
  clients.add(client);
  (client as unknown as { setNoDelay(on: boolean): void }).setNoDelay(true); // its type does not say so
  client.on('error', () => {});
  client.on('close', () => clients.delete(client));
  client.on('authentication', (context) => {
    if (context.method === 'password' && context.username === 'reader' && context.password === password) return context.accept();
    if (context.method === 'publickey' && context.username === 'reader') {
      const allowed = utils.parseKey(userKeys.public) as {
        getPublicSSH(): Buffer;
        verify(data: Buffer, signature: Buffer, algorithm?: string): boolean;
      };
      const isIt = context.key.data.equals(allowed.getPublicSSH());
      if (isIt && (!context.signature || allowed.verify(context.blob as Buffer, context.signature, context.hashAlgo)))
        return context.accept();
    }
    context.reject(['password', 'publickey']);
  });
  client.on('session', (accept) =>
    accept().on('sftp', (acceptSftp) => {
      const s = acceptSftp();
      const open = new Map<number, { file?: string; folder?: string; isListed?: boolean }>();
      const real = (name: string) => path.join(root, path.posix.join('/', name));
      let count = 0;
      let left = cutAfter.shift() ?? Number.POSITIVE_INFINITY;
      const handle = (what: { file?: string; folder?: string }) => {
        const id = Buffer.alloc(4);
        id.writeUInt32BE(count);
        open.set(count++, what);
        return id;
      };
      const attrs = (file: string) => {
        const { mode, uid, gid, size, atimeMs, mtimeMs } = fs.lstatSync(file);
        return { mode, uid, gid, size, atime: Math.floor(atimeMs / 1000), mtime: Math.floor(mtimeMs / 1000) };
      };
      const guarded = (id: number, run: () => void) => {
        try {
          run();
        } catch (e) {
          s.status(id, (e as NodeJS.ErrnoException).code === 'ENOENT' ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.PERMISSION_DENIED);
        }
      };
      s.on('OPENDIR', (id, name) =>
        guarded(id, () => {
          fs.readdirSync(real(name));
          s.handle(id, handle({ folder: real(name) }));
        }),
      );
      s.on('READDIR', (id, h) => {
        const one = open.get(h.readUInt32BE());
        if (!one?.folder || one.isListed) return s.status(id, STATUS_CODE.EOF);
        one.isListed = true;
        const { folder } = one;
        s.name(
          id,
          ['.', '..', ...fs.readdirSync(folder)].map((filename) => ({
            filename,
            longname: filename,
            attrs: attrs(path.join(folder, filename)),
          })),
        );
      });
      for (const event of ['LSTAT', 'STAT'] as const)
        s.on(event, (id: number, name: string) => guarded(id, () => s.attrs(id, attrs(real(name)))));
      s.on('FSTAT', (id, h) => guarded(id, () => s.attrs(id, attrs(open.get(h.readUInt32BE())?.file ?? ''))));
      s.on('OPEN', (id, name, flags) =>
        guarded(id, () => {
          if (flags & OPEN_MODE.WRITE || fs.readFileSync(real(name)).includes('FORBIDDEN'))
            return s.status(id, STATUS_CODE.PERMISSION_DENIED);
          s.handle(id, handle({ file: real(name) }));
        }),
      );
      s.on('READ', (id, h, offset, length) => {
        const data = fs.readFileSync(open.get(h.readUInt32BE())?.file ?? '').subarray(offset, offset + length);
        reads.push(offset);
        left -= data.length;
        if (left < 0) return void setTimeout(() => client.end(), 100); // what was answered before is on its way
        return data.length ? s.data(id, data) : s.status(id, STATUS_CODE.EOF);
      });
      s.on('CLOSE', (id) => s.status(id, STATUS_CODE.OK));
    }),
  );
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  for (const client of clients) client.end();
  server.close();
});
beforeEach(() => {
  root = temporaryFolder();
  cutAfter = [];
  reads = [];
});

const longAgo = new Date(Date.now() - 3_600_000);
function put(name: string, body: string | Buffer, changed = longAgo): void {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, body);
  fs.utimesSync(file, changed, changed);
}
const connect = (config = {}, secret: object = { password }, more = {}) =>
  opened(sftp, { host: '127.0.0.1', port, user: 'reader', folder: '/bills', hostKey: fingerprint, ...config }, secret, more);
const bytes = Buffer.alloc(600_000, 'bills over sftp ');
const quiet = () => {};

test.each([
  ['a password', { password }],
  ['a private key that is locked', { privateKey: userKeys.private, passphrase: 'open sesame' }],
])('with %s, files are tested, listed and fetched', async (_, secret) => {
  put('bills/2026-10/bill.csv', bytes);
  put('bills/2026-11-bill.csv.part', 'still coming');
  put('bills/.hidden.csv', 'hidden');
  fs.symlinkSync('/etc/passwd', path.join(root, 'bills/link.csv'));
  const connection = connect({}, secret);
  expect(await sftp.test(connection)).toContain('1 export, the last 2026-10/bill.csv');
  const delivery = await theOne(sftp, connection);
  expect(await listed(sftp, connection)).toEqual([delivery]);
  expect(delivery).toMatchObject({ key: '2026-10/bill.csv', period: '2026-10-01', waitsFor: null });
  const folder = temporaryFolder();
  expect(await sftp.fetch(connection, delivery, folder, quiet)).toEqual(['0001-bill.csv']);
  expect(fs.readFileSync(path.join(folder, '0001-bill.csv')).equals(bytes)).toBe(true);
});

test('a connection that ends in the middle is made again, and the file gone on with', async () => {
  put('bills/bill.csv', bytes);
  const connection = connect();
  const delivery = await theOne(sftp, connection);
  cutAfter = [250_000, 250_000];
  const folder = temporaryFolder();
  await sftp.fetch(connection, delivery, folder, quiet);
  expect(fs.readFileSync(path.join(folder, '0001-bill.csv')).equals(bytes)).toBe(true);
  expect(reads.filter((offset) => offset === 0)).toHaveLength(1);
});

test('a file that is still being written is waited for; one that was replaced is not mixed', async () => {
  put('bills/fresh.csv', 'x', new Date());
  expect(await theOne(sftp, connect())).toMatchObject({ waitsFor: expect.stringContaining('60 seconds') });
  put('bills/fresh.csv', bytes);
  const connection = connect();
  const delivery = await theOne(sftp, connection);
  put('bills/fresh.csv', Buffer.alloc(bytes.length, 'y'), new Date(Date.now() - 600_000));
  await expect(sftp.fetch(connection, delivery, temporaryFolder(), quiet)).rejects.toMatchObject({
    isFinal: false,
    message: expect.stringContaining('was replaced'),
  });
});

test('a host key is never trusted blindly: without one its fingerprint is told, and another one is refused', async () => {
  put('bills/bill.csv', bytes);
  await expect(sftp.test(connect({ hostKey: '' }))).rejects.toMatchObject({
    isFinal: true,
    message: expect.stringContaining(`shows the host key ${fingerprint}`),
  });
  const other = `SHA256:${'A'.repeat(43)}`;
  await expect(sftp.test(connect({ hostKey: other }))).rejects.toMatchObject({
    isFinal: true,
    message: expect.stringContaining('is another one than was entered'),
  });
  expect(await sftp.test(connect({ hostKey: `${other} ${fingerprint}=` }))).toContain('1 export');
  expect(sftp.config.safeParse({ host: 'h', user: 'u', hostKey: 'MD5:aa:bb' }).success).toBe(false);
});

test.each<[string, () => ReturnType<typeof connect>, string]>([
  ['a wrong password', () => connect({}, { password: 'wrong' }), 'refused reader with these credentials'],
  ['a wrong passphrase', () => connect({}, { privateKey: userKeys.private, passphrase: 'close sesame' }), 'The private key cannot be read'],
  ['a passphrase that lacks', () => connect({}, { privateKey: userKeys.private }), 'its passphrase is missing'],
  ['a folder that is not there', () => connect({ folder: '/nowhere' }), '/nowhere does not exist'],
  ['a name that nobody has', () => connect({ host: 'no-such-host.invalid' }), 'the name of the host cannot be resolved'],
])('%s is a sentence for a person, and final', async (_, connection, sentence) => {
  const failure = await sftp.test(connection()).catch((e) => e);
  expect(failure).toMatchObject({ name: 'ConnectionFailure', message: expect.stringContaining(sentence) });
  if (!sentence.includes('resolved')) expect(failure.isFinal).toBe(true); // without a network, even the look-up may fail for a while only
  expect(failure.message).not.toMatch(/PRIVATE KEY|sesame|the password/);
});

test('a file that may not be read is told by its name', async () => {
  put('bills/bill.csv', 'FORBIDDEN');
  await expect(sftp.test(connect())).rejects.toMatchObject({ isFinal: false, message: 'reader may not read bill.csv on 127.0.0.1.' });
});

test('a private host is refused by literal and by name', async () => {
  for (const host of ['127.0.0.1', '::1', 'localhost'])
    await expect(sftp.test(connect({ host }, { password }, { allowPrivate: false }))).rejects.toMatchObject({
      isFinal: true,
      message: expect.stringContaining('private or local network'),
    });
});

test('nothing listening is no final failure', async () => {
  await expect(sftp.test(connect({ port: 1 }))).rejects.toMatchObject({
    isFinal: false,
    message: expect.stringContaining('nothing listens'),
  });
});
