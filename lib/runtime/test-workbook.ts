import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** The parts of a workbook, each by its name: `xl/workbook.xml`. */
export async function workbookParts(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(bytes, { autoClose: false });
  const parts: Promise<[string, string]>[] = [];
  zip.on('entry', (entry: yauzl.Entry) =>
    parts.push(
      promisify<yauzl.Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))(entry).then(async (s) => [entry.fileName, await text(s)]),
    ),
  );
  await once(zip, 'end');
  return new Map(await Promise.all(parts));
}
