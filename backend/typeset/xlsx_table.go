package typeset

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"caunoi/backend/dates"
	"caunoi/backend/document"
)

// tableSheet writes a table on a sheet of its own, from its first line, and returns the sheet's name.
func (w *workbookWriter) tableSheet(t document.Table, landscape bool, label, title string) string {
	sheet := w.sheetName(label)
	if _, err := w.f.NewSheet(sheet); err != nil {
		w.note(err)
		return sheet
	}
	form, heights := w.sheetForm(t)
	for i := range t.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		w.note(err)
		w.note(w.f.SetColWidth(sheet, name, name, columnWidth(form.x[i+1]-form.x[i])))
	}
	head := excelStyle{look: Bold, align: document.AlignCentre, size: form.size, grid: true, middle: true}
	for _, c := range document.PlaceHead(t.Head, len(t.Columns)) {
		for line := c.Row; line < c.Row+c.Rows; line++ {
			for column := c.Column; column < c.Column+c.Span; column++ {
				text := ""
				if line == c.Row && column == c.Column {
					text = w.cellWords(c.Cell.Text)
				}
				w.put(sheet, column+1, line+1, text, head)
			}
		}
		w.merge(sheet, c.Column, c.Row, c.Span, c.Rows)
	}
	for i, h := range w.tableHead(form, t.Head).rows {
		w.height(sheet, i+1, h)
	}
	line := len(t.Head)
	for i, row := range t.BodyRows() {
		w.tableRow(sheet, form, row, line)
		line++
		w.height(sheet, line, heights[i])
	}
	w.page(sheet, landscape, title, len(t.Head))
	return sheet
}

// sheetForm gives a table the columns of its pages, and the heights of its rows in mm. Where a row would be higher than Excel
// takes, all columns grow until its words are seen, up to four times: in print the sheet shrinks to the width of the page.
func (w *workbookWriter) sheetForm(t document.Table) (tableForm, []float64) {
	page := w.w
	defer func() { w.w = page }()
	for {
		form := w.tableForm(t)
		var heights []float64
		highest := 0.0
		for _, row := range t.BodyRows() {
			set := w.row(form, row)
			heights, highest = append(heights, set.h), math.Max(highest, set.h)
		}
		if highest <= mostRowHeight*mmPerPt || w.w > 3*page {
			return form, heights
		}
		w.w *= 1.3
	}
}

// mostRowHeight is the height of a row in pt that Excel takes at most.
const mostRowHeight = 409

// height gives a line the room its words need: merged cells get none by themselves, and not every program that opens a
// workbook reckons the others. Lines count from 1, mm is the height on the page.
func (w *workbookWriter) height(sheet string, line int, mm float64) {
	if w.first == nil {
		w.note(w.f.SetRowHeight(sheet, line, math.Min(mostRowHeight, math.Ceil(mm/mmPerPt))))
	}
}

func (w *workbookWriter) tableRow(sheet string, form tableForm, row document.Row, line int) {
	column := 0
	for _, cell := range row.Cells {
		if column >= len(form.columns) {
			break
		}
		span := min(max(cell.ColSpan, 1), len(form.columns)-column)
		set := w.cell(form, document.Cell{Align: cell.Align, Number: cell.Number}, column, span, false)
		value, format := w.typed(cell, set.align != document.AlignLeft)
		style := excelStyle{
			look:   styleOf(cell.Bold || row.Kind != document.RowPlain, cell.Italic),
			align:  set.align,
			size:   form.size,
			format: format,
			grid:   true,
		}
		w.put(sheet, column+1, line+1, value, style)
		style.format = ""
		for i := column + 1; i < column+span; i++ {
			w.put(sheet, i+1, line+1, "", style)
		}
		w.merge(sheet, column, line, span, 1)
		column += span
	}
	for ; column < len(form.columns); column++ {
		w.put(sheet, column+1, line+1, "", excelStyle{align: document.AlignLeft, size: form.size, grid: true})
	}
}

func (w *workbookWriter) cellWords(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(w.clean(text), document.NoBreak, " "))
}

// typed gives the value of a cell and its number format, empty for text. What is printed decides: a value behind the text
// that says something else stays out of the file.
func (w *workbookWriter) typed(c document.Cell, figures bool) (value any, format string) {
	text := w.cellWords(c.Text)
	if day := printedDay(text); day != "" {
		return excelDay(day), "dd/mm/yyyy"
	}
	number, format, ok := readFigure(text)
	switch {
	case !ok:
		return text, ""
	case c.Number != nil:
		// Printed figures are rounded; the value behind them keeps its digits.
		if exact := *c.Number; math.Abs(exact-number) < 0.5001*roundingOf(text) {
			number = exact
		}
		if strings.HasSuffix(text, "%") {
			number /= 100
		}
		return number, format
	case figures && format == "0" && len(text) <= 15:
		return number, format // a plain whole number in a column of figures; "007" is no such number
	}
	return text, ""
}

// printedDay reads a day as reports print it, "05/02/2026"; empty if the text is anything else or before the time Excel counts from.
func printedDay(text string) dates.Date {
	if len(text) != 10 || text[2] != '/' || text[5] != '/' {
		return ""
	}
	day := dates.Date(text[6:] + "-" + text[3:5] + "-" + text[:2])
	if !day.Valid() || day < "1900-03-01" {
		return ""
	}
	return day
}

// excelDay counts days as Excel does, with the 29/02/1900 that never was.
func excelDay(day dates.Date) int { return day.Sub("1899-12-30") }

// readFigure reads a number as Vietnamese papers write it: "1.234,5", "05", "66,7%", "-3". format shows it the same way.
func readFigure(text string) (value float64, format string, ok bool) {
	body, percent := strings.CutSuffix(text, "%")
	digits := strings.TrimPrefix(body, "-")
	whole, part, decimals := strings.Cut(digits, ",")
	groups := strings.Split(whole, ".")
	for i, group := range groups {
		if group == "" || strings.Trim(group, "0123456789") != "" || (i > 0 && len(group) != 3) || (len(groups) > 1 && len(groups[0]) > 3) {
			return 0, "", false
		}
	}
	if (decimals && part == "") || strings.Trim(part, "0123456789") != "" {
		return 0, "", false
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(strings.ReplaceAll(body, ".", ""), ",", "."), 64)
	if err != nil {
		return 0, "", false
	}
	switch {
	case len(groups) > 1:
		format = "#,##0"
	case whole[0] == '0' && len(whole) > 1:
		format = strings.Repeat("0", len(whole))
	default:
		format = "0"
	}
	if decimals {
		format += "." + strings.Repeat("0", len(part))
	}
	if percent {
		format += "%"
	}
	return value, format, true
}

// roundingOf is the worth of the last digit printed.
func roundingOf(text string) float64 {
	_, part, _ := strings.Cut(strings.TrimSuffix(text, "%"), ",")
	return math.Pow10(-len(part))
}

// merge joins cells; columns and lines count from 0.
func (w *workbookWriter) merge(sheet string, column, line, columns, lines int) {
	if w.first != nil || (columns <= 1 && lines <= 1) {
		return
	}
	from, err := excelize.CoordinatesToCellName(column+1, line+1)
	w.note(err)
	to, err := excelize.CoordinatesToCellName(column+columns, line+lines)
	w.note(err)
	w.note(w.f.MergeCell(sheet, from, to))
}

// sheetName makes a name Excel takes: up to 31 characters, without []:*?/\, told apart from the others.
func (w *workbookWriter) sheetName(label string) string {
	w.tables++
	name := strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return '-'
		}
		return r
	}, document.OneSpace(label)), "' ")
	if runes := []rune(name); len(runes) > 24 {
		name = strings.TrimSpace(string(runes[:24]))
	}
	if name == "" || !hasOnlyPlane0(name) {
		name = fmt.Sprintf("Bảng %d", w.tables)
	}
	unique := name
	for i := 2; w.names[strings.ToLower(unique)]; i++ {
		unique = fmt.Sprintf("%s (%d)", name, i)
	}
	w.names[strings.ToLower(unique)] = true
	return unique
}

// hasOnlyPlane0 tells that every character counts as one: Excel measures names in UTF-16.
func hasOnlyPlane0(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r > 0xffff })
}

// columnWidth turns mm into Excel's unit, the width of a digit (7 pixels of 1/96 inch, 5 around them).
func columnWidth(mm float64) float64 {
	return math.Min(255, math.Max(2, math.Round((mm/25.4*96-5)/7*100)/100))
}

// page sets sheet, margins as on the page, one page in width, and the head rows repeated in print and fixed on the screen.
func (w *workbookWriter) page(sheet string, landscape bool, title string, head int) {
	if w.first != nil {
		return
	}
	a4, wide, high, fit, orientation := 9, 1, 0, true, "portrait"
	inch := func(mm float64) *float64 { v := mm / 25.4; return &v }
	margins := excelize.PageLayoutMarginsOptions{
		Top:    inch(20),
		Bottom: inch(20),
		Left:   inch(30),
		Right:  inch(15),
		Header: inch(10),
		Footer: inch(10),
	}
	if landscape {
		orientation = "landscape"
		margins = excelize.PageLayoutMarginsOptions{
			Top:    inch(30),
			Bottom: inch(15),
			Left:   inch(20),
			Right:  inch(20),
			Header: inch(10),
			Footer: inch(7),
		}
	}
	w.note(
		w.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}),
	)
	w.note(w.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	w.note(w.f.SetPageMargins(sheet, &margins))
	heading := excelize.HeaderFooterOptions{OddFooter: "&C&P"}
	if title = strings.ReplaceAll(document.OneSpace(title), "&", "&&"); title != "" && len([]rune(title)) < 200 { // Excel takes 255 in all
		heading.OddHeader = `&C&"` + sheetFont + `,Bold"` + title
	}
	w.note(w.f.SetHeaderFooter(sheet, &heading))
	if head == 0 {
		return
	}
	corner, err := excelize.CoordinatesToCellName(1, head+1)
	w.note(err)
	w.note(w.f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: corner, ActivePane: "bottomLeft"}))
	w.note(w.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet,
		RefersTo: fmt.Sprintf("'%s'!$1:$%d", strings.ReplaceAll(sheet, "'", "''"), head)}))
}
