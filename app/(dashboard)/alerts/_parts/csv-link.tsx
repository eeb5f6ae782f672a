import { buttonClass } from '@/components/ui/button';

/** Everything of a list as a file. */
export const CsvLink = ({ href }: { href: string }) => (
  <a href={href} download aria-label="Save as CSV" title="Save as CSV" className={buttonClass('quiet', 'small')}>
    CSV
  </a>
);
