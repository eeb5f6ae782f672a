import { fold } from './fold';

/** What belongs to nobody, in files and addresses. Nobody else can be called so: a tag that says it names no owner, and no rule gives it. */
export const nobody = '(unallocated)';

export const isNobody = (name: string): boolean => fold(name) === nobody;
