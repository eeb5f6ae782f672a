'use client';

import { type ComponentType, lazy, Suspense } from 'react';

// What draws is a good deal of code, and a page can be read and used before it is there: it is loaded after the page, into room of its size.

/** A drawing that is loaded when it is first wanted; `height` is what it has where nobody says another. */
function later<P extends object>(load: () => Promise<ComponentType<P>>, height: number) {
  const Drawing = lazy(async () => ({ default: await load() }));
  return (props: P) => (
    <Suspense fallback={<div style={{ height: (props as { height?: number }).height ?? height }} />}>
      <Drawing {...props} />
    </Suspense>
  );
}

export const BandLines = later(async () => (await import('./band-lines')).BandLines, 260);
export const BandTreemap = later(async () => (await import('./treemap')).BandTreemap, 320);
export const CumulativeArea = later(async () => (await import('./cumulative-area')).CumulativeArea, 260);
export const DateLines = later(async () => (await import('./date-lines')).DateLines, 180);
export const DayLines = later(async () => (await import('./day-lines')).DayLines, 200);
export const LogHistogram = later(async () => (await import('./log-histogram')).LogHistogram, 200);
export const StackedBars = later(async () => (await import('./stacked-bars')).StackedBars, 260);
export const VolumeLine = later(async () => (await import('./volume-line')).VolumeLine, 240);
