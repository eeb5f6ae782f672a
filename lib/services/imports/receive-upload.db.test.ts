import fs from 'node:fs';
import path from 'node:path';
import { ReadableStream } from 'node:stream/web';
import { expect, test } from 'vitest';
import { env } from '../../env';
import { makeActor } from '../../runtime/test-database';
import { listImports } from './list-imports';
import { receiveUpload } from './receive-upload';

function fill(controller: { enqueue: (part: Uint8Array) => void; close: () => void }): void {
  controller.enqueue(Buffer.from('a,b\n1,2\n'));
  controller.close();
}
const aFile = () => new ReadableStream<Uint8Array>({ start: fill });
const uploads = () => fs.readdirSync(path.join(env().HEADROOM_HOME, 'uploads'));

test('an upload lies in the home under a name of our own, for its owner alone', async () => {
  const actor = await makeActor();
  const { id } = await receiveUpload(actor, { name: 'C:\\bills\\october.csv', body: aFile() });
  expect((await listImports(actor)).map((i) => [i.id, i.fileName])).toEqual([[id, 'october.csv']]);
  const [name = ''] = uploads();
  expect(fs.statSync(path.join(env().HEADROOM_HOME, 'uploads', name)).mode & 0o777).toBe(0o600);
});

test('a name that no text can hold is refused in a sentence before a byte is kept', async () => {
  const before = uploads();
  await expect(receiveUpload(await makeActor(), { name: 'october\u0000.csv', body: aFile() })).rejects.toThrow(
    'The name of the file holds the character NUL. Rename it and try again.',
  );
  expect(uploads()).toEqual(before);
});

test('a file whose import cannot be written down is not kept either', async () => {
  const before = uploads();
  const actor = { ...(await makeActor()), organizationId: 2_000_000_000 };
  await expect(receiveUpload(actor, { name: 'october.csv', body: aFile() })).rejects.toThrow();
  expect(uploads()).toEqual(before);
});
