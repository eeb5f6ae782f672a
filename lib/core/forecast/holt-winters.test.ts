import { expect, test } from 'vitest';
import { fitHoltWinters, smooth } from './holt-winters';

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

/** R's own beginning: a centred moving average of the first two years, a line through it, and what is left by month, without its mean. */
function startAsInR(values: Float64Array) {
  const trend = Array.from({ length: 12 }, (_, i) => {
    const year = [...values.subarray(i, i + 13)];
    return (year.reduce((a, b) => a + b) - ((year[0] ?? 0) + (year[12] ?? 0)) / 2) / 12;
  });
  const mean = trend.reduce((a, b) => a + b) / 12;
  const slope = trend.reduce((sum, v, i) => sum + (i - 5.5) * (v - mean), 0) / 143;
  const left = Array.from({ length: 12 }, (_, month) => (values[month < 6 ? month + 12 : month] ?? 0) - (trend[(month + 6) % 12] ?? 0));
  const middle = left.reduce((a, b) => a + b) / 12;
  return { level: mean - slope * 6.5, trend: slope, season: Float64Array.from(left, (v) => v - middle) };
}

test('on the airline passengers it ends in the state that R publishes for its smoothing', () => {
  // HoltWinters(AirPassengers, seasonal = "additive"), which spends the first year on its start.
  const smoothing = { alpha: 0.2479595, beta: 0.03453373, gamma: 1 };
  const { state } = smooth(airPassengers.subarray(12), startAsInR(airPassengers), smoothing);
  expect(state.level).toBeCloseTo(477.827781, 3);
  expect(state.trend).toBeCloseTo(3.127627, 3);
  const published = [-27.457685, -54.692464, -20.174608, 12.91912, 18.873607, 75.294426];
  published.push(152.888368, 134.613464, 33.778349, -18.37906, -87.772408, -45.827781);
  published.forEach((s, month) => {
    expect(state.season[month]).toBeCloseTo(s, 3);
  });
});

test('one step by hand', () => {
  // Forecast 10 + 1 + 2 = 13, actual 17, missed by 4: l = 11 + 0.5·4 = 13, b = 1 + 0.5·0.1·4 = 1.2, s = 2 + 0.2·(1 − 0.5)·4 = 2.4.
  const { state, squares } = smooth(
    Float64Array.of(17),
    { level: 10, trend: 1, season: Float64Array.of(2, -2) },
    { alpha: 0.5, beta: 0.1, gamma: 0.2 },
  );
  expect(state.level).toBeCloseTo(13, 12);
  expect(state.trend).toBeCloseTo(1.2, 12);
  expect(state.season[0]).toBeCloseTo(2.4, 12);
  expect(squares).toBeCloseTo(16, 12);
});

test('a missing value moves the level on and teaches nothing', () => {
  const start = { level: 10, trend: 1, season: Float64Array.of(2, -2) };
  const { state, squares } = smooth(Float64Array.of(Number.NaN), start, { alpha: 0.5, beta: 0.1, gamma: 0.2 });
  expect(state).toEqual({ level: 11, trend: 1, season: start.season });
  expect(squares).toBe(0);
});

test.each([
  ['complete', []],
  ['with gaps', [3, 17, 18, 40]],
])('it continues a line with a weekly season, %s', (_, gaps) => {
  const n = 56;
  const values = trendAndSeason(n);
  for (const gap of gaps) values[gap] = Number.NaN;
  const out = new Float64Array(28);
  fitHoltWinters(values, 7).run(new Float64Array(28), out, true);
  const truth = trendAndSeason(n + 28).subarray(n);
  const worst = Math.max(...out.map((v, h) => Math.abs(v - (truth[h] ?? 0))));
  expect(worst).toBeLessThan(gaps.length ? 2 : 1e-8);
});

test('its trend goes no further ahead than the history goes back, and not at all when told so', () => {
  const out = new Float64Array(100);
  const fitted = fitHoltWinters(trendAndSeason(28), 7);
  fitted.run(new Float64Array(100), out, true);
  expect((out[55] ?? 0) - (out[48] ?? 0)).toBeCloseTo(0, 8);
  expect(out[27]).toBeCloseTo(100 + 0.5 * 55 - 12, 8);
  fitted.run(new Float64Array(100), out, false);
  expect((out[20] ?? 0) - (out[6] ?? 0)).toBeCloseTo(0, 8);
});

test('noise alone earns no trend', () => {
  const values = Float64Array.from({ length: 84 }, (_, t) => 100 + (weekly[t % 7] ?? 0) + 5 * Math.sin(t * t));
  const out = new Float64Array(28);
  fitHoltWinters(values, 7).run(new Float64Array(28), out, true);
  expect(out[27]).toBeCloseTo(out[6] ?? 0, 8);
});
