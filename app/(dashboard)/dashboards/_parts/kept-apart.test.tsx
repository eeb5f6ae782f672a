import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { KeptApart } from './kept-apart';
import { PanelView } from './panel-view';

test('a panel that fails to draw leaves the page and the other panels standing', async () => {
  const failures: unknown[] = [];
  const page = await new Promise<string>((resolve, reject) => {
    const broken = { kind: 'view', name: 'Broken', href: '/costs' } as never; // no figures: drawing it throws
    const { pipe } = renderToPipeableStream(
      <main>
        <PanelView answer={broken} title={undefined} />
        <PanelView answer={{ kind: 'text', text: 'The other one' } as never} title={undefined} />
      </main>,
      {
        onAllReady: () => void text(pipe(new PassThrough())).then(resolve, reject),
        onShellError: reject,
        onError: (e) => void failures.push(e),
      },
    );
  });
  expect(failures).toHaveLength(1);
  expect(page).toContain('The other one');
  expect(KeptApart.getDerivedStateFromError()).toEqual({ hasFailed: true });
});
