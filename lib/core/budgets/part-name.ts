import { NONE } from '../costs/cost-query';

/** What the part of a budget is called whose charges carry no value. */
export const NO_VALUE = '(none)';

/**
 * A budget has a part for each value of a dimension, and the charges without one have a part too. Its name is kept as text (crossings, gateways, alerts), so
 * a value that reads like it gets a backslash before it, as in the filters of an address: no tag can be taken for the missing one.
 */
export const partName = (value: string | null): string => (value === null ? NO_VALUE : /^\\*\(none\)$/.test(value) ? `\\${value}` : value);

/** The value of a part as filters know it. */
export const partValue = (name: string): string => (name === NO_VALUE ? NONE : /^\\+\(none\)$/.test(name) ? name.slice(1) : name);
