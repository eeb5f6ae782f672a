import { AppError } from '../../core/app-error';
import { someNames } from '../../core/text/some-names';

/** That there is none of this name or number, with those that there are. */
export const noAgreement = (asked: string | number, names: readonly string[]): AppError =>
  new AppError(
    'not_found',
    `There is no agreement ${typeof asked === 'string' ? `"${asked}"` : asked}.${names.length === 0 ? '' : ` There are: ${someNames(names)}.`}`,
  );
