package issuing

import (
	"encoding/json"
	"strconv"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
)

// difference is one place where the records say something else than an issued paper did.
type difference struct{ where, then, now string }

// What stands where one side has nothing.
const (
	notThere = "(không có)"
	goneNow  = "(không còn)"
)

// Compare makes the page of differences of an issued paper: what stood in it, what the records say now. The paper itself is
// not touched. A paper that can no longer be built from the records gives a page that says why.
func Compare(tx *store.Tx, id string) (document.Document, papers.Issued, error) {
	issued, err := papers.Get(tx, id)
	if err != nil {
		return document.Document{}, issued, err
	}
	if issued.Origin == papers.FromOutside {
		return document.Document{}, issued, fault.Conflict(
			"Văn bản " + issued.Symbol + " soạn ngoài chương trình nên không có số liệu để đối chiếu.",
		)
	}
	then, err := document.Unpack(issued.Snapshot)
	if err != nil {
		return document.Document{}, issued, err
	}
	if then.Copy != nil {
		return document.Document{}, issued, fault.Conflict(
			"Văn bản " + issued.Symbol + " là bản sao nên không có số liệu riêng để đối chiếu. Hãy đối chiếu văn bản được sao.",
		)
	}
	page, err := differencesPage(tx, issued, then.Profile.Form)
	if err != nil {
		return document.Document{}, issued, err
	}
	now, err := rebuilt(tx, issued)
	if err != nil {
		f, known := fault.Of(err)
		if !known || f.Code == fault.CodeInternal {
			return document.Document{}, issued, err
		}
		page.Blocks = append(page.Blocks, document.Text("Không lập lại được văn bản này từ dữ liệu hiện nay: "+f.Error()))
		return page, issued, nil
	}
	page.Notices = now.Notices
	found := compareDocuments(then, now)
	if len(found) == 0 {
		page.Blocks = append(
			page.Blocks,
			document.Text("Không có khác biệt: dữ liệu hiện nay cho ra đúng nội dung của văn bản đã ban hành."),
		)
		return page, issued, nil
	}
	table := document.Table{
		Columns: []document.Column{{Width: 12, Align: document.AlignCentre}, {Width: 75}, {Width: 85}, {Width: 85}},
		Head:    []document.Row{document.Cells("STT", "Mục", "Bản đã ban hành", "Số liệu hiện nay")},
	}
	for i, d := range found {
		table.Rows = append(
			table.Rows,
			document.Row{Cells: []document.Cell{document.CountCell(i + 1), {Text: d.where}, valueCell(d.then), valueCell(d.now)}},
		)
	}
	page.Blocks = append(page.Blocks, document.TableBlock(table))
	return page, issued, nil
}

// rebuilt builds the paper anew from the choices it was made from, with its number and day.
func rebuilt(tx *store.Tx, issued papers.Issued) (document.Document, error) {
	var in reports.Input
	if err := json.Unmarshal([]byte(issued.Input), &in); err != nil {
		return document.Document{}, err
	}
	in.IssuedAs = issued.ID // what persons wrote is no difference
	now, err := reports.PrepareNumbered(tx, in, issued.Suffix)
	return now.Doc, err
}

// differencesPage starts the page: the letterhead of today, the paper it is about.
func differencesPage(tx *store.Tx, issued papers.Issued, form document.Form) (document.Document, error) {
	in := reports.Input{Form: form, Period: dates.PeriodOf(dates.Month, tx.Today)}
	paper, err := reports.NewPaper(tx, in, reports.Report{})
	if err != nil {
		return document.Document{}, err
	}
	name := store.LowerFirst(issued.TypeName) + " số " + issued.Symbol + ", ngày " + issued.Day.Show()
	doc := paper.Register(in, "BẢNG ĐỐI CHIẾU SỐ LIỆU", name)
	about := store.UpperFirst(
		name,
	) + " " + issued.Subject + ". Văn bản đã ban hành giữ nguyên; cột bên phải là dữ liệu trong chương trình ngày " + tx.Today.Show() + "."
	if issued.CancelledAt != "" {
		about += " Văn bản này đã ghi hủy: " + issued.CancelReason + "."
	}
	doc.Blocks = []document.Block{document.Text(about)}
	return doc, nil
}

// compareDocuments lists every difference between two states of one paper: head, text, tables, end.
func compareDocuments(then, now document.Document) []difference {
	var out []difference
	note := func(where, a, b string) {
		if a, b = plain(a), plain(b); a != b {
			out = append(out, difference{where, orElse(a, notThere), orElse(b, goneNow)})
		}
	}
	note("Cơ quan cấp trên", then.Head.Superior, now.Head.Superior)
	note("Cơ quan ban hành", then.Head.Issuer, now.Head.Issuer)
	note("Số, ký hiệu", plainNumber(then), plainNumber(now))
	note("Địa danh, ngày tháng", document.DateLine(then.Head), document.DateLine(now.Head))
	note("Tên loại", then.Type, now.Type)
	note("Trích yếu", then.Subject, now.Subject)
	note("Nơi gửi đến", addressText(then.Address), addressText(now.Address))
	note("Căn cứ", strings.Join(then.Bases, "\n"), strings.Join(now.Bases, "\n"))
	a, b := partsOf(then), partsOf(now)
	out = append(out, compareTexts(a.texts, b.texts)...)
	out = append(out, compareTables(a.tables, b.tables)...)
	note("Người ký", signersText(then), signersText(now))
	note("Nơi nhận", recipientsText(then.Signing), recipientsText(now.Signing))
	return out
}

// valueCell keeps a plain count a number where cells have kinds.
func valueCell(text string) document.Cell {
	n, err := strconv.Atoi(text)
	if err != nil || strconv.Itoa(n) != text {
		return document.Cell{Text: text}
	}
	return document.CountCell(n)
}

func plain(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, document.NoBreak, " "))
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func plainNumber(d document.Document) string {
	if d.Head.Number.Hidden {
		return ""
	}
	return document.NumberLine(d.Profile, d.Head.Number)
}

func addressText(a *document.Address) string {
	if a == nil {
		return ""
	}
	return strings.Join(a.To, "\n")
}

func signersText(d document.Document) string {
	return d.Signing.InLines(d.Profile)
}

func recipientsText(s *document.Signing) string {
	if s == nil {
		return ""
	}
	return strings.Join(s.Recipients, "\n")
}
