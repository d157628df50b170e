package reports

import "caunoi/backend/document"

// stackedPart is a column of a table drawn as a part of bars.
type stackedPart struct {
	column int
	name   string
	tone   document.Tone
}

// stackedOf draws columns of a table as one bar for each of its plain rows: its very numbers, with what they open. Fewer than
// two bars say no more than the table, and give nothing. name is the column of the rows' names.
func stackedOf(t document.Table, caption, unit string, name int, parts []stackedPart) []document.Block {
	c := &document.Chart{Kind: document.ChartStacked, Unit: unit}
	for _, p := range parts {
		c.Series = append(c.Series, document.Series{Name: p.name, Tone: p.tone})
	}
	for _, row := range t.Rows {
		if row.Kind != document.RowPlain {
			continue
		}
		sum := 0.0
		for _, p := range parts {
			sum += *row.Cells[p.column].Number
		}
		if sum == 0 {
			continue
		}
		c.Categories = append(c.Categories, row.Cells[name].Text)
		for i, p := range parts {
			c.Series[i].Points = append(
				c.Series[i].Points,
				document.Point{Value: row.Cells[p.column].Number, Link: row.Cells[p.column].Link},
			)
		}
	}
	if len(c.Categories) < 2 {
		return nil
	}
	return []document.Block{document.DrawingBlock(document.Drawing{Caption: caption, Chart: c})}
}
