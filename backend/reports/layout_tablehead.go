package reports

import "math"

// setHeadCell is a cell of the head with its lines set.
type setHeadCell struct {
	headCell
	set setCell
}

// tableHead sets the head of a table; cells may cover several columns and several rows.
func (l *layout) tableHead(f tableForm, rows []Row) *tableHead {
	var cells []setHeadCell
	for _, placed := range placeHead(rows, len(f.columns)) {
		cells = append(cells, setHeadCell{headCell: placed})
	}
	heights := make([]float64, len(rows))
	for i := range heights {
		heights[i] = f.line + 2*padY
	}
	need := func(c setHeadCell) float64 { return float64(max(1, len(c.set.lines)))*f.line + 2*padY }
	for i := range cells {
		c := &cells[i]
		c.cell.Bold = true
		if c.cell.Align == AlignDefault {
			c.cell.Align = AlignCentre
		}
		c.set = l.cell(f, c.cell, c.column, c.span, true)
		if text := l.clean(c.cell.Text); text != "" {
			c.set.lines = balance(text, bold, c.set.w-2*padX, f.size)
		}
		if c.rows == 1 {
			heights[c.row] = math.Max(heights[c.row], need(*c))
		}
	}
	for _, c := range cells { // a tall cell over several rows makes the last of them higher
		sum := 0.0
		for r := c.row; r < c.row+c.rows; r++ {
			sum += heights[r]
		}
		if lack := need(c) - sum; lack > 0 {
			heights[c.row+c.rows-1] += lack
		}
	}
	total := 0.0
	tops := make([]float64, len(rows)+1)
	for i, h := range heights {
		total += h
		tops[i+1] = total
	}
	return &tableHead{h: total, rows: heights, draw: func(pg *page, x, y float64) {
		pg.rule(x, x+f.right(), y, hairline)
		for _, c := range cells {
			top, bottom := y+tops[c.row], y+tops[c.row+c.rows]
			one := tableForm{columns: f.columns[:c.span], x: f.x[c.column : c.column+c.span+1], size: f.size, line: f.line}
			one.drawRow(pg, setRow{cells: []setCell{c.set}}, x, top, bottom-top, 0, math.MaxInt32, true, roleTableHead)
			pg.rule(x+c.set.x, x+c.set.x+c.set.w, bottom, hairline)
		}
	}}
}
