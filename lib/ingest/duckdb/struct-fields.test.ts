import { expect, test } from 'vitest';
import { fieldsOf } from './struct-fields';

test('a record has the fields of its type, and theirs', () => {
  expect(fieldsOf('service', 'STRUCT(id VARCHAR, price STRUCT(amount DECIMAL(38, 9), "odd, ""name""" DOUBLE))')).toEqual([
    { written: 'service.id', sql: '"service"."id"', type: 'VARCHAR' },
    { written: 'service.price', sql: '"service"."price"', type: 'STRUCT(amount DECIMAL(38, 9), "odd, ""name""" DOUBLE)' },
    { written: 'service.price.amount', sql: '"service"."price"."amount"', type: 'DECIMAL(38, 9)' },
    { written: 'service.price.odd, "name"', sql: '"service"."price"."odd, ""name"""', type: 'DOUBLE' },
  ]);
});

test('a list, a map and a plain column have none', () => {
  for (const type of ['STRUCT(a INTEGER)[]', 'MAP(VARCHAR, STRUCT(a INTEGER))', 'VARCHAR', 'DECIMAL(38, 9)'])
    expect(fieldsOf('c', type)).toEqual([]);
});
