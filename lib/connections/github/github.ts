import { z } from 'zod';
import { addDays, type Day } from '../../core/time/days';
import { field } from '../files/fields';
import { address as addressOf, below, key as keyOf } from '../pages/address';
import { type Days, monthNamed, monthsOf } from '../pages/months';
import { fetchPages, type PagedQuestion, pageOf } from '../pages/pages';
import { ConnectionFailure, defineConnection, type Opened } from '../types';

const Config = z.object({
  account: z.enum(['organizations', 'enterprises', 'users']).default('organizations'),
  name: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, 'is no name of an organisation or enterprise, as in its address'),
  reads: z.enum(['usage', 'ai_credit', 'premium_request']).default('usage'),
  address: addressOf('https://api.github.com'),
});
const Secret = z.object({ token: keyOf('the token is missing') });
type Connection = Opened<z.infer<typeof Config>, z.infer<typeof Secret>>;

const Page = z.object({ usageItems: z.array(z.unknown()) });
const VERSION = '2022-11-28';
const SETTLED_AFTER = 4;

/** GitHub's billing of Copilot and everything else that is metered. copilot.md §1. */
export const github = defineConnection<z.infer<typeof Config>, z.infer<typeof Secret>>({
  kind: 'github',
  title: 'GitHub',
  about:
    'Reads what GitHub bills for Copilot, Actions and the rest. It needs a token that may read billing: of an organisation, a fine-grained token with Administration (read); of an enterprise, a classic token with manage_billing:enterprise.',
  group: 'api',
  fields: [
    field('account', 'Billed to', 'Who pays.', {
      options: [
        { value: 'organizations', label: 'An organisation' },
        { value: 'enterprises', label: 'An enterprise' },
        { value: 'users', label: 'A person' },
      ],
    }),
    field('name', 'Name', 'As it stands in its address on GitHub, such as acme.', { isRequired: true }),
    field('reads', 'What to read', 'One of them: each holds the cost of Copilot, and both together would count it twice.', {
      options: [
        { value: 'usage', label: 'Everything that is metered, by day' },
        { value: 'ai_credit', label: 'AI credits, by day and model' },
        { value: 'premium_request', label: 'Premium requests, by day and model' },
      ],
    }),
    field('token', 'Token', 'Begins with github_pat_ or ghp_.', { isSecret: true, isRequired: true }),
    field('address', 'Address', 'Empty for github.com. For GitHub Enterprise with data residency, https://api.NAME.ghe.com.'),
  ],
  config: Config,
  secret: Secret,
  async test(connection) {
    const today = connection.outside.now().toISOString().slice(0, 10);
    const asked = question(connection, { from: today, until: addDays(today, 1) });
    const page = Page.safeParse((await pageOf(connection.outside, asked, asked.address)).page).data;
    if (!page) throw strange();
    return `GitHub answers: ${page.usageItems.length} lines for ${connection.config.name}${connection.config.reads === 'usage' ? ' this month' : ' today'}.`;
  },
  async *deliveries({ config, outside }, window) {
    for (const { name, title, version, from } of monthsOf(window, outside.now(), SETTLED_AFTER))
      yield {
        key: `${config.reads}/${name}`,
        title: `GitHub ${words[config.reads]}, ${title}`,
        version,
        period: from,
        brings: 'bill',
        waitsFor: null,
      };
  },
  async fetch(connection, { key }, folder, note) {
    const month = monthNamed(key.split('/')[1] ?? '', connection.outside.now(), SETTLED_AFTER);
    const isEmpty = (page: unknown) => !Page.safeParse(page).data?.usageItems.length;
    return fetchPages(connection.outside, question(connection, month), {
      folder,
      name: `0001-github-${key.replace('/', '-')}.json`,
      isEmpty,
      note,
    });
  },
});

const words = { usage: 'usage', ai_credit: 'AI credits', premium_request: 'premium requests' } as const;

/** The usage report tells a month with its days; the reports by model tell one day each. */
function question({ config, secret }: Connection, { from, until }: Days): PagedQuestion {
  const isByDay = config.reads !== 'usage';
  const path = isByDay ? `${config.reads}/usage` : 'usage';
  const on = (day: Day): URL =>
    below(config.address, `${config.account}/${config.name}/settings/billing/${path}`, {
      year: String(Number(day.slice(0, 4))),
      month: String(Number(day.slice(5, 7))),
      ...(isByDay && { day: String(Number(day.slice(8, 10))) }),
    });
  return {
    who: 'GitHub',
    address: on(from),
    headers: { authorization: `Bearer ${secret.token}`, accept: 'application/vnd.github+json', 'x-github-api-version': VERSION },
    refusals: {
      401: 'the token was refused (401). It is wrong, expired or withdrawn.',
      403: `the token may not read the billing of ${config.name} (403). It needs Administration (read) of an organisation, or manage_billing:enterprise.`,
      404: `there is no ${config.name} with this billing report, or the token may not see it (404).`,
    },
    next(page, asked) {
      if (!Page.safeParse(page).success) throw strange();
      if (!isByDay) return null;
      const said = (name: string) => String(asked.searchParams.get(name)).padStart(2, '0');
      const next = addDays(`${said('year')}-${said('month')}-${said('day')}`, 1);
      return next < until ? on(next) : null;
    },
  };
}

const strange = () =>
  new ConnectionFailure('GitHub answered with something that is no usage report. Is the address the one of its API?', true);
