import { expect, test } from 'vitest';
import { readPrices } from './read-prices';

const naming = (model: string) => ({ model: model.toLowerCase(), vendor: null });
const read = (text: string) => readPrices(text, 'prices.csv', naming);
const head = 'model,channel,kind,price,per,currency,tier,region,deployment,valid_from,valid_to,above';

test('one line for each kind makes one card; the unit is turned without a float', () => {
  const { cards, offScale } = read(`${head}
GPT-4o,azure,input,0.0022,1000,eur,,swedencentral,regional,2026-01-01,2027-01-01,
gpt-4o,azure,output,0.0000088,1,EUR,standard,swedencentral,regional,2026-01-01,2027-01-01,
gpt-4o,azure,input,1.1,1000000,EUR,batch,,,,,
`);
  expect(offScale).toEqual([]);
  expect(cards).toEqual([
    {
      model: 'gpt-4o',
      vendor: null,
      channel: 'azure',
      region: 'swedencentral',
      deployment: 'regional',
      tier: 'standard',
      currency: 'EUR',
      bands: [{ above: 0, rates: { input: '2.2', output: '8.8' } }],
      validFrom: '2026-01-01',
      validTo: '2027-01-01',
      source: 'own',
      isOwn: true,
    },
    expect.objectContaining({
      tier: 'batch',
      region: null,
      deployment: null,
      validFrom: null,
      bands: [{ above: 0, rates: { input: '1.1' } }],
    }),
  ]);
});

test('a price above a threshold changes what it names; the rest keeps its price', () => {
  const { cards } = read(
    `${head}\nm,vertex,input,1,1000000,USD,,,,,,\nm,vertex,output,4,1000000,USD,,,,,,\nm,vertex,input,2,1000000,USD,,,,,,200000\n`,
  );
  expect(cards[0]?.bands).toEqual([
    { above: 0, rates: { input: '1', output: '4' } },
    { above: 200_000, rates: { input: '2', output: '4' } },
  ]);
});

test('a price per token in a field per million is asked about, and the other way round; free is free', () => {
  const rows = (price: string, per: string) => read(`model,channel,kind,price,per,currency\nm,openai,input,${price},${per},USD\n`).offScale;
  expect(rows('0.0000025', '1000000')).toEqual(['line 2: m, input, 0.0000025 USD per 1000000 is 0.0000025 per 1M']);
  expect(rows('2.5', '1')).toEqual(['line 2: m, input, 2.5 USD per 1 is 2500000 per 1M']);
  for (const price of ['0', '0.001', '1000']) expect(rows(price, '1000000')).toEqual([]);
});

test('JSON holds the same fields, and its numbers keep their digits', () => {
  const json = '[{"model":"m","channel":"openai","kind":"input","price":0.1000000000000000055,"per":1000000,"currency":"USD"}]';
  expect(readPrices(json, 'prices.json', naming).cards[0]?.bands[0]?.rates.input).toBe('0.1000000000000000055');
});

test.each([
  ['m,opnai,input,1,1000,USD', 'line 2, column 2: channel is none of openai,'],
  ['m,openai,input,1,500,USD', 'line 2, column 5: per is none of 1, 1000, 1000000'],
  ['m,openai,input,"1,5",1000,USD', 'line 2, column 4: price is no plain decimal number ("1,5")'],
  ['m,openai,input,-1,1000,USD', 'line 2, column 4: price is negative'],
  ['m,openai,inputs,1,1000,USD', 'line 2, column 3: kind is none of'],
  ['m,openai,input,1,1000,', 'line 2, column 6: currency is missing: a price has a currency'],
  [',openai,input,1,1000,USD', 'line 2, column 1: model is missing'],
  ['m,openai,input,1,1000,USD\nm,openai,input,2,1000,USD', 'line 3, column kind: m has a price for input already'],
  ['m,openai,input,1,1000,USD\nm,openai,output,2,1000,EUR', 'line 3: m has another currency or valid_to than in line 2'],
])('%s is refused', (row, message) => {
  expect(() => read(`model,channel,kind,price,per,currency\n${row}\n`)).toThrow(message);
});

test('what is no table of prices is refused with a reason', () => {
  expect(() => read('model,channel,kind,cost\na,b,c,d\n')).toThrow('line 1: there is no column "cost"');
  expect(() => read('model,channel,kind,price,per,currency\n')).toThrow('holds no prices');
  expect(() => read(`${head}\nm,openai,input,1,1000,USD,provisioned,,,,,\n`)).toThrow('tier is paid by the hour');
  expect(() => read(`${head}\nm,openai,input,1,1000,USD,,,,2026-02-01,2026-02-01,\n`)).toThrow('valid_to is not after valid_from');
  expect(() => readPrices('{"a":1}', 'p.json', naming)).toThrow('there is no list of prices');
});
