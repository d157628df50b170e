package reports_test

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/reports"
	"caunoi/backend/store"
)

// mostPlacesRead is how many files of places one period is read of.
const mostPlacesRead = 12

// recountPlaces counts the rates in the files of places again, from the letters printed in each row, and tells how many rows it read.
func recountPlaces(t *testing.T, tx *store.Tx, period dates.Period) (rows int) {
	t.Helper()
	year := dates.PeriodOf(dates.Year, period.Span().From)
	span := dates.Span{From: year.Span().From, To: dates.Earlier(year.Span().To, tx.Today.AddDays(1))}
	sum, err := fulfilment.Summarize(tx, fulfilment.Filter{Span: span, By: fulfilment.ByUnit})
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(sum.Rows); i += 1 + len(sum.Rows)/mostPlacesRead {
		doc, err := reports.Make(tx, reports.Input{
			Report: "R27", Period: period, UnitID: sum.Rows[i].Key, Date: dates.Earlier(period.Span().Last(), tx.Today),
		})
		if err != nil {
			t.Fatal(err)
		}
		blocks := append([]document.Block{}, doc.Blocks...)
		for _, annex := range doc.Annexes {
			blocks = append(blocks, annex.Blocks...)
		}
		for at, block := range blocks {
			if block.Drawing == nil || block.Drawing.Matrix == nil {
				continue
			}
			for _, row := range block.Drawing.Matrix.Rows {
				rows++
				if want := rateOfLetters(row.Cells); row.Total.Text != want {
					t.Errorf("R27 %s, %s: the row says %q, its letters %q", period, row.Name.Text, row.Total.Text, want)
				}
			}
			if !isRule(blocks[at+1]) {
				t.Errorf("R27 %s: no rule of the rate under the year", period)
			}
		}
	}
	return rows
}

// rateOfLetters counts a row of the year by its key: attended and substituted where it counts, of what was held.
func rateOfLetters(cells []document.MatrixCell) string {
	letters := ""
	for _, c := range cells {
		letters += c.Letter
	}
	count := func(of string) (n int) {
		for _, letter := range of {
			n += strings.Count(letters, string(letter))
		}
		return n
	}
	if held := count("ĐTtPVH"); held > 0 {
		return fmt.Sprintf("%d/%d", count("ĐT"), held)
	}
	return "–"
}

// recountTables counts every table of attendance of a paper again, and holds that the rule of its rate stands under it.
func recountTables(t *testing.T, where string, doc document.Document) {
	t.Helper()
	recountBlocks(t, where, doc.Blocks)
	for _, annex := range doc.Annexes {
		recountBlocks(t, where, annex.Blocks)
	}
}

func recountBlocks(t *testing.T, where string, blocks []document.Block) {
	t.Helper()
	for i, b := range blocks {
		if b.Table == nil || !strings.Contains(fmt.Sprint(titlesOf(*b.Table)), "Tỷ lệ dự") {
			continue
		}
		recount(t, where, *b.Table)
		if i+1 == len(blocks) || !isRule(blocks[i+1]) {
			t.Errorf("%s: no rule of the rate under its table", where)
		}
	}
}

func isRule(b document.Block) bool {
	return b.Paragraph != nil && strings.HasPrefix(sentencesOf(document.Document{Blocks: []document.Block{b}})[0], fulfilment.RateRule)
}
