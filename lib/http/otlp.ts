import { AppError } from '../core/app-error';
import { readBytes } from './body';

/** What one request of an exporter may weigh, unpacked. */
const limitBytes = 32 * 1024 ** 2;

export type OtlpBody = { json: unknown } | { protobuf: Uint8Array };

interface Taken {
  rejected: readonly { field: string | null; reason: string }[];
}

/**
 * An OTLP/HTTP request in JSON or protobuf, answered in the same: empty where all is well, which is how OTLP says so, and with `partial_success` where
 * spans were refused, which exporters log and do not send again.
 */
export async function receiveTraces(request: Request, take: (body: OtlpBody) => Promise<Taken>): Promise<Response> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'application/x-protobuf')
    throw new AppError('unsupported_type', 'Send traces as application/json or application/x-protobuf.');
  const bytes = await readBytes(request, limitBytes);
  const { rejected } = await take(type === 'application/json' ? { json: parsed(bytes) } : { protobuf: bytes });
  const [first] = rejected;
  const message = first ? `${first.field ?? 'span'}: ${first.reason}` : '';
  if (type === 'application/json')
    return Response.json(first ? { partialSuccess: { rejectedSpans: String(rejected.length), errorMessage: message } } : {});
  return new Response(first ? new Uint8Array(partialSuccess(rejected.length, message)) : null, {
    status: 200,
    headers: { 'content-type': type },
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new AppError('invalid', 'The body is not JSON.');
  }
}

/** ExportTraceServiceResponse with partial_success { rejected_spans = 1, error_message = 2 }, in protobuf's bytes. */
function partialSuccess(rejected: number, message: string): Buffer {
  const text = Buffer.from(message.slice(0, 500));
  const inner = Buffer.concat([Buffer.from([0x08, ...varint(rejected), 0x12, ...varint(text.length)]), text]);
  return Buffer.concat([Buffer.from([0x0a, ...varint(inner.length)]), inner]);
}

const varint = (n: number): number[] => (n < 0x80 ? [n] : [(n & 0x7f) | 0x80, ...varint(Math.floor(n / 0x80))]);
