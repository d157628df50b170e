import type { Go } from '../../api/client';
import type { ChartOption } from './chart';

type Chart = Go.document.Chart;

const INK = '#1f1b16';
const SOFT = '#4a433a';
const BLUE = '#1b4a78';
const PALE = '#e9e2d6';
const LINE = '#b9b0a4';
const AMBER = '#e0a63a';
const FONT = { fontFamily: 'Be Vietnam Pro, Segoe UI, Tahoma, sans-serif', color: INK };

/** A number as the screen writes it: "85,7". */
export const written = (value: number) => String(Math.round(value * 10) / 10).replace('.', ',');

/** The same without parts of a percent: there is room for two digits above a column. */
const rough = (point: Go.document.Point) => {
  const { value, low, high } = point;
  if (low !== undefined && low !== null && high !== undefined && high !== null && Math.round(low) !== Math.round(high))
    return `${Math.round(low)}–${Math.round(high)}`;
  return value === null || value === undefined ? '' : String(Math.round(value));
};

/** What stands at a point: its value, or its bounds where it is not settled yet; nothing where nothing is known. */
export function pointText(point: Go.document.Point): string {
  const { value, low, high } = point;
  if (low !== undefined && low !== null && high !== undefined && high !== null && low !== high)
    return `${written(low)}–${written(high)}`;
  return value === null || value === undefined ? '' : written(value);
}

const monthsAxis = (names: string[], size: number) => ({
  type: 'category' as const,
  data: names.map((each) => `${Number(each.slice(0, 2))}${each.includes('chưa hết') ? '\nchưa hết' : ''}`),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: LINE } },
  axisLabel: { ...FONT, fontSize: size, lineHeight: size * 1.4, interval: 0 },
});

/** One column a month: attended, absent and not recorded as shares of what was owed, the rate above it. */
export function attendanceOption(counts: Chart, rate: Chart, size: number): ChartOption {
  const sums = counts.categories.map((_, i) => counts.series.reduce((n, each) => n + (each.points[i]?.value ?? 0), 0));
  const looks = [
    { color: BLUE },
    { color: PALE, borderColor: SOFT, borderWidth: 1 },
    { color: AMBER, borderColor: SOFT, borderWidth: 1, borderType: 'dashed' as const },
  ];
  return {
    grid: { left: 4, right: 4, top: size * 1.6, bottom: size * 3 },
    xAxis: monthsAxis(counts.categories, size),
    yAxis: { type: 'value', max: 100, show: false },
    series: counts.series.map((each, n) => ({
      type: 'bar' as const,
      stack: 'luot',
      barWidth: '64%',
      itemStyle: looks[n],
      label: {
        show: n === counts.series.length - 1,
        position: 'top' as const,
        formatter: ({ dataIndex }: { dataIndex: number }) => rough(rate.series[0]!.points[dataIndex]!),
        ...FONT,
        fontSize: size,
      },
      data: each.points.map((point, i) => (sums[i] === 0 ? 0 : (100 * (point.value ?? 0)) / sums[i]!)),
    })),
  };
}

/** A line that breaks where nothing is known; an unfinished month is a hollow point. */
export function trendOption(chart: Chart, size: number): ChartOption {
  const points = chart.series[0]?.points ?? [];
  const known = points.flatMap((each, i) => (each.value === null || each.value === undefined ? [] : [i]));
  const told = new Set([known[0], known.at(-1)]);
  return {
    grid: { left: 14, right: 22, top: size * 1.8, bottom: size * 1.6 },
    xAxis: {
      type: 'category',
      data: chart.categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: {
        ...FONT,
        fontSize: size,
        interval: (i: number) => i === 0 || i === chart.categories.length - 1,
        formatter: (name: string) => name.replace(' chưa hết', ''),
      },
    },
    yAxis: { type: 'value', show: false, min: 0, max: chart.max || undefined },
    series: [
      {
        type: 'line',
        connectNulls: false,
        lineStyle: { color: BLUE, width: 2 },
        symbolSize: 7,
        data: points.map((point, i) => ({
          value: point.value ?? '-',
          symbol: chart.categories[i]?.includes('chưa hết') ? 'emptyCircle' : 'circle',
          itemStyle: { color: BLUE },
          label: { show: told.has(i), formatter: pointText(point), ...FONT, fontWeight: 600, fontSize: size },
        })),
      },
    ],
  };
}
