import { AppError } from '../core/app-error';
import { readBytes } from './body';

/** What one request of an exporter may weigh, unpacked. */
const limitBytes = 32 * 1024 ** 2;

export type OtlpBody = { json: unknown } | { protobuf: Uint8Array };

/** An OTLP/HTTP request in JSON or protobuf, answered in the same: empty where all is well, which is how OTLP says so. */
export async function receiveTraces(request: Request, take: (body: OtlpBody) => Promise<unknown>): Promise<Response> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'application/x-protobuf')
    throw new AppError('unsupported_type', 'Send traces as application/json or application/x-protobuf.');
  const bytes = await readBytes(request, limitBytes);
  if (type === 'application/x-protobuf') {
    await take({ protobuf: bytes });
    return new Response(null, { status: 200, headers: { 'content-type': type } });
  }
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new AppError('invalid', 'The body is not JSON.');
  }
  await take({ json });
  return Response.json({});
}
