package reports

// fitted builds a paper that has to stay on one page: it tries with as many of something as most and gives up one after the
// other down to least, which is printed whatever it takes.
func fitted(most, least int, build func(n int) Document) (Document, error) {
	for n := most; n > least; n-- {
		doc := build(n)
		set, err := setDocument(doc)
		if err != nil {
			return doc, err
		}
		if len(set.pages) <= 1 {
			return doc, nil
		}
	}
	return build(least), nil
}

// blankRow is a row to write in by hand: room for a line or two of writing.
func blankRow(columns int, first string) Row {
	row := Row{Cells: make([]Cell, columns), Height: writingHeight}
	row.Cells[0].Text = first
	return row
}

// tabled prints a table, or a sentence where it has no rows.
func tabled(table Table) Block {
	if len(table.Rows) == 0 {
		return Text(table.Empty + ".")
	}
	return TableBlock(table)
}

// writingHeight is a row's height in mm that holds two lines by hand.
const writingHeight = 12
