import fs from 'node:fs';
import path from 'node:path';
import { pipeline as connect, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import yauzl from 'yauzl';
import { visible } from '../../core/text/visible';
import { Refusal } from '../refusal';
import { inWords, limits } from './limits';
import { isWorkbook, workbookToCsv } from './xlsx';

export type Kind = 'text' | 'parquet';
/** A file that can be read as it is: the upload itself, or what was inside it. */
export interface Member {
  path: string;
  /** What a person calls it; never used as a path. */
  name: string;
  kind: Kind;
}

/**
 * Unpacks gz and zip into the scratch folder, under names of our own. A folder is one delivery: all its files together, in the order of their
 * names. Throws a Refusal for bombs, broken, locked or empty archives.
 */
export async function unpack(file: string, shownName: string, scratch: string): Promise<Member[]> {
  return openAll(file, shownName, scratch).catch((e) => {
    if (e instanceof Refusal) e.isUnreadable = true;
    throw e;
  });
}

async function openAll(file: string, shownName: string, scratch: string): Promise<Member[]> {
  const budget = { left: limits.unpackedBytes };
  const { isFolder, files } = await filesOf(file);
  if (!isFolder) return open(file, shownName, scratch, budget);
  if (files.length === 0) throw new Refusal(`${shownName} holds no file.`);
  if (files.length > limits.members) throw new Refusal(`${shownName} holds ${files.length} files; the limit is ${limits.members}.`);
  const members: Member[] = [];
  for (const [i, one] of files.entries()) {
    const own = path.join(scratch, `part-${i}`);
    await fs.promises.mkdir(own, { recursive: true });
    members.push(...(await open(one, visible(path.basename(one)), own, budget)));
  }
  return members;
}

/** The file itself, or the files of a folder in the order of their names. */
export async function filesOf(file: string): Promise<{ isFolder: boolean; files: string[] }> {
  if (!(await fs.promises.stat(file)).isDirectory()) return { isFolder: false, files: [file] };
  const entries = await fs.promises.readdir(file, { withFileTypes: true });
  const names = entries.filter((e) => e.isFile()).map((e) => e.name);
  return { isFolder: true, files: names.sort().map((n) => path.join(file, n)) };
}

async function open(file: string, shownName: string, scratch: string, budget: { left: number }): Promise<Member[]> {
  const magic = await firstBytes(file, 4);
  if (magic.length === 0) throw new Refusal(`${shownName} is empty.`);
  if (isZip(magic)) return unzip(file, shownName, scratch, budget);
  if (isGzip(magic)) return [await gunzip(file, shownName, path.join(scratch, 'member-0'), budget)];
  return [{ path: await plainPath(file, scratch), name: shownName, kind: await kindOf(file, shownName) }];
}

/** DuckDB takes `bill[1].csv` for a pattern and would read `bill1.csv`: such a name is given another one. */
async function plainPath(file: string, scratch: string): Promise<string> {
  if (!/[*?[\]{}]/.test(file)) return file;
  const to = path.join(scratch, 'upload');
  await fs.promises.rm(to, { force: true });
  await fs.promises.symlink(file, to).catch(() => fs.promises.copyFile(file, to));
  return to;
}

const isGzip = (b: Buffer) => b[0] === 0x1f && b[1] === 0x8b;
const isZip = (b: Buffer) => b[0] === 0x50 && b[1] === 0x4b && (b[2] === 3 || b[2] === 5);

export async function firstBytes(file: string, length: number): Promise<Buffer> {
  const handle = await fs.promises.open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function kindOf(file: string, shownName: string): Promise<Kind> {
  const head = await firstBytes(file, 4);
  if (head.length === 0) throw new Refusal(`${shownName} is empty.`);
  if (head.toString('latin1') !== 'PAR1') return 'text';
  const { size } = await fs.promises.stat(file);
  const handle = await fs.promises.open(file);
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4)).finally(() => handle.close());
  if (size < 12 || buffer.toString('latin1') !== 'PAR1')
    throw new Refusal(`${shownName} is a Parquet file cut short: its end is missing. Download it again.`);
  return 'parquet';
}

/** Counts what comes out and stops a bomb long before the disk is full. */
function guard(shownName: string, packedBytes: number, budget: { left: number }): Transform {
  let out = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      out += chunk.length;
      budget.left -= chunk.length;
      if (budget.left < 0)
        return done(new Refusal(`${shownName} unpacks to more than ${inWords(limits.unpackedBytes)}, the limit. Split it.`));
      if (out > limits.ratioFreeBytes && out > packedBytes * limits.ratio)
        return done(
          new Refusal(
            `${shownName} grows more than ${limits.ratio} times when unpacked (${inWords(packedBytes)} to over ${inWords(out)}): this is no billing export.`,
          ),
        );
      done(null, chunk);
    },
  });
}

async function gunzip(file: string, shownName: string, to: string, budget: { left: number }): Promise<Member> {
  const { size } = await fs.promises.stat(file);
  try {
    await pipeline(fs.createReadStream(file), createGunzip(), guard(shownName, size, budget), fs.createWriteStream(to));
  } catch (e) {
    if (e instanceof Refusal) throw e;
    const code = (e as NodeJS.ErrnoException).code ?? '';
    if (code === 'Z_BUF_ERROR') throw new Refusal(`${shownName} is a gzip file cut short: it ends in the middle. Download it again.`);
    if (code.startsWith('Z_')) throw new Refusal(`${shownName} is a damaged gzip file (${(e as Error).message}). Download it again.`);
    throw e;
  }
  return { path: to, name: shownName.replace(/\.gz$/i, ''), kind: await kindOf(to, shownName) };
}

async function unzip(file: string, shownName: string, scratch: string, budget: { left: number }): Promise<Member[]> {
  const damaged = (e: unknown): never => {
    if (e instanceof Refusal) throw e;
    const { message, code } = e as NodeJS.ErrnoException;
    if (/relative path|absolute path|invalid characters/i.test(message))
      throw new Refusal(`${shownName} holds a file whose name leaves the archive (${message}). Nothing was unpacked.`);
    if (code && !code.startsWith('Z_')) throw e; // the disk, not the file
    throw new Refusal(`${shownName} is a damaged zip file (${message}).`);
  };
  const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(file, { lazyEntries: true, autoClose: false }).catch(
    damaged,
  );
  const members: Member[] = [];
  try {
    if (zip.entryCount > limits.members) throw new Refusal(`${shownName} holds ${zip.entryCount} files; the limit is ${limits.members}.`);
    const entries: yauzl.Entry[] = [];
    for await (const entry of entriesOf(zip)) entries.push(entry);
    const openEntry = promisify(zip.openReadStream.bind(zip) as (e: yauzl.Entry, done: (err: Error | null, s: Readable) => void) => void);
    const names = entries.map((e) => e.fileName);
    if (isWorkbook(names)) {
      const open = async (part: string) => {
        const entry = entries[names.indexOf(part)] as yauzl.Entry;
        if (entry.isEncrypted()) throw new Refusal(`${shownName} is locked with a password. Unlock it and upload it again.`);
        const watch = guard(`${shownName} › ${part}`, entry.compressedSize, budget);
        return connect(await openEntry(entry), watch, () => {}); // what breaks is thrown to who reads
      };
      return [{ ...(await workbookToCsv({ names, open }, shownName, scratch, 'workbook')), kind: 'text' }];
    }
    for (const entry of entries) {
      if (entry.fileName.endsWith('/') || /(^|\/)(__MACOSX\/|\._|\.DS_Store)/.test(entry.fileName)) continue;
      const name = `${shownName} › ${visible(entry.fileName)}`;
      if (entry.isEncrypted()) throw new Refusal(`${shownName} is locked with a password. Unlock it and upload the files themselves.`);
      const to = path.join(scratch, `member-${members.length}`);
      await pipeline(await openEntry(entry), guard(name, entry.compressedSize, budget), fs.createWriteStream(to));
      const magic = await firstBytes(to, 4);
      if (isZip(magic)) throw new Refusal(`${name} is a zip inside of a zip. Unpack the outer one and upload what it holds.`);
      if (isGzip(magic)) {
        const inner = await gunzip(to, name, `${to}-gz`, budget);
        await fs.promises.rm(to);
        members.push(inner);
      } else members.push({ path: to, name, kind: await kindOf(to, name) });
    }
  } catch (e) {
    damaged(e);
  } finally {
    zip.close();
  }
  if (members.length === 0) throw new Refusal(`${shownName} is a zip without a file in it.`);
  return members;
}

async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | null>((resolve, reject) => {
      zip
        .once('entry', resolve)
        .once('end', () => resolve(null))
        .once('error', reject);
      zip.readEntry();
    }).finally(() => zip.removeAllListeners());
    if (!entry) return;
    yield entry;
  }
}
