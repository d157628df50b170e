package document

// HeadCell is a cell of the head placed on the grid of columns and head rows.
type HeadCell struct {
	Cell         Cell
	Column, Span int
	Row, Rows    int
}

// PlaceHead finds the column of each cell of the head: cells that cover several rows push later ones aside.
func PlaceHead(rows []Row, columns int) []HeadCell {
	taken := make([][]bool, len(rows))
	for i := range taken {
		taken[i] = make([]bool, columns)
	}
	var cells []HeadCell
	for r, row := range rows {
		column := 0
		put := func(cell Cell) bool {
			for column < columns && taken[r][column] {
				column++
			}
			if column >= columns {
				return false
			}
			c := HeadCell{Cell: cell, Column: column, Row: r, Span: 1, Rows: min(max(cell.RowSpan, 1), len(rows)-r)}
			for c.Span < cell.ColSpan && column+c.Span < columns && !taken[r][column+c.Span] {
				c.Span++
			}
			for k := r; k < r+c.Rows; k++ {
				for j := column; j < column+c.Span; j++ {
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
