import { type Outside, SendFailure } from './types';

/** Posts JSON and reads the answer: 2xx is success, 4xx but 408 and 429 is final. The failure names status and answer, never the address. */
export async function postJson(outside: Outside, url: string, body: unknown, headers: Record<string, string> = {}): Promise<string> {
  const { status, text } = await outside.post(url, typeof body === 'string' ? body : JSON.stringify(body), headers);
  const answer = `${status} ${text.replace(/\s+/g, ' ').trim()}`.trim().slice(0, 300);
  if (status >= 200 && status < 300) return answer;
  if (status >= 300 && status < 400) throw new SendFailure(`It answered ${status}, a redirect: give the address that it leads to.`, true);
  throw new SendFailure(`It answered ${answer}.`, status >= 400 && status < 500 && status !== 408 && status !== 429);
}
