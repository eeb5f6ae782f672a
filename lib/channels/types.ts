import type { z } from 'zod';
import type { AlertKind, Severity } from '../core/alerts/types';

/** What is said, whichever way it travels. */
export interface Message {
  /** Names the event; the same one is never sent twice, and a receiver can drop a repeat by it. */
  id: string;
  organization: string;
  kind: AlertKind | 'test' | 'digest' | 'report';
  severity: Severity;
  title: string;
  facts: { label: string; value: string }[];
  /** The view behind it, as a full address; null where the installation does not know its own. */
  url: string | null;
  /** "Data complete to 2026-11-19", or null. */
  freshness: string | null;
  at: string;
  /** Of a digest: what it tells, in the order in which it happened. */
  items?: MessageItem[];
  /** Of a report: its figures, one table after the other. */
  tables?: MessageTable[];
}

/** Figures with what they are of; without rows it is words alone. */
export interface MessageTable {
  title: string;
  note: string;
  head: string[];
  /** The first cell is a name, the others are figures. */
  rows: string[][];
  /** Places of the rows that are totals. */
  totals?: number[];
}

/** One alert of a digest. */
export interface MessageItem {
  /** As it has by itself. */
  id: string;
  kind: AlertKind;
  severity: Severity;
  title: string;
  /** What became of it meanwhile: `acknowledged`, `ignored`, `resolved`; null while it is new. */
  state: string | null;
  url: string | null;
  freshness: string | null;
  at: string;
}

/** What a channel may use of the world. */
export interface Outside {
  post(url: string, body: string, headers?: Record<string, string>): Promise<{ status: number; text: string }>;
  mail(transport: MailTransport, mail: Mail): Promise<string>;
  now(): Date;
}
export interface MailTransport {
  host: string;
  port: number;
  secure: boolean;
  user: string | null;
  password: string | null;
}
export interface Mail {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  messageId: string;
}

/** One way for alerts to travel. `config` is shown to whoever may see channels, `secret` is encrypted and shown to nobody. */
export interface ChannelKind<C extends z.ZodType = z.ZodType, S extends z.ZodType = z.ZodType> {
  kind: string;
  title: string;
  config: C;
  secret: S;
  /** Sends one message. Returns what the other side said; throws a SendFailure otherwise. */
  send(message: Message, config: z.infer<C>, secret: z.infer<S>, outside: Outside): Promise<string>;
}

/** The other side refused or was not there. `isFinal` means that trying again is of no use. */
export class SendFailure extends Error {
  constructor(
    message: string,
    readonly isFinal = false,
  ) {
    super(message);
    this.name = 'SendFailure';
  }
}

export const defineChannel = <C extends z.ZodType, S extends z.ZodType>(channel: ChannelKind<C, S>): ChannelKind<C, S> => channel;
