import Link from 'next/link';
import { Name } from '@/components/figures/name';

/** A model by its id, or that the bill names none. */
export const ModelName = ({ model, href }: { model: string | null; href: string }) => (
  <Link href={href} className="hover:underline">
    {model === null ? 'No model named' : <Name>{model}</Name>}
  </Link>
);
