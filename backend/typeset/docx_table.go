package typeset

import (
	"strconv"

	"caunoi/backend/document"
)

// wordTable is a table as Word keeps it.
type wordTable struct {
	edges   []float64 // mm, left edges of the columns and the right edge of the last
	rows    []wordRow
	grid    bool    // drawn lines; without them it only places texts side by side
	padX    float64 // mm inside a cell
	padY    float64
	leading float64 // mm of an empty cell's line
}

// wordRow is one row; head rows are printed again on each page.
type wordRow struct {
	cells       []wordCell
	head, whole bool    // whole: never divided between pages
	height      float64 // mm, the least
}

// wordCell covers span columns from column on. merge is "restart" or "continue" for cells over several rows.
type wordCell struct {
	column, span int
	merge        string
	middle       bool
	paragraphs   []wordParagraph
}

// keep binds the last row to what follows.
func (t *wordTable) keep() {
	if len(t.rows) > 0 {
		t.rows[len(t.rows)-1].keep()
	}
}

func (r *wordRow) keep() {
	for i := range r.cells {
		for k := range r.cells[i].paragraphs {
			r.cells[i].paragraphs[k].keep = true
		}
	}
}

func (t *wordTable) write(x *ooxml) {
	last := len(t.edges) - 1
	x.open("w:tbl")
	x.open("w:tblPr")
	x.mark("w:tblW", "w:w", strconv.Itoa(twips(t.edges[last])-twips(t.edges[0])), "w:type", "dxa")
	x.mark("w:tblInd", "w:w", "0", "w:type", "dxa")
	if t.grid {
		x.open("w:tblBorders")
		for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"} {
			x.mark(side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "000000")
		}
		x.close("w:tblBorders")
	}
	x.mark("w:tblLayout", "w:type", "fixed")
	x.open("w:tblCellMar")
	for _, side := range [][2]string{{"w:top", twipText(t.padY)}, {"w:left", twipText(t.padX)}, {"w:bottom", twipText(t.padY)},
		{"w:right", twipText(t.padX)}} {
		x.mark(side[0], "w:w", side[1], "w:type", "dxa")
	}
	x.close("w:tblCellMar", "w:tblPr")
	x.open("w:tblGrid")
	for i := range last {
		x.mark("w:gridCol", "w:w", t.width(i, 1))
	}
	x.close("w:tblGrid")
	for _, row := range t.rows {
		x.open("w:tr")
		x.open("w:trPr")
		if row.whole {
			x.mark("w:cantSplit")
		}
		if row.height > 0 {
			x.mark("w:trHeight", "w:val", twipText(row.height), "w:hRule", "atLeast")
		}
		if row.head {
			x.mark("w:tblHeader")
		}
		x.close("w:trPr")
		for _, cell := range row.cells {
			t.writeCell(x, cell)
		}
		x.close("w:tr")
	}
	x.close("w:tbl")
}

func (t *wordTable) writeCell(x *ooxml, c wordCell) {
	x.open("w:tc")
	x.open("w:tcPr")
	x.mark("w:tcW", "w:w", t.width(c.column, c.span), "w:type", "dxa")
	if c.span > 1 {
		x.mark("w:gridSpan", "w:val", strconv.Itoa(c.span))
	}
	if c.merge != "" {
		x.mark("w:vMerge", "w:val", c.merge)
	}
	if c.middle {
		x.mark("w:vAlign", "w:val", "center")
	}
	x.close("w:tcPr")
	if len(c.paragraphs) == 0 { // a cell without a paragraph is a broken file
		wordParagraph{line: t.leading, align: document.AlignLeft}.write(x, "")
	}
	for _, p := range c.paragraphs {
		p.write(x, "")
	}
	x.close("w:tc")
}

// width gives the width of columns in twips; rounding the edges keeps the sum exact.
func (t *wordTable) width(column, span int) string {
	return strconv.Itoa(twips(t.edges[column+span]) - twips(t.edges[column]))
}

// wordTable makes a table with its head repeated on each page, rows whole up to 100 mm, a group's name with the row
// below it and the total with the row above.
func (l *Layout) wordTable(t document.Table) *wordTable {
	f := l.tableForm(t)
	// Word lays its lines inside the cells, the page lays them on the edges: without the difference a date that fills its
	// column on the page would be divided in Word, and a page hold a row less.
	w := &wordTable{edges: f.x, grid: true, padX: padX - hairline, padY: padY - hairline/2, leading: f.line}
	l.wordHead(w, f, t.Head)
	for _, r := range t.BodyRows() {
		row := wordRow{whole: l.row(f, r).h <= splitAbove, height: r.Height}
		column := 0
		for _, cell := range r.Cells {
			if column >= len(f.columns) {
				break
			}
			span := min(max(cell.ColSpan, 1), len(f.columns)-column)
			row.cells = append(
				row.cells,
				wordCell{column: column, span: span, paragraphs: l.cellText(f, cell, column, span, r.Kind != document.RowPlain)},
			)
			column += span
		}
		for ; column < len(f.columns); column++ {
			row.cells = append(row.cells, wordCell{column: column, span: 1, paragraphs: l.cellText(f, document.Cell{}, column, 1, false)})
		}
		if r.Kind == document.RowTotal {
			w.keep()
		}
		if r.Kind == document.RowGroup {
			row.keep()
		}
		w.rows = append(w.rows, row)
	}
	return w
}

// wordHead sets the head on the grid of columns: each cell that covers several rows goes on in the rows below.
func (l *Layout) wordHead(w *wordTable, f tableForm, rows []document.Row) {
	placed := document.PlaceHead(rows, len(f.columns))
	for r := range rows {
		row := wordRow{head: true, whole: true}
		for column := range f.columns {
			for _, c := range placed {
				if c.Column != column || r < c.Row || r >= c.Row+c.Rows {
					continue
				}
				cell := wordCell{column: column, span: c.Span, middle: true}
				text := c.Cell
				text.Bold = true
				if text.Align == document.AlignDefault {
					text.Align = document.AlignCentre
				}
				switch {
				case r > c.Row:
					cell.merge, text.Text = "continue", ""
				case c.Rows > 1:
					cell.merge = "restart"
				}
				cell.paragraphs = l.cellText(f, text, column, c.Span, true)
				// Names of columns are never divided inside a word of two syllables, as on the page.
				source := fragments([]document.Run{{Text: l.clean(text.Text)}}, f.size, Bold)
				cell.paragraphs[0].runs = joinFrags(bindCompounds(source, f.x[column+c.Span]-f.x[column]-2*padX, f.size), f.size)
				row.cells = append(row.cells, cell)
			}
		}
		row.keep()
		w.rows = append(w.rows, row)
	}
}

// cellText is the one paragraph of a cell; line ends stay line ends.
func (l *Layout) cellText(f tableForm, c document.Cell, column, span int, strong bool) []wordParagraph {
	set := l.cell(f, document.Cell{Align: c.Align, Number: c.Number}, column, span, strong)
	style := styleOf(c.Bold || strong, c.Italic)
	return []wordParagraph{
		{runs: wordRuns([]document.Run{{Text: l.clean(c.Text)}}, f.size, style), align: set.align, line: f.line, size: f.size},
	}
}
