import { type ChargePart, chargePartNames, chargeParts } from '@/lib/core/explore/measures';

/** What is in or what is not, whichever is shorter to say. */
export function kindsText(without: readonly ChargePart[]): string {
  const names = (parts: readonly ChargePart[]) => parts.map((part) => chargePartNames[part].toLowerCase()).join(', ');
  const left = chargeParts.filter((part) => !without.includes(part));
  if (without.length === 0) return 'All charges';
  if (left.length === 0) return 'No charges';
  return left.length < without.length ? `Only ${names(left)}` : `Without ${names(without)}`;
}
