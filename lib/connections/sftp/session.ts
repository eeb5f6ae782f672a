import { createHash } from 'node:crypto';
import net from 'node:net';
import { Readable } from 'node:stream';
import { Client, type FileEntryWithStats, type SFTPWrapper, type Stats, utils } from 'ssh2';
import { guardedLookup, isPrivateHost, PrivateAddress } from '../../outside/private-addresses';
import { networkFailure } from '../files/network-failure';
import { ConnectionFailure, type Opened } from '../types';
import type { Config, Secret } from './config';

const READY_MS = 20_000;
const KEEP_ALIVE_MS = 15_000;

/** What is asked of a connection while it stands. */
export interface Session {
  list(folder: string): Promise<FileEntryWithStats[]>;
  stat(file: string): Promise<Stats>;
  /** Its bytes up to that many, several questions ahead: one after the other, each would wait for the way there and back. */
  stream(file: string, from: number, bytes: number): Promise<Readable>;
  /** Ends with a failure when the connection does: the protocol leaves open questions without an answer. */
  orBroken<T>(answer: Promise<T>): Promise<T>;
  isBroken(): boolean;
  end(): void;
}

/** As OpenSSH prints it. */
const fingerprintOf = (key: Buffer): string => `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;

export async function openSession({ config, secret, outside }: Opened<Config, Secret>): Promise<Session> {
  if (!outside.allowPrivate && isPrivateHost(config.host)) throw new ConnectionFailure(new PrivateAddress().message, true);
  refuseUnreadable(secret);
  const known = config.hostKey
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((key) => `SHA256:${key.replace(/^SHA256:/, '').replace(/=+$/, '')}`);
  let shown = '';
  const client = new Client();
  const socket = net.connect({
    host: config.host.replace(/^\[|\]$/g, ''),
    port: config.port,
    noDelay: true,
    ...(!outside.allowPrivate && { lookup: guardedLookup }),
  });
  const stop = () => client.destroy();
  outside.signal.addEventListener('abort', stop, { once: true });
  let isBroken = false;
  let breakOff: (e: Error) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    breakOff = reject;
  });
  broken.catch(() => {}); // also when nobody is asking at the moment
  const failed = (e: unknown) => {
    isBroken = true;
    breakOff(sessionFailure(e, config, known, shown));
  };
  socket.once('error', failed);
  client
    .on('error', failed)
    .on('close', () => {
      outside.signal.removeEventListener('abort', stop);
      failed(new Error('aborted'));
    })
    .on('keyboard-interactive', (_name, _instructions, _lang, prompts, finish) => finish(prompts.map(() => secret.password)));
  try {
    const sftp = await Promise.race([ready(client), broken]);
    return {
      list: (folder) => answer((done) => sftp.readdir(folder, done)),
      stat: (file) => answer((done) => sftp.lstat(file, done)),
      stream: async (file, from, bytes) => {
        const handle = await answer<Buffer>((done) => sftp.open(file, 'r', done));
        return Readable.from(pieces(sftp, handle, from, bytes), { objectMode: false });
      },
      isBroken: () => isBroken,
      orBroken: (asked) => Promise.race([asked, broken]),
      end: () => client.end(),
    };
  } catch (e) {
    client.destroy();
    socket.destroy();
    throw e instanceof ConnectionFailure ? e : sessionFailure(e, config, known, shown);
  }

  function ready(to: Client): Promise<SFTPWrapper> {
    return new Promise((resolve, reject) => {
      to.once('ready', () =>
        to.sftp((e, sftp) =>
          e ? reject(new ConnectionFailure(`${config.host} lets ${config.user} in, though not by SFTP.`, true)) : resolve(sftp),
        ),
      );
      to.connect({
        sock: socket,
        username: config.user,
        ...(secret.privateKey ? { privateKey: secret.privateKey, ...(secret.passphrase && { passphrase: secret.passphrase }) } : {}),
        ...(secret.password && { password: secret.password, tryKeyboard: true }),
        hostVerifier: (key: Buffer) => {
          shown = fingerprintOf(key);
          return known.includes(shown);
        },
        readyTimeout: READY_MS,
        keepaliveInterval: KEEP_ALIVE_MS,
      });
    });
  }
}

const answer = <T>(ask: (done: (e: Error | undefined | null, value: T) => void) => void) =>
  new Promise<T>((resolve, reject) => ask((e, value) => (e ? reject(e) : resolve(value))));

/** Every server answers so much at once; of more, some give a part. */
const PIECE_BYTES = 30 * 1024;
const PIECES_AHEAD = 32;

async function* pieces(sftp: SFTPWrapper, handle: Buffer, from: number, bytes: number): AsyncGenerator<Buffer> {
  const read = (at: number, length: number) =>
    answer<Buffer>((done) =>
      sftp.read(handle, Buffer.alloc(length), 0, length, at, (e, got, buffer) => done(e, buffer?.subarray(0, got) ?? Buffer.alloc(0))),
    );
  const asked: { at: number; length: number; piece: Promise<Buffer> }[] = [];
  let next = from;
  try {
    for (;;) {
      for (; next < bytes && asked.length < PIECES_AHEAD; next += PIECE_BYTES) {
        const length = Math.min(PIECE_BYTES, bytes - next);
        const piece = read(next, length);
        piece.catch(() => {}); // it is waited for in its turn, or not at all
        asked.push({ at: next, length, piece });
      }
      const first = asked.shift();
      if (!first) return;
      let { at, length, piece } = first;
      for (;;) {
        const got = await piece;
        if (got.length === 0) return; // it has become shorter, which whoever reads finds out
        yield got;
        at += got.length;
        length -= got.length;
        if (length === 0) break;
        piece = read(at, length); // a server may give less than it is asked for
      }
    }
  } finally {
    sftp.close(handle, () => {});
  }
}

function refuseUnreadable({ privateKey, passphrase }: Secret): void {
  if (!privateKey) return;
  const parsed = utils.parseKey(privateKey, passphrase || undefined);
  if (!(parsed instanceof Error)) return;
  const why =
    /encrypted|passphrase|decrypt|integrity|bad/i.test(parsed.message) && passphrase
      ? 'the passphrase does not open it'
      : /encrypted|passphrase/i.test(parsed.message)
        ? 'it is locked, and its passphrase is missing'
        : 'it is in no form that is known here (OpenSSH, PEM or PuTTY)';
  throw new ConnectionFailure(`The private key cannot be read: ${why}.`, true);
}

function sessionFailure(e: unknown, { host, user }: Config, known: readonly string[], shown: string): ConnectionFailure {
  if (e instanceof ConnectionFailure) return e;
  if (shown && !known.includes(shown))
    return new ConnectionFailure(
      known.length === 0
        ? `${host} shows the host key ${shown}. Ask its operator whether that is the right one, and enter it as the host key.`
        : `The host key of ${host} is another one than was entered: it shows ${shown}. Nothing was sent. If its operator confirms the change, enter the new one.`,
      true,
    );
  const { level, message = '' } = e as { level?: string; message?: string };
  if (level === 'client-authentication') return new ConnectionFailure(`${host} refused ${user} with these credentials.`, true);
  if (level === 'client-timeout') return new ConnectionFailure(`${host} did not answer in time.`);
  if (/no matching/i.test(message))
    return new ConnectionFailure(`${host} knows no cipher or key exchange that we do: it is too old to be talked to safely.`, true);
  return networkFailure(e, host) ?? new ConnectionFailure(`${host}: the connection broke off.`);
}
