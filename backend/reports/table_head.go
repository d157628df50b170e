package reports

// headCell is a cell of the head placed on the grid of columns and head rows.
type headCell struct {
	cell         Cell
	column, span int
	row, rows    int
}

// placeHead finds the column of each cell of the head: cells that cover several rows push later ones aside.
func placeHead(rows []Row, columns int) []headCell {
	taken := make([][]bool, len(rows))
	for i := range taken {
		taken[i] = make([]bool, columns)
	}
	var cells []headCell
	for r, row := range rows {
		column := 0
		put := func(cell Cell) bool {
			for column < columns && taken[r][column] {
				column++
			}
			if column >= columns {
				return false
			}
			c := headCell{cell: cell, column: column, row: r, span: 1, rows: min(max(cell.RowSpan, 1), len(rows)-r)}
			for c.span < cell.ColSpan && column+c.span < columns && !taken[r][column+c.span] {
				c.span++
			}
			for k := r; k < r+c.rows; k++ {
				for j := column; j < column+c.span; j++ {
					taken[k][j] = true
				}
			}
			cells = append(cells, c)
			return true
		}
		for _, cell := range row.Cells {
			if !put(cell) {
				break
			}
		}
		for put(Cell{}) { // an incomplete head still gets a whole grid
			continue
		}
	}
	return cells
}
