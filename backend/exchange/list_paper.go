package exchange

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/reports"
	"caunoi/backend/store"
)

// ColumnKind is what a column of a list holds; the page's ColumnKind of tableColumns.ts.
type ColumnKind string

// columnForm is how a column of a kind is set on paper.
type columnForm struct {
	align       document.Align
	least, most float64 // mm; the longest text of the column decides between them
}

// columnForms gives every kind its form; what is not named here is set as a text.
var columnForms = map[ColumnKind]columnForm{
	"day":    {document.AlignCentre, 24, 34},
	"number": {document.AlignRight, 14, 26},
	"symbol": {document.AlignCentre, 22, 40},
	"phone":  {document.AlignCentre, 26, 34},
	"status": {document.AlignLeft, 22, 42},
	"name":   {document.AlignLeft, 34, 58},
	"text":   {document.AlignLeft, 26, 74},
}

const (
	letterWidth   = 2.1 // mm of a letter of 12 pt, on the average
	cellSides     = 4.0 // mm
	orderWidth    = 12.0
	uprightWidth  = 165.0 // of the text block of an upright sheet
	mostListWords = 60
)

// listPaper is a list of the program as a paper: "DANH SÁCH" and its title under the office's letterhead, what it is narrowed to,
// and its rows with a running number. It lies across the sheet when its columns need the room. It takes no number and no
// signature: it is issued by nobody.
func listPaper(tx *store.Tx, in Sheet) (document.Document, error) {
	if len(in.Columns) == 0 || len(in.Columns) > maxColumns || len(in.Rows) > maxRows {
		return document.Document{}, fault.Invalid(
			"rows",
			fmt.Sprintf("Danh sách quá lớn để in (tối đa %d dòng, %d cột). Hãy lọc bớt rồi in lại.", maxRows, maxColumns),
		)
	}
	paper, err := reports.NewPaper(tx, reports.Input{Period: dates.PeriodOf(dates.Month, tx.Today)}, reports.Report{})
	if err != nil {
		return document.Document{}, err
	}
	table := document.Table{
		Columns: []document.Column{{Width: orderWidth, Align: document.AlignCentre}},
		Head:    []document.Row{document.Cells(append([]string{"STT"}, in.Columns...)...)},
	}
	wide := orderWidth
	for i := range in.Columns {
		column := in.column(i)
		table.Columns = append(table.Columns, column)
		wide += column.Width
	}
	for n, row := range in.Rows {
		table.Rows = append(table.Rows, in.line(document.RowPlain, fmt.Sprint(n+1), row))
	}
	if slices.ContainsFunc(in.Totals, func(text string) bool { return text != "" }) {
		table.Rows = append(table.Rows, in.line(document.RowTotal, "", in.Totals))
	}
	doc := document.Document{
		Profile:   paper.Profile,
		Head:      paper.Head,
		Type:      "DANH SÁCH",
		Subject:   listTitle(in.Title),
		Landscape: wide > uprightWidth,
	}
	if note := store.CleanLine(in.Note); note != "" {
		doc.Blocks = append(doc.Blocks, document.Block{Paragraph: &document.Paragraph{
			Runs:         []document.Run{{Text: "(" + note + ")", Italic: true}},
			Align:        document.AlignCentre,
			KeepWithNext: true,
		}})
	}
	doc.Blocks = append(doc.Blocks, document.TableBlock(table))
	return doc, nil
}

// listTitle is the title below "DANH SÁCH", which it does not repeat.
func listTitle(title string) string {
	title = store.CleanLine(title)
	if rest, found := strings.CutPrefix(title, "Danh sách "); found {
		first, size := utf8.DecodeRuneInString(rest)
		return strings.ToUpper(string(first)) + rest[size:]
	}
	return title
}

// line is one row of the printed table; cells that are missing stay blank.
func (s Sheet) line(kind document.RowKind, order string, cells []string) document.Row {
	row := document.Row{Kind: kind, Cells: make([]document.Cell, len(s.Columns)+1)}
	row.Cells[0].Text = order
	for i := range s.Columns {
		if i < len(cells) {
			row.Cells[i+1].Text = store.Clean(cells[i])
		}
	}
	return row
}

// column is the form of the column at a place, as wide as its longest text asks for within what its kind allows.
func (s Sheet) column(at int) document.Column {
	form := columnForms["text"]
	if at < len(s.Kinds) {
		if known, found := columnForms[s.Kinds[at]]; found {
			form = known
		}
	}
	longest := 0
	for _, row := range s.Rows {
		if at < len(row) {
			longest = max(longest, utf8.RuneCountInString(row[at]))
		}
	}
	wanted := float64(min(longest, mostListWords))*letterWidth + cellSides
	return document.Column{Width: math.Min(math.Max(wanted, form.least), form.most), Align: form.align}
}
