package exchange

// block is a merged range, 1-based and inclusive.
type block struct{ left, top, right, bottom int }

// fillMerged gives every row of a downward merged cell its value: a province merged over its communes belongs to each
// of them. Cells merged sideways are headings and titles; header.go reads them. cells counts towards maxCells.
func (s *sheet) fillMerged(file string, cells *int) error {
	at := make(map[int]int, len(s.rows))
	for i, row := range s.rows {
		at[row.Number] = i
	}
	for _, b := range s.merged {
		first, ok := at[b.top]
		if b.left != b.right || b.top == b.bottom || !ok || b.left > len(s.rows[first].Cells) {
			continue
		}
		value := s.rows[first].Cells[b.left-1]
		for i := first + 1; i < len(s.rows) && s.rows[i].Number <= b.bottom; i++ {
			row := &s.rows[i]
			*cells += max(1, b.left-len(row.Cells))
			if *cells > maxCells {
				return tooLong(file)
			}
			for len(row.Cells) < b.left {
				row.Cells = append(row.Cells, "")
			}
			if row.Cells[b.left-1] == "" {
				row.Cells[b.left-1] = value
			}
		}
	}
	return nil
}
