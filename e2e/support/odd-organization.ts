import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { endless, foreign, oddBill, oddEvents, wordy } from './odd-bill';
import { headroom } from './operator';

/** Files as an operator imports them; those of events are named so. */
export async function importFiles(organization: string, files: Readonly<Record<string, string>>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-e2e-odd-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      fs.writeFileSync(path.join(folder, name), text);
      await headroom(...(name.startsWith('events') ? ['events'] : []), 'import', path.join(folder, name), '--org', organization);
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const month = (back: number) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
};

const series = endless.slice(0, 120);

const agreement = (name: string, cap: string) => `agreements:
  - name: ${name}
    counterparty: ${wordy.slice(0, 120)}
    kind: revenue_share
    direction: pay
    currency: USD
    start: ${month(3)}-01
    end: 2030-12-31
    terms: [{from: ${month(3)}-01, rate: "0.20"}]
    cap: "${cap}"
    base: {series: ${series}}
`;

/**
 * Fills the organisation of whoever is signed in with everything that has a page, under names nobody would draw into a mock-up. Gives the
 * addresses of what was made.
 */
export async function fillOddly(page: Page, organization: string): Promise<string[]> {
  await importFiles(organization, { 'odd.csv': oddBill(), 'events.csv': oddEvents() });
  const send = async (method: 'post' | 'put', address: string, data: unknown) => {
    const answer = await page.request[method](`/api/v1/${address}`, { data });
    expect(answer.ok(), `${address}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
  const post = (address: string, data: unknown) => send('post', address, data);
  const budget = `${wordy.slice(0, 90)}, everything`;
  for (const name of [budget, series])
    await post('budgets', { name, owner: wordy.slice(0, 100), measure: 'effective', currency: 'USD', period: 'month', amount: '1500000' });
  await post('series', {
    series,
    fileName: 'revenue.csv',
    text: `date,amount,currency\n${month(2)}-02,-123456789.01,USD\n${month(1)}-02,98765432109.87,USD\n`,
  });
  for (const [name, cap] of [
    [wordy.slice(0, 110), '1000'],
    [endless.slice(0, 110), '99999999999999.99'],
  ] as const)
    await post('agreements/apply', { text: agreement(name, cap) });
  const [agreed] = await (await page.request.get('/api/v1/agreements')).json();
  const view = await post('views', {
    name: wordy.slice(0, 80),
    folder: `${wordy.slice(0, 60)} / ${endless.slice(0, 60)}`,
    shared: true,
    pinned: true,
    address: '?period=12m&by=service',
  });
  const dashboard = await post('dashboards', { name: endless.slice(0, 80), shared: true, template: 'finance' });
  const share = await post('share-links', { kind: 'dashboard', id: dashboard.id });
  await send('put', 'allocation/rules', {
    key: 'team',
    title: wordy.slice(0, 60),
    rules: [
      { name: wordy.slice(0, 120), value: wordy.slice(0, 100), when: [{ field: 'x_ServiceName', op: 'contains', values: [foreign] }] },
    ],
  });
  await send('put', 'task-rules', [
    {
      taskType: wordy.slice(0, 80),
      match: [{ field: 'feature', operator: 'is', value: endless.slice(0, 200) }],
      owner: wordy.slice(0, 120),
    },
  ]);
  await post('alert-rules', { kind: 'cost-above', name: wordy.slice(0, 120), per: 'day', amount: '1000000' });
  await post('notes', { day: `${month(1)}-04`, text: wordy });
  const connection = await post('connections', {
    name: endless.slice(0, 80),
    kind: 's3',
    config: { bucket: 'nowhere', region: 'us-east-1', prefix: endless, endpoint: 'http://127.0.0.1:9' },
    secret: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  return [
    `/budgets/${encodeURIComponent(budget)}`,
    `/budgets/${encodeURIComponent(budget)}/edit`,
    `/agreements/${agreed.id}`,
    `/agreements/${agreed.id}/print`,
    `/dashboards/${dashboard.id}`,
    `/sources/connections/${connection.id}`,
    `/sources/connections/${connection.id}/edit`,
    share.path,
    `/costs?view=${view.id}`,
  ];
}
