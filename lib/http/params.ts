import { AppError } from '../core/app-error';
import { rawOf } from '../core/input/address';
import { isKeepable } from '../core/text/keepable';

/** A number in an address; anything else is an address that does not exist. No key is larger than nine digits. */
export function number(text: string | undefined): number {
  if (!text || !/^\d{1,9}$/.test(text)) throw new AppError('not_found', 'There is nothing at this address.');
  return Number(text);
}

/** The parts of a path, none where it is fixed. No name holds NUL or half a character, so there is nothing at such an address. */
export function pathParams(params: Record<string, string> | undefined = {}): Record<string, string> {
  if (Object.values(params).some((part) => !isKeepable(part) || /%00/.test(part)))
    throw new AppError('not_found', 'There is nothing at this address.');
  return params;
}

/** The query of an address, repeated keys as arrays; refused where it holds what no text can keep. */
export function searchParams(request: Request): Record<string, string | string[]> {
  const raw = rawOf(new URL(request.url).search);
  const bad = Object.entries(raw).find((pair) => !pair.flat().every(isKeepable));
  if (bad)
    throw new AppError('invalid', `"${bad[0].replaceAll('\u0000', '')}" in the address holds the character NUL, which no text can keep.`);
  // It names what every object has, so whoever reads the words of a question passes over it in silence. Next drops it from an address before a route
  // sees it; what comes by another way is refused like every word that is not known.
  if (Object.hasOwn(raw, '__proto__')) throw new AppError('invalid', '__proto__: It is not known here.');
  return raw;
}
