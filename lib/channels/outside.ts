import http from 'node:http';
import https from 'node:https';
import { createTransport } from 'nodemailer';
import { guardedLookup, isPrivateHost, PrivateAddress } from '../outside/private-addresses';
import { type Outside, SendFailure } from './types';

const refusal = () => new SendFailure(new PrivateAddress().message, true);

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES = 4_096;

/** The real world: HTTP that follows no redirect and reaches no private network, and SMTP. */
export function realOutside({ allowPrivate }: { allowPrivate: boolean }): Outside {
  return {
    now: () => new Date(),
    post: (url, body, headers) => post(new URL(url), body, headers ?? {}, allowPrivate),
    mail: async ({ user, password, ...server }, mail) => {
      const transport = createTransport({
        ...server,
        ...(user !== null && { auth: { user, pass: password ?? '' } }),
        connectionTimeout: TIMEOUT_MS,
        greetingTimeout: TIMEOUT_MS,
        socketTimeout: TIMEOUT_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        const { response, rejected } = await transport.sendMail(mail);
        if (rejected.length)
          throw new SendFailure(`The server refused ${rejected.length} of ${mail.to.length} recipients: ${response}`, true);
        return String(response).slice(0, 300);
      } catch (e) {
        throw e instanceof SendFailure ? e : mailFailure(e as Error & { responseCode?: number; code?: string });
      } finally {
        transport.close();
      }
    },
  };
}

function mailFailure(e: Error & { responseCode?: number; code?: string }): SendFailure {
  const isFinal = e.code === 'EAUTH' || e.code === 'EENVELOPE' || (e.responseCode !== undefined && e.responseCode >= 500);
  return new SendFailure(`The mail server: ${e.message}`.slice(0, 300), isFinal);
}

function post(url: URL, body: string, headers: Record<string, string>, allowPrivate: boolean): Promise<{ status: number; text: string }> {
  if (!allowPrivate && isPrivateHost(url.hostname)) return Promise.reject(refusal());
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Headroom', ...headers },
        ...(!allowPrivate && { lookup: guardedLookup }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        agent: false,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > ANSWER_BYTES) response.destroy();
        });
        response.on('close', () => resolve({ status: response.statusCode ?? 0, text: text.slice(0, ANSWER_BYTES) }));
        response.on('error', () => {});
      },
    );
    request.on('error', (e: Error & { code?: string }) =>
      reject(e instanceof PrivateAddress ? refusal() : new SendFailure(connectionSentence(e))),
    );
    request.end(body);
  });
}

function connectionSentence(e: Error & { code?: string }): string {
  if (e.name === 'TimeoutError' || e.name === 'AbortError') return `No answer within ${TIMEOUT_MS / 1000} seconds.`;
  if (e.code === 'ENOTFOUND') return 'The name of the address cannot be resolved.';
  if (e.code === 'ECONNREFUSED') return 'Nothing listens at the address.';
  return `The connection failed (${e.code ?? e.name}).`;
}
