import { drivers, methods } from './drivers';
import type { Share } from './pools';

/** "in proportion to tokens", "evenly, because tokens was zero". */
export const shareWords = ({ method, driver, fellBack, target }: Pick<Share, 'method' | 'driver' | 'fellBack' | 'target'>): string => {
  if (target === null)
    return driver
      ? `left unallocated, because ${drivers[driver]} is zero for everybody`
      : 'left unallocated, because nobody is there to carry it';
  const way = method === 'proportional' && driver ? `${methods.proportional} to ${drivers[driver]}` : methods[method];
  return fellBack && driver ? `${way}, because ${drivers[driver]} is zero for everybody` : way;
};
