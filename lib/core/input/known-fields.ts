import { z } from 'zod';
import { nearWord } from '../text/near-word';

/** An object of these fields and no other. One that is not known is refused with what there is: dropped in silence, it would be taken for heard. */
export const onlyFields = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) => {
      const there = Object.keys(shape);
      if (issue.code === 'invalid_type') return `It is an object with the field${there.length === 1 ? '' : 's'} ${there.join(', ')}.`;
      if (issue.code !== 'unrecognized_keys') return undefined;
      return (issue.keys as string[])
        .map((key) => {
          const near = nearWord(key, there);
          return `There is no field "${key.slice(0, 80)}"${near === null ? `; there are: ${there.join(', ')}.` : `. Did you mean ${near}?`}`;
        })
        .join(' ');
    },
  });
