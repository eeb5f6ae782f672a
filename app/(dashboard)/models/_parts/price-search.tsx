'use client';

import { useRouter } from 'next/navigation';
import { controlClass } from '@/components/ui/field';
import { type ModelView, modelHref } from './view';

/** A model's name or a part of it. */
export function PriceSearch({ view, value }: { view: ModelView; value: string }) {
  const router = useRouter();
  return (
    <search>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          const q = new FormData(e.currentTarget).get('q');
          router.push(modelHref({ ...view, q: typeof q === 'string' && q.trim() ? q.trim() : null }), { scroll: false });
        }}
      >
        <input
          name="q"
          type="search"
          aria-label="Model"
          defaultValue={value}
          maxLength={120}
          className={controlClass(false, 'w-56', true)}
        />
      </form>
    </search>
  );
}
