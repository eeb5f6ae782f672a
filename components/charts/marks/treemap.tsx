'use client';

import Big from 'big.js';
import { useId } from 'react';
import { ResponsiveContainer, Tooltip, Treemap } from 'recharts';
import { formatCompact, formatPercent } from '@/lib/core/money/format';
import { Money } from '../../figures/money';
import type { Band, Stack } from '../prepare/stack';
import { tileWords } from '../prepare/tile-words';

interface Tile {
  name: string;
  size: number;
  band: Band;
  [key: string]: unknown;
}

/** Shares of a whole as tiles. Only where every part is positive: a credit has no area. */
export function BandTreemap({ stack, height = 320, label }: { stack: Stack; height?: number; label: string }) {
  const tiles = stack.bands.flatMap((band): Tile[] => {
    const size = new Big(band.total).toNumber();
    return size > 0 ? [{ name: band.label, size, band }] : [];
  });
  return (
    <div style={{ height }} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <Treemap
          data={tiles}
          dataKey="size"
          nameKey="name"
          aspectRatio={1.6}
          isAnimationActive={false}
          content={(node) => <TileOf {...(node as unknown as TileProps)} total={stack.total} currency={stack.currency} />}
        >
          <Tooltip
            isAnimationActive={false}
            content={({ active, payload }) => {
              const band = (payload?.[0]?.payload as Tile | undefined)?.band;
              return active && band ? (
                <p className="max-w-72 whitespace-normal rounded-2 border border-edge bg-surface px-3 py-2 text-12 text-ink [overflow-wrap:anywhere]">
                  <bdi>{band.label}</bdi>: <Money amount={band.total} currency={stack.currency} />,{' '}
                  {formatPercent(new Big(band.total).div(stack.total).toFixed())}
                </p>
              ) : null;
            }}
          />
        </Treemap>
      </ResponsiveContainer>
    </div>
  );
}

interface TileProps {
  x: number;
  y: number;
  width: number;
  height: number;
  depth: number;
  name: string;
  band?: Band;
}

const SIZE = 12;
const weights = { strong: 600, normal: 400 };

/** How wide a text of the page is drawn; a browser that does not say is taken to have a wide font. */
function measured(text: string, weight: keyof typeof weights): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * SIZE * 0.62;
  pen.font = `${weights[weight]} ${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}
let pen: CanvasRenderingContext2D | null = null;

function TileOf({ x, y, width, height, depth, name, band, total, currency }: TileProps & { total: string; currency: string }) {
  const pattern = useId().replace(/[^\w-]/g, '');
  if (depth !== 1 || !band) return null;
  const { figure } = formatCompact(band.total, currency);
  const share = formatPercent(new Big(band.total).div(total).toFixed());
  const words = tileWords({ name, figure, share }, { width, height }, measured);
  return (
    <g>
      {band.hatched && (
        <defs>
          <pattern id={pattern} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" fill={band.colour} fillOpacity="0.08" />
            <rect width="1.4" height="7" fill={band.colour} fillOpacity="0.35" />
          </pattern>
        </defs>
      )}
      <rect
        x={x + 1}
        y={y + 1}
        width={Math.max(0, width - 2)}
        height={Math.max(0, height - 2)}
        fill={band.hatched ? `url(#${pattern})` : band.colour}
        fillOpacity={band.hatched ? 1 : 0.18}
        stroke={band.colour}
      />
      {words && (
        // a font that comes later may be wider: words end with their tile
        <svg x={x} y={y} width={width - 4} height={height} aria-hidden="true">
          {words.name.map(({ text, y }) => (
            <text key={y} x={9} y={y} fontSize={SIZE} fontWeight={weights.strong} fill="var(--color-ink)">
              {text}
            </text>
          ))}
          <text x={9} y={words.figureAt} fontSize={SIZE} fontWeight={weights.normal} fill="var(--color-ink-2)">
            {words.figure}
          </text>
        </svg>
      )}
    </g>
  );
}
