package reports

import (
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

var reportS1 = Report{
	Code:        "S1",
	Use:         UseRegisters,
	Name:        "so-van-ban-di",
	Title:       "Sổ đăng ký văn bản đi",
	Description: "Văn bản đã ban hành trong kỳ: số, ngày, trích yếu, người ký, nơi nhận; kèm số khuyết, số trùng.",
	Periods:     anyPeriod,
	Looks:       LooksNow,
	Forms:       everyForm,
	Signature:   SignedAsBook,
	Build:       issuedRegister,
}

// issuedRegister is S1: every paper that went out in the period, by day, with the gaps and doubles of its series under it.
func issuedRegister(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	page, err := papers.List(tx, papers.Filter{Span: paper.Span, Limit: -1})
	if err != nil {
		return document.Document{}, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 30},
			{Width: 24, Align: document.AlignCentre},
			{Width: 70},
			{Width: 34},
			{Width: 50},
			{Width: 12, Align: document.AlignCentre},
			{Width: 14, Align: document.AlignCentre},
			{Width: 29},
		},
		Head: []document.Row{
			document.Cells("STT", "Số, ký hiệu", "Ngày", "Tên loại và trích yếu", "Người ký", "Nơi nhận", "Số bản", "Số trang", "Ghi chú"),
		},
		Size: 11,
	}
	for i, p := range page.Items {
		paper.noteFreeText("văn bản "+p.Symbol, p.Subject, p.Reason)
		paper.noteFreeText("ghi chú của văn bản "+p.Symbol, p.Note, p.Reason)
		table.Rows = append(
			table.Rows,
			document.Row{
				Cells: []document.Cell{
					document.CountCell(i + 1),
					leading(p.Symbol, issuedLink(p.Symbol, p.Day)),
					dateCell(p.Day),
					{Text: strings.TrimSpace(p.TypeName + " " + p.Subject)},
					{Text: signerName(p.Signer)},
					{Text: strings.Join(p.Recipients, "; ")},
					someOf(p.Copies),
					someOf(p.Pages),
					{Text: special(p)},
				},
			},
		)
	}
	doc := paper.Register(in, "SỔ ĐĂNG KÝ VĂN BẢN ĐI", in.Period.Label())
	doc.Blocks = []document.Block{document.TableBlock(table)}
	if len(page.Reserved) > 0 {
		var said []string
		for _, r := range page.Reserved {
			text := r.Symbol + ", ngày " + r.Day.Show() + ": " + store.LowerFirst(r.Words)
			if r.ReleasedAt != "" {
				text += "; đã bỏ giữ: " + r.ReleaseReason
			}
			paper.noteFreeText("số giữ "+r.Symbol, r.Note+"\n"+r.ReleaseReason, "")
			said = append(said, text)
		}
		doc.Blocks = append(doc.Blocks, document.Block{Paragraph: &document.Paragraph{
			Runs: []document.Run{{Text: "Số giữ cho văn bản không lập ở đây:", Bold: true}}, KeepWithNext: true,
		}}, document.Dashes(said...))
	}
	if len(page.Faults) > 0 {
		var said []string
		for _, f := range page.Faults {
			said = append(said, strings.TrimRight(f.Sentence, "."))
		}
		doc.Blocks = append(
			doc.Blocks,
			document.Block{
				Paragraph: &document.Paragraph{
					Runs:         []document.Run{{Text: "Số khuyết, số trùng của các sổ có văn bản trong kỳ:", Bold: true}},
					KeepWithNext: true,
				},
			},
			document.Dashes(said...),
		)
	}
	return doc, nil
}

// signerName leaves the right to sign away where the name is known, as registers do.
func signerName(signer string) string {
	name, _, _ := strings.Cut(signer, " (")
	return name
}

// someOf writes a count; none is left blank, as nobody wrote it down.
func someOf(n int) document.Cell {
	if n == 0 {
		return document.Cell{}
	}
	return document.Cell{Text: document.TwoDigits(n), Number: number(n), Measure: true}
}

// special says what is special about an issued paper.
func special(p papers.Issued) string {
	var said []string
	if p.CancelledAt != "" {
		said = append(said, "Đã hủy: "+p.CancelReason)
	}
	if p.Origin == papers.FromOutside {
		said = append(said, "Soạn ngoài chương trình")
	}
	for _, r := range p.Related {
		said = append(said, r.Word+" "+r.Symbol)
	}
	if p.Estimate {
		said = append(said, "Số liệu ước")
	}
	return joinLines(append(said, p.Note)...)
}
