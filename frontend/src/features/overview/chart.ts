import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type ComposeOption } from 'echarts/core';
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

// Only what the overview draws is taken along.
use([BarChart, LineChart, GridComponent, SVGRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption>;

/** Where a point of a series lies on the picture, in its pixels. */
export type PixelOf = (category: number, value: number) => { x: number; y: number };

/**
 * Draws a chart as an SVG picture of the given size. It is written as text and read again, so that its styles can be set one by
 * one: the page's policy allows none in the markup. Nothing in it moves or listens; what can be pressed lies over it.
 */
export function drawChart(
  option: ChartOption,
  width: number,
  height: number,
): { picture: SVGElement; pixelOf: PixelOf } {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ ...option, animation: false });
  const text = chart.renderToSVGString();
  const points = new Map<string, { x: number; y: number }>();
  const pixelOf: PixelOf = (category, value) => {
    const key = `${category} ${value}`;
    const known = points.get(key);
    if (known) return known;
    const [x = 0, y = 0] = chart.convertToPixel('grid', [category, value]);
    points.set(key, { x, y });
    return { x, y };
  };
  return { picture: withoutInlineStyles(text), pixelOf };
}

/** The picture with every style set through the object model, and none in the markup. */
function withoutInlineStyles(text: string): SVGElement {
  const styles: string[] = [];
  const bare = text.replace(/<style[^]*?<\/style>/g, '');
  const marked = bare.replace(/ style="([^"]*)"/g, (_, style: string) => ` data-look="${styles.push(style) - 1}"`);
  const picture = new DOMParser().parseFromString(marked, 'image/svg+xml').documentElement as unknown as SVGElement;
  for (const each of [picture, ...picture.querySelectorAll<SVGElement>('[data-look]')]) {
    const at = each.getAttribute('data-look');
    if (at === null) continue;
    each.removeAttribute('data-look');
    each.style.cssText = decode(styles[Number(at)] ?? '');
  }
  return picture;
}

const decode = (style: string) => style.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
