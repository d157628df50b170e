package reports

import "caunoi/backend/document"

// blankRow is a row to write in by hand: room for a line or two of writing.
func blankRow(columns int, first string) document.Row {
	row := document.Row{Cells: make([]document.Cell, columns), Height: writingHeight}
	row.Cells[0].Text = first
	return row
}

// tabled prints a table, or a sentence where it has no rows.
func tabled(table document.Table) document.Block {
	if len(table.Rows) == 0 {
		return document.Text(table.Empty + ".")
	}
	return document.TableBlock(table)
}

// writingHeight is a row's height in mm that holds two lines by hand.
const writingHeight = 12
