package typeset

import (
	"fmt"
	"sort"
	"strings"

	"github.com/xuri/excelize/v2"

	"caunoi/backend/document"
)

// chartTypes are the charts of Excel by which drawings are shown.
var chartTypes = map[document.ChartKind]excelize.ChartType{
	document.ChartBars:    excelize.Bar,
	document.ChartStacked: excelize.BarStacked,
	document.ChartLine:    excelize.Line,
}

// drawingSheet writes the numbers of a drawing as a table on a sheet of its own, with a chart of Excel's own below it that
// follows them when they are corrected. A matrix has no such chart: its table says the same.
func (w *workbookWriter) drawingSheet(d *document.Drawing, landscape bool, label string) string {
	table := d.Table()
	sheet := w.tableSheet(table, landscape, label, w.clean(d.Caption))
	c := d.Chart
	if c == nil || len(c.Categories) == 0 || w.first != nil {
		return sheet
	}
	quoted := "'" + strings.ReplaceAll(sheet, "'", "''") + "'"
	last := len(c.Categories) + 1
	font := excelize.Font{Family: sheetFont, Size: 11, Color: "000000"}
	off := "none" // what the sheet does not say, the chart does not either
	chart := &excelize.Chart{
		Type: chartTypes[c.Kind],
		Title: excelize.ChartTitle{
			Paragraph: []excelize.RichTextRun{
				{Text: w.cellWords(d.Caption), Font: &excelize.Font{Family: sheetFont, Size: 12, Bold: true}},
			},
		},
		Legend:       excelize.ChartLegend{Position: "top", Font: &font},
		PlotArea:     excelize.ChartPlotArea{ShowVal: true},
		Dimension:    excelize.ChartDimension{Width: uint(w.w / 25.4 * 96), Height: uint(260 + 22*len(c.Categories))},
		ShowBlanksAs: "gap",
		YAxis:        excelize.ChartAxis{Minimum: new(float64), MajorGridLines: true, Font: font},
		XAxis: excelize.ChartAxis{
			ReverseOrder: c.Kind != document.ChartLine,
			Font:         font,
		}, // the first category on top, as in the table
	}
	if len(c.Series) == 1 {
		chart.Legend.Position = off
	}
	if c.Max > 0 && c.Top() == c.Max {
		top := c.Max
		if c.Unit == "%" {
			top /= 100
		}
		chart.YAxis.Maximum = &top
	}
	for i, s := range c.Series {
		column, err := excelize.ColumnNumberToName(i + 2)
		w.note(err)
		series := excelize.ChartSeries{
			Name:       fmt.Sprintf("%s!$%s$1", quoted, column),
			Categories: fmt.Sprintf("%s!$A$2:$A$%d", quoted, last),
			Values:     fmt.Sprintf("%s!$%s$2:$%s$%d", quoted, column, column, last),
		}
		if series.Fill = grey(sheetTones[s.Tone]); c.Kind == document.ChartLine {
			series.Fill, series.Line = grey(
				"000000",
			), excelize.LineOptions{
				Type:  excelize.LineSolid,
				Width: 1.5,
				Dash:  []excelize.LineDashType{excelize.LineDashSolid, excelize.LineDashSysDash}[i%2],
			}
			series.Marker = excelize.ChartMarker{Symbol: []string{"circle", "square", "triangle"}[i%3], Size: 6, Fill: grey("000000")}
		}
		chart.Series = append(chart.Series, series)
	}
	at, err := excelize.CoordinatesToCellName(1, last+2)
	w.note(err)
	w.note(w.f.AddChart(sheet, at, chart))
	if types := w.f.ContentTypes; types != nil { // the library notes the kinds of files in another order each time
		sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	}
	return sheet
}

func grey(tone string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{tone}}
}

// sheetTones are the tones as Excel fills bars: greys only, none of them white, for the bars have neither hatch nor outline.
var sheetTones = map[document.Tone]string{
	document.ToneNone:  "F2F2F2",
	document.ToneLight: "C9C9C9",
	document.ToneMid:   "8C8C8C",
	document.ToneDark:  "595959",
	document.ToneSlant: "ABABAB",
	document.ToneCross: "DEDEDE",
}
