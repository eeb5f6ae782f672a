import { type CostFilter, NONE } from '../costs/cost-query';
import { costDimensions } from '../costs/dimensions';

const MOST = 3;

/** `Eyes Cloud`, `eyes-cloud` and `EYESCLOUD` are meant to be the same. */
const looseForm = (text: string) => text.toLowerCase().replace(/[\s_.-]+/g, '');

/** The values of a filter that no charge has, each as a sentence, with those that were perhaps meant. */
export function unknownIn({ dimension, values }: CostFilter, known: readonly string[]): string[] {
  const title = costDimensions[dimension].title.toLowerCase();
  return values
    .filter((v) => v !== NONE && !known.includes(v))
    .map((value) => {
      const meant = known.filter((k) => looseForm(k) === looseForm(value));
      const near = meant.length
        ? meant
        : known.filter((k) => looseForm(k).includes(looseForm(value)) || looseForm(value).includes(looseForm(k)));
      const hint = near.length
        ? `; there is ${near
            .slice(0, MOST)
            .map((n) => `"${n}"`)
            .join(', ')}`
        : '';
      return `No charge has ${title} "${value}"${hint}.`;
    });
}
