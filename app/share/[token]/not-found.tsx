import { Logo } from '@/components/brand/logo';

/** The same for every link that opens nothing: whoever tries links must not learn which of them were real. */
export default function LinkNotFound() {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-line border-b px-4 py-4 desk:px-6">
        <Logo />
      </header>
      <main className="mx-auto w-full max-w-[100rem] flex-1 px-4 pt-6 pb-16 desk:px-6">
        <div className="max-w-prose pt-[8vh]">
          <h1 className="text-20">There is nothing at this link</h1>
          <p className="pt-2 text-14 text-ink-2">
            Links are open for a while only, and can be withdrawn. It may also have been cut when it was copied: open it again as it was
            sent to you, or ask who sent it for a new one.
          </p>
        </div>
      </main>
    </div>
  );
}
