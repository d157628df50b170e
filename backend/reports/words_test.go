package reports_test

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// wordRule is a rule of how papers are worded (HD 05 and the practice of offices): what must not stand in any of them.
type wordRule struct {
	name  string
	bad   *regexp.Regexp
	wrong string // a text the rule refuses
	right string // one it lets pass
}

var wordRules = []wordRule{
	{"day with a zero before months 3 to 9", regexp.MustCompile(`\b\d{1,2}/0[3-9]/\d{4}`), "ngày 27/07/2026", "ngày 27/7/2026"},
	{"day below 10 without its zero", regexp.MustCompile(`(?:^|[^\d/])\d/\d{1,2}/20\d\d`), "ngày 6/6/2026", "ngày 06/6/2026"},
	{"month 1 or 2 without its zero", regexp.MustCompile(`\b\d\d/[12]/20\d\d`), "ngày 15/2/2026", "ngày 15/02/2026"},
	{"hour without zero or by letters", regexp.MustCompile(`\b\d{1,2}(?:h|:)\d{2}\b`), "lúc 19h00", "19 giờ 00"},
	{
		"capital level word inside a sentence",
		regexp.MustCompile(`\p{Ll},? (?:Ấp|Thôn|Khu phố|Khóm|Xóm|Tổ dân phố) \p{L}`),
		"kiến nghị của Ấp Một",
		"kiến nghị của ấp Một",
	},
	{"capital after địa bàn", regexp.MustCompile(`địa bàn (?:Xã|Phường|Thị trấn|Huyện|Ấp|Khu phố)`), "địa bàn Xã Mẫu", "địa bàn xã Mẫu"},
	{"capital after Gửi", regexp.MustCompile(`[Gg]ửi Đồng chí`), "Gửi Đồng chí", "Gửi đồng chí"},
	{"capital level of the committee", regexp.MustCompile(`Đảng bộ (?:Huyện|Xã|Tỉnh) `), "Đảng bộ Huyện Mẫu", "Đảng bộ huyện Mẫu"},
	{"ordinal with a zero", regexp.MustCompile(`lần thứ 0\d`), "lần thứ 06", "lần thứ 6"},
	{"less-than sign", regexp.MustCompile(`<\s?\d`), "<3", "dưới 3"},
	{"one person as many", regexp.MustCompile(`\b01 các đồng chí|các đồng chí có tên .*01 đồng chí`), "01 các đồng chí", "01 đồng chí"},
	{"double or misplaced mark", regexp.MustCompile(`,,|;;|;\.|,\.|:\.| [,;.](?: |$)|\( | \)`), "nội dung;.", "nội dung."},
	{
		"counts joined by commas",
		regexp.MustCompile(
			`\p{L} [\d.]+(?: cuộc| lượt| nội dung)?, (?:hoãn|tạm dừng|đã qua|vắng|chưa ghi|chưa có trả lời|đang giải quyết|có lộ trình|giải trình|dự thay|trùng)`,
		),
		"hoãn 02 cuộc, tạm dừng 01 cuộc",
		"hoãn 02 cuộc; tạm dừng 01 cuộc",
	},
	{"annex with nothing in it", regexp.MustCompile(`Phụ lục \S+ Không phát sinh`), "Phụ lục 2 Không phát sinh", "Phụ lục 2 STT"},
}

// Each rule refuses what it names and lets pass what it asks for.
func TestWordRulesTellRightFromWrong(t *testing.T) {
	t.Parallel()
	for _, rule := range wordRules {
		if !rule.bad.MatchString(rule.wrong) {
			t.Errorf("%s: lets pass %q", rule.name, rule.wrong)
		}
		if rule.bad.MatchString(rule.right) {
			t.Errorf("%s: refuses %q", rule.name, rule.right)
		}
	}
	for text, want := range map[string]bool{
		"(xem phụ lục": false, "a) b (c)": true, "(một (hai))": true, "1) hai": true, "(1": false, "ba)": false,
	} {
		if closed(text) != want {
			t.Errorf("closed(%q) = %v", text, !want)
		}
	}
}

// closed tells whether every bracket of a text has its partner; "a)" and "1)" at its beginning are marks.
func closed(text string) bool {
	text = regexp.MustCompile(`^[a-zđ0-9]{1,2}\) `).ReplaceAllString(text, "")
	open := 0
	for _, r := range text {
		switch r {
		case '(':
			open++
		case ')':
			open--
		}
		if open < 0 {
			return false
		}
	}
	return open == 0
}

// Every paper of the made-up office, in each of its forms and for a month, a quarter, a half and a year, keeps to the rules of
// words.
func TestPapersKeepTheRulesOfWords(t *testing.T) {
	t.Parallel()
	s := sampleOffice.Open(t)
	choice := choices(t, s)
	seen := map[string]bool{}
	papers := 0
	storetest.Read(t, s, func(tx *store.Tx) error {
		for _, report := range reports.Catalog {
			for _, in := range everyInput(report) {
				doc, err := reports.Make(tx, choice(report, in))
				if err != nil {
					t.Errorf("%s %s %s: %v", report.Code, in.Form, in.Period, err)
					continue
				}
				papers++
				for _, fault := range faultsOf(doc) {
					if key := report.Code + fault; !seen[key] {
						seen[key] = true
						t.Errorf("%s %s %s: %s", report.Code, in.Form, in.Period, fault)
					}
				}
			}
		}
		return nil
	})
	if papers < 3*len(reports.Catalog) {
		t.Errorf("only %d papers read", papers)
	}
}

// everyInput lists the choices of form and period a report is read with.
func everyInput(report reports.Report) (out []reports.Input) {
	periods := []dates.Period{"2026-10"}
	if len(report.Periods) > 0 {
		periods = nil
		for _, p := range []dates.Period{"2026-09", "2026-Q3", "2026-H1", "2026"} {
			if report.Fitting(p) == p {
				periods = append(periods, p)
			}
		}
	}
	for _, form := range report.Forms {
		for _, period := range periods {
			out = append(out, reports.Input{Report: report.Code, Period: period, Form: form, Number: 12})
		}
	}
	return out
}

// faultsOf names what in the words of a paper breaks a rule.
func faultsOf(doc document.Document) (faults []string) {
	for _, text := range textsOf(doc) {
		plain := strings.ReplaceAll(text, document.NoBreak, " ")
		for _, rule := range wordRules {
			if found := rule.bad.FindString(plain); found != "" {
				faults = append(faults, fmt.Sprintf("%s: %q in %q", rule.name, found, plain))
			}
		}
		if !closed(plain) {
			faults = append(faults, fmt.Sprintf("bracket without its partner: %q", plain))
		}
	}
	walkTables(doc, func(table document.Table) {
		for _, row := range table.Rows {
			for _, cell := range row.Cells {
				if n := cell.Number; n != nil && *n >= 1000 && cell.Text == strconv.Itoa(int(*n)) {
					faults = append(faults, "thousands without their point: "+cell.Text)
				}
			}
		}
	})
	sort.Strings(faults)
	return faults
}

// textsOf lists every text of a paper as a reader meets it: a paragraph, an item, a cell, a line of the letterhead.
func textsOf(doc document.Document) []string {
	out := []string{doc.Subject, doc.Contact, doc.Head.Place}
	out = append(out, doc.Bases...)
	if doc.Address != nil {
		out = append(out, doc.Address.Label+" "+strings.Join(doc.Address.To, "; "))
	}
	if doc.Signing != nil {
		out = append(out, doc.Signing.Recipients...)
	}
	runs := func(list []document.Run) {
		var b strings.Builder
		for _, run := range list {
			b.WriteString(run.Text)
		}
		out = append(out, b.String())
	}
	blocks := func(list []document.Block) {
		for _, b := range list {
			switch {
			case b.Paragraph != nil:
				runs(b.Paragraph.Runs)
			case b.Heading != nil:
				out = append(out, b.Heading.Text)
			case b.List != nil:
				for _, item := range b.List.Items {
					runs(item.Runs)
				}
			}
		}
	}
	blocks(doc.Blocks)
	for _, annex := range doc.Annexes {
		out = append(out, annex.Title, annex.Note)
		blocks(annex.Blocks)
	}
	walkTables(doc, func(table document.Table) {
		for _, row := range append(append([]document.Row{}, table.Head...), table.Rows...) {
			for _, cell := range row.Cells {
				out = append(out, cell.Text)
			}
		}
	})
	return out
}

// walkTables visits the tables of a paper, those of its annexes too.
func walkTables(doc document.Document, visit func(document.Table)) {
	lists := [][]document.Block{doc.Blocks}
	for _, annex := range doc.Annexes {
		lists = append(lists, annex.Blocks)
	}
	for _, list := range lists {
		for _, b := range list {
			if b.Table != nil {
				visit(*b.Table)
			}
		}
	}
}
