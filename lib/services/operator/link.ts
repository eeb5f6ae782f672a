import { env } from '../../env';

/** The address of a page as people open it; without a known address of the site, its path. */
export const linkTo = (path: string): string => {
  const site = env().NEXTAUTH_URL;
  return site ? new URL(path, site).href : path;
};
