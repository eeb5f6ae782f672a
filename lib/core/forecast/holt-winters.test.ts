import { expect, test } from 'vitest';
import { fitHoltWinters, slopeOf, smooth, startOf } from './holt-winters';

const weekly = [0, 5, 8, 6, 2, -9, -12];
const trendAndSeason = (n: number) => Float64Array.from({ length: n }, (_, t) => 100 + 0.5 * t + (weekly[t % 7] ?? 0));

/** Box and Jenkins' airline passengers, 1949 to 1960, in thousands a month. */
const airPassengers = Float64Array.of(
  ...[112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140],
  ...[145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194],
  ...[196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229],
  ...[242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306],
  ...[315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337],
  ...[360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432],
);

test('on the airline passengers it ends in the state that R publishes for the same smoothing', () => {
  // HoltWinters(AirPassengers, seasonal = "additive"): a 477.827781, b 3.127627, s1 -27.457685 … s12 -45.827781. R begins from another state, which 144
  // months all but forget.
  const start = startOf(airPassengers.subarray(0, 24), 12, slopeOf(airPassengers.subarray(0, 24), 12));
  const { state } = smooth(airPassengers, start, { alpha: 0.2479595, beta: 0.0345373, gamma: 1 });
  console.log(state);
  expect(state.level).toBeCloseTo(477.827781, 1);
  expect(state.trend).toBeCloseTo(3.127627, 1);
  const published = [-27.46, -54.69, -20.17, 12.92, 18.87, 75.29, 152.89, 134.61, 33.78, -18.38, -87.77, -45.83];
  published.forEach((s, month) => {
    expect(state.season[month]).toBeCloseTo(s, 0);
  });
});
