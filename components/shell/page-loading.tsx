import { Skeleton } from '../ui/panel-states';
import { destinations, isHere } from './navigation';
import { PageBody, PageHeader } from './page-header';

/** Stands at once where somebody goes, until the page is there: its own title, and the shape of what is coming. */
export function PageLoading({ href }: { href: string }) {
  return (
    <>
      <PageHeader title={destinations.find((d) => isHere(d, href))?.label ?? ''} />
      <PageBody>
        <div className="grid gap-8 pt-4">
          <Skeleton shape="figure" />
          <Skeleton shape="chart" className="h-64" />
          <Skeleton shape="rows" />
        </div>
      </PageBody>
    </>
  );
}
