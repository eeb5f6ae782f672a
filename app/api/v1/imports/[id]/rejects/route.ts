import fs from 'node:fs';
import { Readable } from 'node:stream';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { getRejects } from '@/lib/services/imports/list-imports';

export const GET = handler({
  run: async ({ actor, params }) => {
    const { fileName, path } = await getRejects(actor, number(params.id));
    return new Response(Readable.toWeb(fs.createReadStream(path)) as ReadableStream, {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${fileName}"` },
    });
  },
});
