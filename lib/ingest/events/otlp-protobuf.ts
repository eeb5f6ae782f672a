import protobuf from 'protobufjs/light.js';
import type { Fields } from './types';

const field = (id: number, type: string, rule?: 'repeated') => ({ id, type, ...(rule && { rule }) });

/** The part of OTLP's trace messages that usage is read from; a reader of protobuf passes over what it does not know. */
const root = protobuf.Root.fromJSON({
  nested: {
    ExportTraceServiceRequest: { fields: { resourceSpans: field(1, 'ResourceSpans', 'repeated') } },
    ResourceSpans: { fields: { resource: field(1, 'Resource'), scopeSpans: field(2, 'ScopeSpans', 'repeated') } },
    Resource: { fields: { attributes: field(1, 'KeyValue', 'repeated') } },
    ScopeSpans: { fields: { spans: field(2, 'Span', 'repeated') } },
    Span: {
      fields: {
        traceId: field(1, 'bytes'),
        spanId: field(2, 'bytes'),
        parentSpanId: field(4, 'bytes'),
        name: field(5, 'string'),
        kind: field(6, 'int32'),
        startTimeUnixNano: field(7, 'fixed64'),
        endTimeUnixNano: field(8, 'fixed64'),
        attributes: field(9, 'KeyValue', 'repeated'),
        status: field(15, 'Status'),
      },
    },
    Status: { fields: { code: field(3, 'int32') } },
    KeyValue: { fields: { key: field(1, 'string'), value: field(2, 'AnyValue') } },
    AnyValue: {
      fields: {
        stringValue: field(1, 'string'),
        boolValue: field(2, 'bool'),
        intValue: field(3, 'int64'),
        doubleValue: field(4, 'double'),
      },
    },
  },
});
const Request = root.lookupType('ExportTraceServiceRequest');

/**
 * An OTLP/HTTP request in protobuf as the same object its JSON would be: ids in hexadecimal, 64-bit numbers as text. Throws an Error for bytes that
 * are no such message. Field numbers: opentelemetry/proto/trace/v1/trace.proto.
 */
export function decodeTraces(bytes: Uint8Array): Fields {
  const message = Request.toObject(Request.decode(bytes), { longs: String, bytes: Buffer }) as {
    resourceSpans?: { scopeSpans?: { spans?: Fields[] }[] }[];
  };
  for (const r of message.resourceSpans ?? [])
    for (const s of r.scopeSpans ?? [])
      for (const span of s.spans ?? [])
        for (const id of ['traceId', 'spanId', 'parentSpanId'])
          if (span[id]) span[id] = Buffer.from(span[id] as Uint8Array).toString('hex');
  return { resourceSpans: [], ...message };
}
