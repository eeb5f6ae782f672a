import Big from 'big.js';

export interface HeadroomInput {
  /** Decimal strings of one currency. */
  cap: string;
  used: string;
  /** Used at the end of the window, if things go on like this. */
  forecast?: string;
  /** Where the use would stand today if it were spread evenly. */
  pace?: string;
  /** Parts of the cap at which somebody is told: 0.8, 1. */
  thresholds?: readonly number[];
}

/** Percent of the drawn width. */
export interface HeadroomGeometry {
  /** Where the cap stands: 100 unless something goes past it. */
  cap: number;
  used: number;
  over: number;
  forecast: { from: number; to: number } | null;
  pace: number | null;
  thresholds: number[];
  /** More than fits is cut, and marked as cut. */
  isCut: boolean;
}

const roomPastCap = 1.25;

export function headroomGeometry({ cap, used, forecast, pace, thresholds = [] }: HeadroomInput): HeadroomGeometry {
  const limit = new Big(cap);
  const ratio = (amount: string) => (limit.gt(0) ? new Big(amount).div(limit).toNumber() : new Big(amount).gt(0) ? roomPastCap : 0);
  const usedRatio = Math.max(0, ratio(used));
  const forecastRatio = forecast === undefined ? usedRatio : Math.max(usedRatio, ratio(forecast));
  const furthest = Math.max(usedRatio, forecastRatio);
  const domain = Math.min(roomPastCap, Math.max(1, furthest));
  const at = (r: number) => (Math.min(domain, Math.max(0, r)) / domain) * 100;
  return {
    cap: at(1),
    used: at(Math.min(1, usedRatio)),
    over: Math.max(0, at(usedRatio) - at(1)),
    forecast: forecastRatio > usedRatio && usedRatio < domain ? { from: at(usedRatio), to: at(forecastRatio) } : null,
    pace: pace === undefined ? null : at(ratio(pace)),
    thresholds: thresholds.filter((t) => t > 0 && t < 1).map(at),
    isCut: furthest > roomPastCap,
  };
}

/** What is left of the cap; negative when it is exceeded. */
export const leftOf = (cap: string, used: string): string => new Big(cap).minus(used).toFixed();
