import { visible } from '@/lib/core/text/visible';

/** A name out of a bill: every character can be seen, and its direction is its own affair. */
export const Name = ({ children }: { children: string }) => <bdi>{visible(children)}</bdi>;
