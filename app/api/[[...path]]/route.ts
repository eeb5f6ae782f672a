import { AppError } from '@/lib/core/app-error';
import { problem } from '@/lib/http/problem';

/** Every address under /api that is nobody's, in the form in which the others refuse. */
const nothing = () => problem(new AppError('not_found', 'There is nothing at this address.'));

export { nothing as DELETE, nothing as GET, nothing as HEAD, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
