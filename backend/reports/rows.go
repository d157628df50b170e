package reports

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
