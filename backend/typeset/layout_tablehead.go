package typeset

import (
	"math"

	"caunoi/backend/document"
)

// setHeadCell is a cell of the head with its lines set.
type setHeadCell struct {
	document.HeadCell
	set setCell
}

// tableHead sets the head of a table; cells may cover several columns and several rows.
func (l *Layout) tableHead(f tableForm, rows []document.Row) *tableHead {
	var cells []setHeadCell
	for _, placed := range document.PlaceHead(rows, len(f.columns)) {
		cells = append(cells, setHeadCell{HeadCell: placed})
	}
	heights := make([]float64, len(rows))
	for i := range heights {
		heights[i] = f.line + 2*padY
	}
	need := func(c setHeadCell) float64 { return float64(max(1, len(c.set.lines)))*f.line + 2*padY }
	for i := range cells {
		c := &cells[i]
		c.Cell.Bold = true
		if c.Cell.Align == document.AlignDefault {
			c.Cell.Align = document.AlignCentre
		}
		c.set = l.cell(f, c.Cell, c.Column, c.Span, true)
		if text := l.clean(c.Cell.Text); text != "" {
			c.set.lines = balance(text, Bold, c.set.w-2*padX, f.size)
		}
		if c.Rows == 1 {
			heights[c.Row] = math.Max(heights[c.Row], need(*c))
		}
	}
	for _, c := range cells { // a tall cell over several rows makes the last of them higher
		sum := 0.0
		for r := c.Row; r < c.Row+c.Rows; r++ {
			sum += heights[r]
		}
		if lack := need(c) - sum; lack > 0 {
			heights[c.Row+c.Rows-1] += lack
		}
	}
	total := 0.0
	tops := make([]float64, len(rows)+1)
	for i, h := range heights {
		total += h
		tops[i+1] = total
	}
	return &tableHead{h: total, rows: heights, draw: func(pg *Page, x, y float64) {
		pg.rule(x, x+f.right(), y, hairline)
		for _, c := range cells {
			top, bottom := y+tops[c.Row], y+tops[c.Row+c.Rows]
			one := tableForm{columns: f.columns[:c.Span], x: f.x[c.Column : c.Column+c.Span+1], size: f.size, line: f.line}
			one.drawRow(pg, setRow{cells: []setCell{c.set}}, x, top, bottom-top, 0, math.MaxInt32, true, RoleTableHead)
			pg.rule(x+c.set.x, x+c.set.x+c.set.w, bottom, hairline)
		}
	}}
}
