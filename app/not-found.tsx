import { LinkButton } from '@/components/ui/button';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="mx-auto w-full max-w-[34rem] px-4 py-24">
      <h1 className="text-20">There is nothing at this address</h1>
      <p className="mt-2 text-14 text-ink-2">It may have been removed, or it belongs to an organisation you are not in.</p>
      <LinkButton href="/" tone="primary" className="mt-6">
        Go to the overview
      </LinkButton>
    </main>
  );
}
