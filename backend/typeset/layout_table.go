package typeset

import (
	"math"

	"caunoi/backend/document"
	"caunoi/backend/fault"
)

const (
	padX = 1.5 // mm inside a cell, left and right
	padY = 1.0 // mm above and below

	splitAbove = 100 // mm: only a higher row is divided between pages
)

// tableHead is the head of a table, drawn again on every page it continues on.
type tableHead struct {
	h    float64
	rows []float64 // their heights
	draw func(pg *Page, x, y float64)
}

// setCell is a cell with its lines set.
type setCell struct {
	x, w  float64
	lines []textLine
	align document.Align
	span  int
}

// setRow is a row ready to draw.
type setRow struct {
	cells []setCell
	h     float64
	kind  document.RowKind
}

// tableForm holds what all rows of a table share.
type tableForm struct {
	columns []document.Column
	x       []float64 // left edges, and the right edge of the last column
	size    float64
	line    float64 // line height
}

func (l *Layout) tableForm(t document.Table) tableForm {
	f := tableForm{columns: t.Columns, size: t.Size, x: make([]float64, len(t.Columns)+1)}
	if f.size == 0 {
		f.size = 12
		if len(t.Columns) > 8 {
			f.size = 11
		}
	}
	f.line = 1.2 * f.size * mmPerPt
	sum := 0.0
	for _, column := range t.Columns {
		sum += column.Width
	}
	for i, column := range t.Columns {
		f.x[i+1] = f.x[i] + column.Width*l.w/sum
	}
	l.widen(&f, t)
	return f
}

// Row sets the cells of one row.
func (l *Layout) row(f tableForm, r document.Row) setRow {
	set := setRow{kind: r.Kind, cells: make([]setCell, 0, len(r.Cells))}
	column := 0
	for _, cell := range r.Cells {
		if column >= len(f.columns) {
			break
		}
		span := min(max(cell.ColSpan, 1), len(f.columns)-column)
		set.cells = append(set.cells, l.cell(f, cell, column, span, r.Kind != document.RowPlain))
		column += span
	}
	for ; column < len(f.columns); column++ { // a short row is filled up, so that the grid is whole
		set.cells = append(set.cells, setCell{x: f.x[column], w: f.x[column+1] - f.x[column], span: 1})
	}
	lines := 1
	for _, cell := range set.cells {
		lines = max(lines, len(cell.lines))
	}
	set.h = max(float64(lines)*f.line+2*padY, r.Height)
	return set
}

func (l *Layout) cell(f tableForm, c document.Cell, column, span int, strong bool) setCell {
	set := setCell{x: f.x[column], w: f.x[column+span] - f.x[column], align: c.Align, span: span}
	if set.align == document.AlignDefault {
		set.align = f.columns[column].Align
	}
	if set.align == document.AlignDefault {
		set.align = document.AlignLeft
		if c.Number != nil {
			set.align = document.AlignCentre
		}
	}
	if text := l.clean(c.Text); text != "" {
		room := math.Max(set.w-2*padX, 1)
		set.lines = wrap(
			fragments([]document.Run{{Text: text, Link: c.Link}}, f.size, styleOf(c.Bold || strong, c.Italic)),
			room,
			room,
			f.size,
		)
	}
	return set
}

// drawRow draws lines from up to (not including) to of each cell, in an area of height h.
func (f tableForm) drawRow(pg *Page, r setRow, x, y, h float64, from, to int, middle bool, what Role) {
	for n, cell := range r.cells {
		pg.Cells = append(pg.Cells, CellArea{x + cell.x, y, cell.w, h, n})
		index := int32(len(pg.Cells))
		pg.upright(x+cell.x, y, y+h)
		top := y
		if from == 0 {
			top += padY
		}
		if middle {
			top = y + (h-float64(len(cell.lines))*f.line)/2
		}
		for i := from; i < min(to, len(cell.lines)); i++ {
			base := baseline(top+float64(i-from)*f.line, f.line, f.size)
			pg.setLine(cell.lines[i], x+cell.x+padX, base, cell.w-2*padX, f.size, cell.align, what, index)
		}
	}
	pg.upright(x+f.x[len(f.columns)], y, y+h)
}

func (f tableForm) right() float64 { return f.x[len(f.columns)] }

// Table sets a table. The total stays with the row above it, a group's name with the row below.
func (l *Layout) table(t document.Table) []chunk {
	f := l.tableForm(t)
	head := l.tableHead(f, t.Head)
	most := l.pageHeight() / 2
	if head.h > most {
		l.err = fault.Invalid("table", "Tên cột của bảng quá dài, phần đầu bảng chiếm hơn nửa trang. Hãy rút ngắn tên cột.")
		return nil
	}
	most = math.Min(splitAbove, l.pageHeight()-head.h-1)
	chunks := []chunk{{h: head.h, keep: true, draw: head.draw, head: head, isHead: true}}
	for _, r := range t.BodyRows() {
		set := l.row(f, r)
		if r.Kind == document.RowTotal && len(chunks) > 1 {
			chunks[len(chunks)-1].keep = true
		}
		if set.h > most {
			chunks = append(chunks, l.longRow(f, set, head)...)
			continue
		}
		chunks = append(chunks, chunk{h: set.h, keep: r.Kind == document.RowGroup, head: head, draw: func(pg *Page, x, y float64) {
			f.drawRow(pg, set, x, y, set.h, 0, math.MaxInt32, false, RoleCell)
			pg.rule(x, x+f.right(), y+set.h, hairline)
		}})
		if r.Kind == document.RowGroup && len(r.Cells) > 0 {
			headed(chunks[len(chunks)-1:], rankGroup, CleanText(r.Cells[0].Text))
		}
	}
	return chunks
}

// longRow divides a row higher than 100 mm line by line; the grid is closed at the foot of each page.
func (l *Layout) longRow(f tableForm, set setRow, head *tableHead) []chunk {
	count := 1
	for _, cell := range set.cells {
		count = max(count, len(cell.lines))
	}
	var chunks []chunk
	for i := range count {
		h := f.line
		if i == 0 {
			h += padY
		}
		c := chunk{h: h, head: head, keep: i == 0 || i == count-2, close: func(pg *Page, x, y float64) {
			pg.rule(x, x+f.right(), y, hairline)
		}}
		if i == count-1 {
			c.h, c.close = h+padY, nil
		}
		height := c.h
		c.draw = func(pg *Page, x, y float64) {
			f.drawRow(pg, set, x, y, height, i, i+1, false, RoleCell)
			if i == count-1 {
				pg.rule(x, x+f.right(), y+height, hairline)
			}
		}
		chunks = append(chunks, c)
	}
	return chunks
}
