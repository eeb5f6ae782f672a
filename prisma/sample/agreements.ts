import { addDays, weekdayOf } from './calendar';
import { millionths } from './random';

// Agreements, revenue and budgets of the sample organisation. The first group is the public example: what is not in the official posts of
// 27 April 2026 is marked as unconfirmed and can be edited; its revenue is invented, and says so.

export const agreementsYaml = (today: string): string => `
agreements:
  - name: OpenAI pays Microsoft a share
    group: Microsoft and OpenAI (public example)
    counterparty: Microsoft
    kind: revenue_share
    direction: pay
    currency: USD
    start: 2026-05-01
    end: 2030-12-31
    terms: [{from: 2026-05-01, rate: "0.20"}]
    cap: "38000000000.00"
    prior: "0"
    settlement: quarter
    base: {series: openai-revenue-illustrative}
    unconfirmed: >-
      The percentage (20 %) and the cap (38 bn USD, The Information by way of Reuters, May 2026) are press reports. When counting began, what
      counts as revenue and how refunds are treated is not public. The revenue series is invented to show how it works.
    notes: Announced on 27 April 2026. The share goes on through 2030 at the same percentage under a total cap, independent of technology progress.
    rights:
      - {name: First on Azure, text: "OpenAI's products ship first on Azure, unless Microsoft cannot and chooses not to support what they need."}
      - {name: Any cloud, text: OpenAI may serve its products to customers on any cloud.}
  - name: Microsoft pays OpenAI a share
    group: Microsoft and OpenAI (public example)
    counterparty: Microsoft
    kind: revenue_share
    direction: receive
    currency: USD
    start: 2023-01-23
    end: 2026-04-27
    terms: [{from: 2023-01-23, rate: "0.20"}]
    unconfirmed: Rate and start are press reports; the end is announced.
    notes: This leg ended on 27 April 2026, while the other goes on.
  - name: Licence of Microsoft to OpenAI's models
    group: Microsoft and OpenAI (public example)
    counterparty: Microsoft
    kind: term
    direction: receive
    currency: USD
    start: 2026-04-27
    end: 2032-12-31
    exclusive: false
    milestones:
      - {name: The share ends, date: 2030-12-31, remind_days: [365, 90]}
      - {name: "A milestone of capability, verified by experts"}
    rights:
      - {name: Licence, text: "Models and products; non-exclusive since 27 April 2026.", until: 2032-12-31}
      - {name: Equity, text: "About 27 % of OpenAI, diluted. It enters no figure."}
  - name: Partner programme
    counterparty: Harbour Schools
    kind: revenue_share
    direction: pay
    currency: USD
    start: ${addDays(today, -300)}
    end: ${addDays(today, 430)}
    terms: [{from: ${addDays(today, -300)}, rate: "0.15"}, {from: ${addDays(today, -120)}, rate: "0.12"}]
    cap: "250000.00"
    mode: net
    settlement: month
    base: {series: partner-revenue}
    notes: Refunds are settled in the month in which they become known.
  - name: Azure commitment
    counterparty: Microsoft
    kind: committed_spend
    direction: pay
    currency: EUR
    start: ${addDays(today, -240)}
    end: ${addDays(today, 125)}
    amount: "520000.00"
    base: {filter: {provider: [azure]}, measure: billed}
    milestones: [{name: Decide on the next term, date: ${addDays(today, 60)}, remind_days: [30, 7]}]
  - name: AWS credits
    counterparty: Amazon Web Services
    kind: prepaid_credits
    direction: receive
    currency: USD
    start: ${addDays(today, -330)}
    end: ${addDays(today, 60)}
    lots:
      - {name: Migration, amount: "30000.00", purchased: ${addDays(today, -330)}, expires: ${addDays(today, -60)}}
      - {name: Start-up programme, amount: "60000.00", purchased: ${addDays(today, -200)}, expires: ${addDays(today, 60)}}
    base: {filter: {provider: [aws], service: [Amazon Bedrock]}, measure: billed}
`;

const header = 'date,amount,currency,booked,product';

/** Daily revenue of an invented partner business: weekdays, growth, and refunds that become known a month later. */
export function partnerRevenue(today: string): string {
  const rows: string[] = [];
  for (let back = 300; back >= 1; back--) {
    const day = addDays(today, -back);
    const base = (weekdayOf(day) === 0 || weekdayOf(day) === 6 ? 260_000n : 620_000n) + BigInt(300 - back) * 1_100n;
    rows.push(`${day},${cents((base * millionths(`partner ${day}`, 180_000)) / 1_000_000n)},USD,${day},courses`);
    if (back % 41 === 0 && back > 45) rows.push(`${day},-${cents(base / 3n)},USD,${addDays(day, 38)},courses`);
  }
  return [header, ...rows, ''].join('\n');
}

/** Invented revenue in the order of magnitude of the public reports; no figure of it is reported by anybody. */
export function illustrativeRevenue(today: string): string {
  const rows: string[] = [];
  let n = 0;
  for (let day = '2026-05-01'; day < today; day = addDays(day, 1), n++) {
    const base = 9_900_000_000n + BigInt(n) * 9_000_000n;
    rows.push(`${day},${cents((base * millionths(`illustrative ${day}`, 60_000)) / 1_000_000n)},USD,${day},invented`);
  }
  return [header, ...rows, ''].join('\n');
}

const cents = (amount: bigint) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;

export const budgetsYaml = `
budgets:
  - {name: All AI and cloud (USD), owner: Dana Okafor, currency: USD, measure: billed, period: month, amount: "62000"}
  - {name: All AI and cloud (EUR), owner: Dana Okafor, currency: EUR, measure: billed, period: month, amount: "50000"}
  - {name: OpenAI direct, owner: Emil Larsen, parent: All AI and cloud (USD), currency: USD, measure: billed, period: month, amount: "9500", filter: {provider: [openai]}}
  - {name: Bedrock, owner: Emil Larsen, parent: All AI and cloud (USD), currency: USD, measure: billed, period: month, amount: "21000", filter: {service: [Amazon Bedrock]}}
  - {name: Every team, owner: Anita Rao, parent: All AI and cloud (USD), currency: USD, measure: billed, period: month, amount: "12000", per: team}
  - {name: Tokens of the quarter, measure: tokens, period: quarter, amount: "420000000000", thresholds: ["80%", "100%"]}
  - {name: Research year, owner: Anita Rao, currency: USD, measure: billed, period: year, fiscal_start: 7, amount: "260000", filter: {team: [research]}}
`;
