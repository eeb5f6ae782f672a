import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { agentsFor, checkedAddress } from '../files/guarded-agents';
import { clockSentence, networkFailure, passingFailure } from '../files/network-failure';
import { answered, withRetries } from '../files/retries';
import { ask, textOf } from '../http/ask';
import { ConnectionFailure, type Outside } from '../types';

/** A question whose answer comes in pages. */
export interface PagedQuestion {
  /** Who is asked, for a person: `OpenAI`. */
  who: string;
  address: URL;
  headers: Record<string, string>;
  /** Where the next page is, as its answer says; null behind the last. Throws a ConnectionFailure for what is no page. */
  next(page: unknown, address: URL): URL | null;
  /** What a refusal means and what to do, by status. */
  refusals: Partial<Record<number, string>>;
  /** Changes a page before it touches the disk; as it came where it is left out. */
  strip?(page: unknown): unknown;
  /** What of a page is wanted, where a reader wants its rows and not the page. */
  rows?(page: unknown): unknown[];
}

/** One page. Asked again where that may help; a key never stands in what is thrown. */
export async function pageOf(outside: Outside, question: PagedQuestion, address: URL): Promise<{ text: string; page: unknown }> {
  checkedAddress(`${address.origin}${address.pathname}`, outside);
  const { who, headers, refusals } = question;
  const agents = agentsFor(outside);
  try {
    return await withRetries(outside.signal, () =>
      answered(outside.signal, who, async (signal) => {
        const answer = await ask(agents, address.href, { headers: { accept: 'application/json', ...headers }, signal }, who);
        const text = await textOf(answer).catch((e) => {
          throw e instanceof ConnectionFailure ? e : (networkFailure(e, who) ?? new ConnectionFailure(`${who}: the answer broke off.`));
        });
        const status = answer.statusCode ?? 0;
        if (status !== 200)
          throw refusal({ status, who, refusals, retryAfter: answer.headers['retry-after'], date: answer.headers.date }, outside.now());
        const page = json(text);
        if (page === undefined)
          throw new ConnectionFailure(`${who} answered with something that is no JSON. Is the address the one of its API?`, true);
        return { text, page };
      }),
    );
  } finally {
    agents.end();
  }
}

/** The other side said no. */
class Refused extends ConnectionFailure {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message, true);
  }
}

interface Answer {
  status: number;
  who: string;
  refusals: PagedQuestion['refusals'];
  retryAfter: string | undefined;
  date: string | undefined;
}

function refusal({ status, who, refusals, retryAfter, date }: Answer, now: Date): ConnectionFailure {
  const clock = status === 401 || status === 403 ? clockSentence(date, now) : '';
  const isRedirect = status >= 300 && status < 400;
  const said = isRedirect ? 'it leads to another address: give that one.' : (refusals[status] ?? `the request was refused (${status}).`);
  return passingFailure(status, retryAfter, who, now) ?? new Refused([`${who}: ${said}`, clock].filter(Boolean).join(' '), status);
}

const MOST_PAGES = 10_000;
/** More than a month of any organisation has been seen to be. */
const MOST_BYTES = 4 * 1024 ** 3;
/** Pages that are there already; no file of the delivery, since only what lies in the folder itself is. */
const PAGES = 'pages';

/**
 * All pages of an answer as one file of JSON, a list of pages just as they came, or of their rows. Goes on after the last page that is there from
 * an earlier try.
 * Returns no name where `isEmpty` says so of every page.
 */
export async function fetchPages(
  outside: Outside,
  question: PagedQuestion,
  { folder, name, isEmpty, note }: { folder: string; name: string; isEmpty: (page: unknown) => boolean; note: (doing: string) => void },
): Promise<string[]> {
  const pages = path.join(folder, PAGES);
  await fs.promises.mkdir(pages, { recursive: true });
  const asked = new Set<string>();
  let address: URL | null = question.address;
  let holdsAny = false;
  let bytes = 0;
  const files: string[] = [];
  for (let n = 1; address; n++) {
    if (n > MOST_PAGES || asked.has(address.href))
      throw new ConnectionFailure(`${question.who}: its pages lead in a circle. Nothing of it was loaded.`, true);
    asked.add(address.href);
    const file = path.join(pages, `${String(n).padStart(5, '0')}.json`);
    let page: unknown = await kept(file);
    if (page === undefined) {
      note(`page ${n}`);
      const fresh = await pageOf(outside, question, address).catch(async (e) => {
        // where the other side no longer knows the place, what was kept of the pages before it is of no use
        if (n > 1 && e instanceof Refused && e.status !== 401 && e.status !== 403)
          await fs.promises.rm(pages, { recursive: true, force: true });
        throw e;
      });
      bytes += fresh.text.length;
      if (bytes > MOST_BYTES)
        throw new ConnectionFailure(
          `${question.who} answers without end: more than ${MOST_BYTES / 1024 ** 3} GB. Nothing of it was loaded.`,
          true,
        );
      address = question.next(fresh.page, address); // what is no page is refused before anything of it is kept
      page = question.strip ? question.strip(fresh.page) : fresh.page;
      await write(file, question.strip ? JSON.stringify(page) : fresh.text);
    } else address = question.next(page, address);
    holdsAny ||= !isEmpty(page);
    files.push(file);
  }
  if (!holdsAny) return [];
  const joined = path.join(folder, name);
  await pipeline(joinedOf(question, files), fs.createWriteStream(`${joined}.part`, { mode: 0o600 }));
  await fs.promises.rename(`${joined}.part`, joined);
  return [name];
}

/** A list, one page in memory at a time. */
async function* joinedOf({ rows }: PagedQuestion, files: readonly string[]): AsyncGenerator<string> {
  let before = '[';
  for (const file of files) {
    const text = await fs.promises.readFile(file, 'utf8');
    for (const element of rows ? rows(JSON.parse(text)).map((r) => JSON.stringify(r)) : [text]) {
      yield before + element;
      before = ',\n';
    }
  }
  yield before === '[' ? '[]\n' : ']\n';
}

/** A page from an earlier try; undefined where there is none, whole. */
const kept = async (file: string): Promise<unknown> => json(await fs.promises.readFile(file, 'utf8').catch(() => ''));

async function write(file: string, text: string): Promise<void> {
  await fs.promises.writeFile(`${file}.part`, text, { mode: 0o600 });
  await fs.promises.rename(`${file}.part`, file);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
