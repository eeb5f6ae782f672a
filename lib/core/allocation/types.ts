import { z } from 'zod';
import { day, words } from '../input/fields';
import type { Day } from '../time/days';
import { readField } from './fields';
import { longestValue } from './fold';
import { most } from './limits';
import { isNobody } from './nobody';
import { type Operator, operators, takesValue } from './operators';
import { compilePattern } from './pattern';

const field = z.string({ error: 'is missing' }).transform((text, context) => {
  const found = readField(text);
  if (found === null) context.addIssue({ code: 'custom', message: `is neither a column nor "tag:" and a key ("${text.slice(0, 80)}")` });
  return found ?? '';
});
/** What somebody who owns costs is called. */
export const ownerName = words(longestValue).refine(
  (name) => !isNobody(name),
  'is how what belongs to nobody is called: choose another name',
);

const Condition = z
  .strictObject({
    field,
    op: z.enum(Object.keys(operators) as [Operator, ...Operator[]], { error: `is none of ${Object.keys(operators).join(', ')}` }),
    values: z.union([z.array(words(500)).max(most.values), words(500).transform((v) => [v])]).default([]),
  })
  .superRefine(({ op, values }, context) => {
    if (takesValue(op) === (values.length === 0))
      context.addIssue({ code: 'custom', path: ['values'], message: takesValue(op) ? 'is empty' : `is not asked by "${op}"` });
    if (op === 'matches')
      for (const pattern of values)
        try {
          compilePattern(pattern);
        } catch (e) {
          context.addIssue({
            code: 'custom',
            path: ['values'],
            message: `"${pattern.slice(0, 60)}": ${(e as Error).message.replace(/\.$/, '')}`,
          });
        }
  });
export type Condition = z.infer<typeof Condition>;

/** All conditions hold, any value of each. It gives a fixed value, or what stands in a tag or column, renamed by `map` where that names it. */
export const AllocationRule = z
  .strictObject({
    id: z.coerce.number().int().positive().max(2_000_000_000).optional(),
    name: z.string().trim().max(120).nullable().default(null),
    when: z.array(Condition).max(most.conditions).default([]),
    value: ownerName.nullable().default(null),
    from: field.nullable().default(null),
    map: z
      .record(z.string().trim().min(1).max(longestValue), ownerName)
      .default({})
      .refine((m) => Object.keys(m).length <= most.mapped, `holds more than ${most.mapped} names`),
    /** The first day on which it holds, and the day after the last. */
    since: day.nullable().default(null),
    until: day.nullable().default(null),
  })
  .superRefine((rule, context) => {
    if ((rule.value === null) === (rule.from === null))
      context.addIssue({ code: 'custom', path: ['value'], message: 'or "from" has to be given, and not both' });
    if (rule.from === null && Object.keys(rule.map).length)
      context.addIssue({ code: 'custom', path: ['map'], message: 'renames what is taken "from" a tag or column, and there is none' });
    if (rule.since && rule.until && rule.since >= rule.until)
      context.addIssue({ code: 'custom', path: ['until'], message: 'is the day after the last and comes after "since"' });
  });
export type AllocationRule = z.infer<typeof AllocationRule>;

export const RuleList = z.array(AllocationRule).max(most.rules, `holds more than ${most.rules} rules`);

export const dimensionKey = z
  .string({ error: 'is missing' })
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'is not lower-case letters, digits and dashes, beginning with a letter');

export const AllocationDimension = z.strictObject({ key: dimensionKey, title: words(60), rules: RuleList.default([]) });
export type AllocationDimension = z.infer<typeof AllocationDimension>;

/** What the part that is written over was when its writer read it; see lib/services/allocation/editions.ts. */
export const edition = z.string().max(40).optional();

/** A dimension as it is sent to be written. */
export const DimensionChange = AllocationDimension.extend({ base: edition });

/** Other keys under which a tag is written, in the order in which they are read. */
export const Synonyms = z
  .record(words(100), z.array(words(100)).min(1).max(20))
  .refine((s) => Object.keys(s).length <= most.synonyms, `holds more than ${most.synonyms} keys`);
export type Synonyms = z.infer<typeof Synonyms>;

/** A value that applies to a profile on the days of `[from, to)`. */
export interface Applied {
  value: string;
  rule: number;
  from: Day;
  to: Day;
}
