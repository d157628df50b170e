package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
)

// undivided are the figures and symbols that must never be divided between two lines.
var undivided = []string{"12-BC/ĐU", "15/6/2026", "05/02/2026", "1.234.567", "QĐ/TW", "85,7%", "23-QĐ/ĐU,", "(31/12/2026)"}

// drawTable makes a table of any form: narrow and wide columns, merged heads, groups, totals, rows over several pages.
func drawTable(r *rapid.T) document.Table {
	word := rapid.SampledFrom(
		append([]string{
			"",
			"Đã dự",
			"Ủy ban nhân dân xã Nguyễn Việt Khái",
			"1.234.567 đồng",
			"ngày 05 tháng 6 năm 2026",
			"Nghiêng ngả khuynh hướng",
			strings.Repeat(
				"x",
				120,
			),
			"☐ có ☑ không",
			"Dòng một\nDòng hai",
			strings.Repeat("Góp ý nghị quyết số 12-BC/ĐU ngày 15/6/2026. ", 12),
		}, undivided...),
	)
	t := document.Table{Size: rapid.SampledFrom([]float64{0, 11, 12}).Draw(r, "size")}
	n := rapid.IntRange(1, 14).Draw(r, "columns")
	for range n {
		t.Columns = append(
			t.Columns,
			document.Column{
				Width: rapid.Float64Range(4, 90).Draw(r, "width"),
				Align: rapid.SampledFrom([]document.Align{"", document.AlignCentre, document.AlignRight}).Draw(r, "align"),
			},
		)
	}
	cells := func(kind document.RowKind, spans bool) document.Row {
		row := document.Row{Kind: kind}
		for column := 0; column < n; {
			cell := document.Cell{Text: word.Draw(r, "text"), ColSpan: 1}
			if spans {
				cell.ColSpan = rapid.IntRange(1, min(4, n-column)).Draw(r, "span")
			}
			row.Cells = append(row.Cells, cell)
			column += cell.ColSpan
		}
		return row
	}
	head := document.Row{}
	names := rapid.SampledFrom([]string{"STT", "Họ và tên", "Số kỳ phải dự", "Ghi chú", "Kết quả giải quyết"})
	rows := rapid.IntRange(1, 2).Draw(r, "head rows")
	second := document.Row{}
	for column := 0; column < n; {
		cell := document.Cell{Text: names.Draw(r, "name"), ColSpan: 1, RowSpan: rows}
		if rows == 2 && n-column > 1 && rapid.Bool().Draw(r, "merged") {
			cell.ColSpan, cell.RowSpan = 2, 1
			second.Cells = append(second.Cells, document.Cell{Text: names.Draw(r, "below")}, document.Cell{Text: names.Draw(r, "below")})
		}
		head.Cells = append(head.Cells, cell)
		column += cell.ColSpan
	}
	t.Head = []document.Row{head}
	if rows == 2 {
		t.Head = append(t.Head, second)
	}
	for range rapid.IntRange(0, 30).Draw(r, "rows") {
		switch rapid.IntRange(0, 7).Draw(r, "kind") {
		case 0:
			t.Rows = append(t.Rows, document.GroupRow(n, word.Draw(r, "group")))
		case 1:
			t.Rows = append(t.Rows, cells(document.RowTotal, false))
		case 2:
			t.Rows = append(t.Rows, cells(document.RowPlain, true))
		default:
			t.Rows = append(t.Rows, cells(document.RowPlain, false))
		}
	}
	return t
}

// Any table keeps to its cells and pages: a head above every part, no low row divided, no text outside its field, and no figure
// or symbol divided where its column holds it.
func TestAnyTableKeepsTheRules(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		table := drawTable(r)
		doc := documenttest.WithBody(document.Text("Kết quả như sau."), document.TableBlock(table))
		doc.Landscape = rapid.Bool().Draw(r, "across")
		l, err := typeset.LayOut(doc)
		if err != nil {
			return // a head higher than half a page is refused with a sentence
		}
		for n, pg := range l.Pages {
			typesettest.CheckInside(r, n+1, pg)
			typesettest.CheckOverlap(r, n+1, pg)
			typesettest.CheckTableHeads(r, n+1, pg)
		}
		typesettest.CheckWords(r, l, doc)
		if said := divided(l); said != "" {
			r.Fatal(said)
		}
	})
}

// divided finds a figure or symbol that goes on in the next line although its cell is wide enough for it.
func divided(l *typeset.Layout) string {
	for n, pg := range l.Pages {
		for i := range pg.Texts[1:] {
			a, b := pg.Texts[i], pg.Texts[i+1]
			if a.Cell == 0 || a.Cell != b.Cell || b.Y <= a.Y {
				continue
			}
			area := pg.Cells[a.Cell-1]
			words := strings.Fields(typesettest.Unbound(a.Text))
			tail, _, _ := strings.Cut(typesettest.Unbound(b.Text), " ")
			if len(words) == 0 {
				continue
			}
			for _, w := range undivided {
				joined := words[len(words)-1] + tail
				if joined == w && typeset.TextWidth(w, a.Style, a.Size) <= area.Width-2*1.5 {
					return fmt.Sprintf("page %d: %q is divided in a cell of %.1f mm", n+1, w, area.Width)
				}
			}
		}
	}
	return ""
}

// Where the sheet has room, columns are widened until figures and symbols stand whole in them.
func TestNarrowColumnsHoldFiguresWhole(t *testing.T) {
	for _, across := range []bool{false, true} {
		table := document.Table{
			Columns: []document.Column{
				{Width: 60},
				{Width: 5},
				{Width: 5, Align: document.AlignCentre},
				{Width: 5, Align: document.AlignRight},
				{Width: 80},
				{Width: 5},
				{Width: 5},
			},
			Head: []document.Row{document.Cells("Nội dung", "Số", "Ngày", "Tiền", "Ghi chú", "Tỷ lệ", "Cấp")},
		}
		for range 8 {
			table.Rows = append(
				table.Rows,
				document.Cells("Xây dựng đường", "Văn bản 12-BC/ĐU", "15/6/2026", "1.234.567 đồng", "Theo dõi", "85,7%", "QĐ/TW"),
			)
		}
		doc := documenttest.WithBody(document.TableBlock(table))
		doc.Landscape = across
		l, err := typeset.LayOut(doc)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]int{}
		for _, pg := range l.Pages {
			for _, item := range pg.Texts {
				for _, word := range []string{"12-BC/ĐU", "15/6/2026", "1.234.567 đồng", "85,7%", "QĐ/TW", "Văn bản"} {
					if item.Cell > 0 && strings.Contains(typesettest.Unbound(item.Text), word) {
						seen[word]++
					}
				}
			}
		}
		for _, word := range []string{"12-BC/ĐU", "15/6/2026", "1.234.567 đồng", "85,7%", "QĐ/TW"} {
			if seen[word] != 8 {
				t.Errorf("across %v: %q stands whole in %d of 8 rows", across, word, seen[word])
			}
		}
	}
}
