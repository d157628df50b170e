/**
 * The sky behind the lunar calendar: when the moon is new and where the sun stands. The same formulae as Go's package
 * dates (lunar_sky.go), after J. Meeus, "Astronomical Algorithms", chapters 49, 25 and 10; both are tested against one
 * table of month starts. Kept here as well so that a day's lunar day shows without asking Go.
 */

const SYNODIC_MONTH = 29.530588861; // days, mean
const J2000 = 2451545.0; // Julian day of 2000-01-01 12:00
const UNIX_JULIAN = 2440587.5; // Julian day of 1970-01-01 00:00 UTC
/** The calendar is reckoned at UTC+7; at UTC+8, as in China, some months begin on another day. */
const VIETNAM = 7 / 24;

type Three = readonly [number, number, number];

/** Days · sin(m·M + l·M' + f·F), with E to the power |m|. */
const newMoonTerms: readonly (readonly [number, number, number, number])[] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
  [-0.00007, 2, 1, 0],
  [0.00004, 0, 2, -2],
  [0.00004, 3, 0, 0],
  [0.00003, 1, 1, -2],
  [0.00003, 0, 2, 2],
  [-0.00003, 1, 1, 2],
  [0.00003, -1, 1, 2],
  [-0.00002, -1, 1, -2],
  [-0.00002, 1, 3, 0],
  [0.00002, 0, 4, 0],
];

/** The pulls of the planets: days · sin(start + rate·k), the first with a term in T². */
const planetaryTerms: readonly Three[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];

/** VSOP87 for the earth's longitude: 10⁻⁸ radian, phase, speed per thousand years; series for T⁰, T¹ and T². */
const earthTerms: readonly (readonly Three[])[] = [
  [
    [175347046, 0, 0],
    [3341656, 4.6692568, 6283.07585],
    [34894, 4.6261, 12566.1517],
    [3497, 2.7441, 5753.3849],
    [3418, 2.8289, 3.5231],
    [3136, 3.6277, 77713.7715],
    [2676, 4.4181, 7860.4194],
    [2343, 6.1352, 3930.2097],
    [1324, 0.7425, 11506.7698],
    [1273, 2.0371, 529.691],
    [1199, 1.1096, 1577.3435],
    [990, 5.233, 5884.927],
    [902, 2.045, 26.298],
    [857, 3.508, 398.149],
    [780, 1.179, 5223.694],
    [753, 2.533, 5507.553],
    [505, 4.583, 18849.228],
    [492, 4.205, 775.523],
    [357, 2.92, 0.067],
    [317, 5.849, 11790.629],
    [284, 1.899, 796.298],
    [271, 0.315, 10977.079],
    [243, 0.345, 5486.778],
    [206, 4.806, 2544.314],
    [205, 1.869, 5573.143],
    [202, 2.458, 6069.777],
    [156, 0.833, 213.299],
    [132, 3.411, 2942.463],
    [126, 1.083, 20.775],
    [115, 0.645, 0.98],
    [103, 0.636, 4694.003],
    [102, 0.976, 15720.839],
    [102, 4.267, 7.114],
  ],
  [
    [628331966747, 0, 0],
    [206059, 2.678235, 6283.07585],
    [4303, 2.6351, 12566.1517],
    [425, 1.59, 3.523],
    [119, 5.796, 26.298],
    [109, 2.966, 1577.344],
  ],
  [
    [52919, 0, 0],
    [8720, 1.0721, 6283.0758],
    [309, 0.867, 12566.152],
  ],
];

/** Seconds by which even time runs ahead of the turning earth (ΔT), by decade; expected values after 2020. */
const clockDriftSeconds = [
  13.7,
  12.5,
  12.0,
  7.5,
  5.7,
  7.1,
  7.9,
  1.6,
  -5.4,
  -5.9, // 1800 … 1890
  -2.7,
  10.5,
  21.2,
  24.0,
  24.3,
  29.1,
  33.2,
  40.2,
  50.5,
  56.9, // 1900 … 1990
  63.8,
  66.1,
  69.4,
  70,
  73,
  77,
  82,
  88,
  94,
  101,
  108, // 2000 … 2100
];

const sin = (degrees: number) => Math.sin(((degrees % 360) * Math.PI) / 180);

function clockDrift(julian: number): number {
  const decade = (julian - J2000) / 3652.5 + 20;
  const i = Math.min(Math.max(Math.trunc(decade), 0), clockDriftSeconds.length - 2);
  const from = clockDriftSeconds[i] ?? 0;
  const to = clockDriftSeconds[i + 1] ?? 0;
  return (from + (decade - i) * (to - from)) / 86400;
}

/** Julian day (universal time) of the k-th new moon after the one of 2000-01-06. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2 - 0.00000011 * t ** 3;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3 - 0.000000058 * t ** 4;
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3 + 0.000000011 * t ** 4;
  const ascending = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2 + 0.00000215 * t ** 3;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  let at = 2451550.09766 + SYNODIC_MONTH * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3 + 0.00000000073 * t ** 4;
  for (const [days, m, l, f] of newMoonTerms) {
    at += days * eccentricity ** Math.abs(m) * sin(m * sun + l * moon + f * node);
  }
  at -= 0.00017 * sin(ascending);
  planetaryTerms.forEach(([days, start, rate], i) => {
    at += days * sin(start + rate * k - (i === 0 ? 0.009173 * t ** 2 : 0));
  });
  return at - clockDrift(at);
}

/** The sun's apparent longitude in degrees, 0 ≤ λ < 360, at a Julian day of universal time. */
function sunLongitude(julian: number): number {
  const t = (julian + clockDrift(julian) - J2000) / 365250;
  let earth = 0;
  earthTerms.forEach((series, power) => {
    for (const [size, phase, speed] of series) earth += 1e-8 * t ** power * size * Math.cos(phase + speed * t);
  });
  const node = 125.04 - 19341.36 * t;
  const mean = 280.4665 + 360007.698 * t;
  const apparent =
    (earth * 180) / Math.PI + 180 - 0.00002509 - 0.005692 - 0.004778 * sin(node) - 0.000367 * sin(2 * mean);
  return apparent - 360 * Math.floor(apparent / 360);
}

/** Days here are serials: whole days since 1970-01-01. */
export function newMoonDay(k: number): number {
  return Math.floor(newMoon(k) - UNIX_JULIAN + VIETNAM);
}

/** Which twelfth of its path (0–11, 9 begins at the winter solstice) the sun is in as the local day begins. */
export function sunSign(day: number): number {
  return Math.trunc(sunLongitude(day + UNIX_JULIAN - VIETNAM) / 30);
}

/** Index of the new moon on or last before a day. */
export function newMoonBefore(day: number): number {
  let k = Math.floor((day + UNIX_JULIAN - 2451550.1) / SYNODIC_MONTH) + 1;
  while (newMoonDay(k) > day) k--;
  return k;
}
