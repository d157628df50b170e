package reports

import (
	"strconv"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/store"
)

var reportTC = Report{
	Code:        "TC",
	Use:         UsePeriod,
	Name:        "toan-canh",
	Title:       "Toàn cảnh tháng",
	Description: "Một tờ A4 cho lãnh đạo: độ phủ, dự họp theo tháng, tuổi kiến nghị theo cơ quan, ba xu hướng, việc cần quyết định.",
	Periods:     oneMonth,
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit},
	Signature:   Unsigned,
	Build:       overviewPaper,
}

// Rows of a table on the one sheet; what is left is counted under it, with the paper that lists it.
const (
	sheetKinds  = 3
	sheetBodies = 3
	sheetAsks   = 4
	sheetPlot   = 22.0 // mm
)

// rateParts name the two numbers of a month that the rate is a share of, in a narrow column.
var rateParts = []string{"Tính là dự", "Có họp"}

// overviewPaper is TC: the leader's screen on one sheet. It bears no letterhead: it is looked at, not sent.
func overviewPaper(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	o, err := overviewOf(tx, in, paper)
	if err != nil {
		return document.Document{}, err
	}
	return o.sheet(in, paper), nil
}

// sheet sets the overview on one page.
func (o *Overview) sheet(in Input, paper Paper) document.Document {
	doc := paper.document(in, "TOÀN CẢNH", o.Label+", "+paper.asOfDay())
	doc.Signing, doc.Head, doc.Draft = nil, document.Letterhead{}, ""
	doc.Blocks = onSheet("1", "Độ phủ", o.Coverage, sheetKinds, "hình thức", reportR3.Title)
	doc.Blocks = append(
		doc.Blocks,
		document.Head(
			2,
			"2",
			"Tỷ lệ dự, %: "+store.LowerFirst(rateParts[0])+" / "+store.LowerFirst(rateParts[1])+o.running(" (* tháng chưa hết)"),
		),
	)
	if anyPoint(o.Rate) {
		rate := o.Rate
		rate.Height, rate.Categories = sheetPlot, starred(o.Rate.Categories)
		doc.Blocks = append(
			doc.Blocks,
			document.DrawingBlock(document.Drawing{Alt: "Tỷ lệ dự theo tháng, phần trăm số cuộc đã họp", Chart: &rate}),
		)
	} else {
		doc.Blocks = append(doc.Blocks, document.Text("Chưa có cuộc họp nào phải dự được ghi trong 12 tháng."))
	}
	doc.Blocks = append(
		doc.Blocks,
		onSheet(
			"3",
			"Kiến nghị đang mở, ngày làm việc",
			o.Ageing,
			sheetBodies,
			"cơ quan",
			reportR14.Title,
		)...)
	doc.Blocks = append(
		doc.Blocks,
		document.Head(2, "4", "Theo tháng"),
		document.TableBlock(o.trendTable()),
	)
	doc.Blocks = append(doc.Blocks, document.Head(2, "5", "Cần quyết định"), tabled(o.askTable()))
	return doc
}

// running gives words for a month that goes on, none for one that is over.
func (o *Overview) running(words string) string {
	if o.Running {
		return words
	}
	return ""
}

// starred marks the month that goes on by a star, which the heading explains: its words have no room on the sheet.
func starred(months []string) []string {
	out := make([]string, len(months))
	for i, name := range months {
		out[i] = strings.Replace(name, unfinished, "*", 1)
	}
	return out
}

// anyPoint tells whether a chart has anything to draw.
func anyPoint(c document.Chart) bool {
	for _, s := range c.Series {
		for _, p := range s.Points {
			if p.Value != nil || p.Low != nil {
				return true
			}
		}
	}
	return false
}

// onSheet heads a table and keeps it short enough for the one sheet; the heading says what is left out, and where it stands.
func onSheet(label, heading string, table document.Table, most int, what, where string) []document.Block {
	if left := len(table.Rows) - most; left > 0 {
		table.Rows = table.Rows[:most]
		heading += " (còn " + strconv.Itoa(left) + " " + what + " nữa, xem “" + where + "”)"
	}
	return []document.Block{document.Head(2, label, heading), tabled(table)}
}

// trendTable writes the trends as numbers: three drawings would not leave room on the sheet. A month without a value stays empty.
func (o *Overview) trendTable() document.Table {
	table := document.Table{Size: 11, Columns: []document.Column{{Width: 33}}}
	head := document.Row{Cells: []document.Cell{{Text: "Nội dung"}}}
	for _, name := range starred(o.Trends[0].Chart.Categories) {
		table.Columns = append(table.Columns, document.Column{Width: 132.0 / monthsBack, Align: document.AlignCentre})
		head.Cells = append(head.Cells, document.Cell{Text: name})
	}
	table.Head = []document.Row{head}
	for i, short := range rateParts {
		row := document.Row{Cells: []document.Cell{leading(short, o.RateLink)}}
		for _, p := range o.RateOf.Series[i].Points {
			row.Cells = append(row.Cells, document.Cell{Text: p.Text(""), Link: p.Link})
		}
		table.Rows = append(table.Rows, row)
	}
	for _, trend := range o.Trends {
		row := document.Row{Cells: []document.Cell{{Text: trend.Short}}}
		for _, p := range trend.Chart.Series[0].Points {
			row.Cells = append(row.Cells, document.Cell{Text: p.Text(""), Link: p.Link, Measure: trend.Chart.Unit != unitReceived})
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// askTable lists what needs a decision, as many as the sheet holds.
func (o *Overview) askTable() document.Table {
	table := document.Table{
		Size:    11,
		Columns: []document.Column{{Width: 10, Align: document.AlignCentre}, {Width: 155}},
		Head:    []document.Row{document.Cells("STT", "Việc")},
		Empty:   "Không có việc nào chờ quyết định",
	}
	for i, a := range o.Asks[:min(len(o.Asks), sheetAsks)] {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Text: strconv.Itoa(i + 1)}, leading(a.Text, a.To)}})
	}
	return table
}
