package issuing

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
)

// issuingOffice is the made-up commune with a term of its committee and a secretary signed in.
func issuingOffice(t *testing.T) (*accesstest.Office, map[string]string, *Service) {
	t.Helper()
	o, ids := reportstest.Office(t)
	readyToIssue(t, o)
	o.SignIn(t, access.ChuyenVien)
	return o, ids, New(o.Gate)
}

// readyToIssue gives the office a term and everybody who signs a name.
func readyToIssue(t *testing.T, o *accesstest.Office) {
	t.Helper()
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		for name, post := range map[string]officers.PostIn{
			"Đỗ Mẫu Chánh": {Label: "Chánh Văn phòng", OrgText: "Đảng ủy xã Mẫu Đơn", ValidFrom: "2025-07-01"},
			"Hồ Mẫu Ban":   {Label: "Chánh Văn phòng HĐND và UBND xã", ValidFrom: "2025-07-01"},
		} {
			if _, err := officers.Add(tx, officers.Input{FullName: name, Post: post}); err != nil {
				return err
			}
		}
		if err := tx.Exec(
			"UPDATE setting SET value = json_set(value, '$.stateSignName', 'Lý Mẫu Năm') WHERE name = 'office'",
		).Error; err != nil {
			return err
		}
		_, err := officers.SaveTerm(tx, officers.Term{Label: "2025–2030", Level: "xa", ValidFrom: "2025-07-01", ValidTo: "2030-07-01"})
		return err
	})
}

// june is the report of a month, dated.
func june(number int, day dates.Date) reports.Input {
	return reports.Input{Report: "R20", Period: "2026-06", Number: number, Date: day}
}

// issueAccepting issues a paper and answers every question with yes.
func issueAccepting(s *Service, in IssueInput) (IssuedPrint, error) {
	done, err := s.Issue(in)
	if asked, ok := fault.Of(err); ok && asked.Code == fault.CodeConfirm {
		in.Accepted = asked.Questions
		return s.Issue(in)
	}
	return done, err
}

// fileOf fetches what a call left for the page.
func fileOf(t *testing.T, o *accesstest.Office, p reports.Printed) []byte {
	t.Helper()
	file, ok := o.Gate.Files().Get(p.Token)
	if !ok {
		t.Fatalf("no file under %q", p.Token)
	}
	return file.Content
}

// counts tells how many papers, files and prints there are.
func counts(t *testing.T, s *store.Store) (papersN, files, prints int) {
	t.Helper()
	storetest.Read(t, s, func(tx *store.Tx) error {
		return tx.Raw("SELECT (SELECT count(*) FROM issued_paper), (SELECT count(*) FROM issued_file), (SELECT count(*) FROM paper_print)").
			Row().
			Scan(&papersN, &files, &prints)
	})
	return
}

// What cannot be issued is refused with a sentence, and leaves no paper, no file and no number behind.
func TestIssueRefuses(t *testing.T) {
	t.Parallel()
	o, ids, s := issuingOffice(t)
	if _, err := s.Issue(IssueInput{Input: june(3, "2026-07-02")}); err != nil {
		t.Fatal(err)
	}
	choose := func(change func(*reports.Input)) IssueInput {
		in := june(4, "2026-07-03")
		change(&in)
		return IssueInput{Input: in}
	}
	tests := []struct {
		name, field, says string
		in                IssueInput
	}{
		{"number taken", "number", "Số 03 đã dùng cho 03-BC/ĐU, ngày 02/07/2026", IssueInput{Input: june(3, "2026-07-03")}},
		{"number taken, next", "number", "Số tiếp theo chưa dùng là 04", IssueInput{Input: june(3, "2026-07-03")}},
		{
			"letter behind a free number",
			"suffix",
			"chưa dùng nên không cần thêm chữ",
			IssueInput{Input: june(4, "2026-07-03"), Suffix: "a"},
		},
		{"letter that is none", "suffix", "một chữ thường", IssueInput{Input: june(3, "2026-07-03"), Suffix: "ab"}},
		{"no such number", "number", "từ 01", IssueInput{Input: june(-1, "2026-07-03")}},
		{"far too high", "number", "đến 99999", IssueInput{Input: june(100000, "2026-07-03")}},
		{"before the term", "date", "Cán bộ → Nhiệm kỳ", IssueInput{Input: june(4, "2025-06-30")}},
		{"after the term", "date", "không thuộc nhiệm kỳ nào", IssueInput{Input: june(4, "2030-07-01")}},
		{"impossible day", "date", "không có thật", IssueInput{Input: june(4, "2026-02-30")}},
		{"a book", "report", "không lấy số văn bản", choose(func(in *reports.Input) { in.Report = "R6" })},
		{"urgency", "urgency", "KHẨN, THƯỢNG KHẨN, HỎA TỐC", choose(func(in *reports.Input) { in.Urgency = "RẤT KHẨN" })},
		{"circulation", "circulation", "TÀI LIỆU THU HỒI", choose(func(in *reports.Input) { in.Circulation = "MẬT" })},
		{"copies", "copies", "từ 0 đến", choose(func(in *reports.Input) { in.Copies = -1 })},
		{"typist", "typist", "quá dài|dài quá", choose(func(in *reports.Input) { in.Typist = strings.Repeat("a", 201) })},
		{
			"a recipient too long",
			"recipients",
			"quá 200 chữ",
			choose(func(in *reports.Input) { in.Recipients = []string{strings.Repeat("a", 201)} }),
		},
		{"K/T a collective", "signer", "Không ký thay (K/T) một tập thể", choose(func(in *reports.Input) {
			in.SignAs = &document.Signatory{
				Authority: document.ForHead,
				Body:      "Ban Thường vụ",
				Position:  "Phó Bí thư",
				Name:      "Trần Thị Mẫu",
			}
		})},
		{"TUQ in the Party", "signer", "không ký thừa ủy quyền", choose(func(in *reports.Input) {
			in.SignAs = &document.Signatory{Authority: document.ByMandate, Body: "Bí thư", Position: "Phó Bí thư"}
		})},
		{
			"a resident in the note",
			"note",
			"người dân",
			IssueInput{
				Input: reports.Input{Report: "R20", Period: "2026-05", Number: 4, Date: "2026-07-03"},
				Note:  "gửi hộ ông Lê Văn Tám, điện thoại 0912 345 678",
			},
		},
		{"no letter to pass on", "", "chưa có văn bản chuyển nào", choose(func(in *reports.Input) { in.Report = "R10" })},
		{"nobody is late", "", "không có cơ quan nào quá hạn", choose(func(in *reports.Input) { in.Report = "R11" })},
		{"a unit that is not there", "", "", choose(func(in *reports.Input) { in.UnitID = "khong-co" })},
	}
	for _, tt := range tests {
		_, err := s.Issue(tt.in)
		f, ok := fault.Of(err)
		said := false
		for _, says := range strings.Split(tt.says, "|") {
			said = said || strings.Contains(err.Error(), says)
		}
		if !ok || (tt.field != "" && f.Fields[tt.field] == "") || !said || f.Code == fault.CodeInternal {
			t.Errorf("%s: %v (%v), want a fault of %s that says %q", tt.name, err, f, tt.field, tt.says)
		}
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.Exec("UPDATE setting SET value = json_set(value, '$.place', '') WHERE name = 'office'").Error
	})
	if _, err := s.Issue(IssueInput{Input: june(4, "2026-07-03")}); err == nil || !strings.Contains(err.Error(), "địa danh") {
		t.Errorf("issued without a place: %v", err)
	}
	if p, f, _ := counts(t, o.Store); p != 1 || f != 1 {
		t.Errorf("%d papers, %d files after refusals, want 1 and 1", p, f)
	}
	_ = ids
}

// A paper goes out with its number; the same bytes come back whatever changes in the records.
func TestIssueSealsAndReprints(t *testing.T) {
	t.Parallel()
	o, _, s := issuingOffice(t)
	in := june(0, "2026-07-02")
	in.SignAs = &document.Signatory{Authority: document.OnBehalf, Body: "Ban Thường vụ", Position: "Bí thư", Name: "Lê Văn Mẫu"}
	in.Recipients, in.Urgency, in.Circulation, in.Typist, in.Copies = []string{
		"- Như trên;",
		"Lưu Văn phòng Đảng ủy.",
	}, "hoả tốc", "lưu hành nội bộ", "NguyenMauAn-26", 15
	proposal, err := s.Propose(in)
	if err != nil || proposal.Number != 1 || proposal.Fixed || proposal.SpanWord != "nhiệm kỳ 2025–2030" ||
		proposal.Signer.Position != "BÍ THƯ" ||
		len(proposal.Faults) != 0 {
		t.Fatalf("%+v, %v", proposal, err)
	}
	done, err := s.Issue(IssueInput{Input: in, Note: "gửi kèm phụ lục"})
	if err != nil {
		t.Fatal(err)
	}
	p := done.Paper
	if p.Symbol != "01-BC/ĐU" || p.TypeName != "Báo cáo" || p.Signer != "Lê Văn Mẫu (T/M BAN THƯỜNG VỤ, BÍ THƯ)" || p.Copies != 15 ||
		p.Pages == 0 ||
		p.Hash == "" ||
		p.Program != Template ||
		strings.Join(p.Recipients, "|") != "Như trên|Lưu Văn phòng Đảng ủy" ||
		done.File.FileName != "01-BC-ĐU bao-cao-ky 2026-06.pdf" {
		t.Errorf("%+v %+v", p, done.File)
	}
	sealed := bytes.Clone(fileOf(t, o, done.File))
	text := pdfText(t, sealed)
	for _, want := range []string{"Số 01-BC/ĐU", "ngày 02 tháng 7 năm 2026", "HỎA TỐC", "LƯU HÀNH NỘI BỘ", "Lê Văn Mẫu",
		"NguyenMauAn-26, 15 bản"} {
		if !strings.Contains(text, want) {
			t.Errorf("the paper does not say %q", want)
		}
	}
	if strings.Contains(strings.ToLower(text), "dự thảo") {
		t.Error("an issued paper says it is a draft")
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.Exec(
			"UPDATE officer SET full_name = 'Đổi tên mẫu'; UPDATE setting SET value = json_set(value, '$.name', 'Đảng ủy xã Khác') WHERE name = 'office'",
		).Error
	})
	for n := 1; n <= 2; n++ {
		again, err := s.Reprint(p.ID)
		if err != nil || !bytes.Equal(fileOf(t, o, again.File), sealed) || again.Paper.Reprints != n ||
			again.File.FileName != "01-BC-ĐU bao-cao-ky 2026-06 (bản in lại).pdf" {
			t.Errorf("reprint %d: %+v, %v, same bytes %v", n, again, err, bytes.Equal(fileOf(t, o, again.File), sealed))
		}
	}
	list, err := s.Issued(reports.Input{Report: "bao-cao-ky", Period: "2026-06"})
	if err != nil || len(list) != 1 || list[0].Reprints != 2 {
		t.Errorf("%+v, %v", list, err)
	}
	if list, err = s.Issued(reports.Input{Report: "R20", Period: "2026-07"}); err != nil || len(list) != 0 {
		t.Errorf("another month lists %+v, %v", list, err)
	}
	next, err := s.Propose(june(0, "2026-07-05"))
	if err != nil || next.Number != 2 || !strings.HasPrefix(next.LastText, "01-BC/ĐU, ngày 02/07/2026") {
		t.Errorf("%+v, %v", next, err)
	}
}

// The schema itself keeps what was sealed: no statement changes or removes it.
func TestSealedRowsDoNotChange(t *testing.T) {
	t.Parallel()
	o, _, s := issuingOffice(t)
	done, err := s.Issue(IssueInput{Input: june(1, "2026-07-02")})
	if err != nil {
		t.Fatal(err)
	}
	var columns []string
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		return tx.Raw("SELECT name FROM pragma_table_info('issued_paper') WHERE name NOT IN ('id', 'note', 'cancelled_at', 'cancel_reason')").
			Scan(&columns).
			Error
	})
	statements := []string{
		"DELETE FROM issued_paper",
		"DELETE FROM issued_file",
		"UPDATE issued_file SET content = x'00'",
		"UPDATE issued_file SET hash = ''",
		"UPDATE issued_file SET paper_id = 'x'",
		"REPLACE INTO issued_file (paper_id, content, hash) SELECT paper_id, x'00', hash FROM issued_file",
	}
	for _, c := range columns {
		statements = append(statements, "UPDATE issued_paper SET "+c+" = '1'")
	}
	if len(statements) < 25 {
		t.Fatalf("only %d statements: %v", len(statements), columns)
	}
	for _, sql := range statements {
		err := o.Store.Write(t.Context(), store.As{}, func(tx *store.Tx) error { return tx.Exec(sql).Error })
		if err == nil || !(strings.Contains(err.Error(), "sealed") || strings.Contains(err.Error(), "FOREIGN")) {
			t.Errorf("%s: %v", sql, err)
		}
	}
	if _, err := s.Reprint(done.Paper.ID); err != nil {
		t.Error(err)
	}
}

// One byte changed behind the program's back is noticed, and nothing is printed.
func TestTamperedFileIsNotPrinted(t *testing.T) {
	t.Parallel()
	o, _, s := issuingOffice(t)
	done, err := s.Issue(IssueInput{Input: june(1, "2026-07-02")})
	if err != nil {
		t.Fatal(err)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.Exec(
			"DROP TRIGGER issued_file_sealed; UPDATE issued_file SET content = CAST(substr(content, 1, 999) || x'00' || substr(content, 1001) AS BLOB)",
		).Error
	})
	again, err := s.Reprint(done.Paper.ID)
	if !fault.Is(err, fault.CodeConflict) || !strings.Contains(err.Error(), "không còn nguyên") || again.File.Token != "" {
		t.Errorf("%+v, %v", again, err)
	}
	if _, _, prints := counts(t, o.Store); prints != 0 {
		t.Errorf("%d prints noted", prints)
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		if n, err := papers.CountTampered(tx); n != 1 || err != nil {
			t.Errorf("%d broken files, %v", n, err)
		}
		return nil
	})
}

// pdfText gives the words of a file as poppler reads them, lines joined.
func pdfText(t *testing.T, file []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(typesettest.Tool(t, "pdftotext", "-raw", path, "-"))), " ")
}

// The page of differences says what changed since, in three formats; without a change it says so.
func TestDifferencesOfAnIssuedPaper(t *testing.T) {
	t.Parallel()
	o, ids, s := issuingOffice(t)
	done, err := s.Issue(IssueInput{Input: june(1, "2026-07-02")})
	if err != nil {
		t.Fatal(err)
	}
	if p, err := s.Differences(done.Paper.ID, "pdf"); err != nil || !strings.Contains(pdfText(t, fileOf(t, o, p)), "Không có khác biệt") {
		t.Errorf("%+v, %v", p, err)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		_, err := activities.Save(
			tx,
			activities.MeetingInput{
				Kind:      activities.People,
				State:     activities.Held,
				PlannedOn: "2026-06-25",
				HeldOn:    "2026-06-25",
				HostIDs: []string{
					ids["ap0"],
				},
				Attendances: []activities.AttendanceInput{{OfficerID: ids["cb0"], Result: activities.Attended}},
			},
		)
		return err
	})
	for _, format := range typeset.Formats {
		p, err := s.Differences(done.Paper.ID, string(format))
		if err != nil || p.FileName != "doi chieu 01-BC-ĐU."+string(format) || len(fileOf(t, o, p)) == 0 {
			t.Errorf("%s: %+v, %v", format, p, err)
		}
		if format == typeset.FormatPDF {
			text := pdfText(t, fileOf(t, o, p))
			for _, want := range []string{"BẢNG ĐỐI CHIẾU SỐ LIỆU", "báo cáo số 01-BC/ĐU, ngày 02/07/2026", "Bản đã ban hành",
				"Cán bộ mẫu 01"} {
				if !strings.Contains(text, want) {
					t.Errorf("the page does not say %q: %s", want, text)
				}
			}
			typesettest.KeepSample(t, "doi chieu.pdf", fileOf(t, o, p))
		}
	}
	if _, err := s.Differences("khong-co", "pdf"); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("%v", err)
	}
	if _, err := s.Differences(done.Paper.ID, "txt"); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("%v", err)
	}
	// Its choices point at what is no longer there: the page says so in words.
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.Exec("DROP TRIGGER issued_paper_sealed; UPDATE issued_paper SET input = json_set(input, '$.unitId', 'khong-con')").Error
	})
	if p, err := s.Differences(
		done.Paper.ID,
		"pdf",
	); err != nil ||
		!strings.Contains(pdfText(t, fileOf(t, o, p)), "Không lập lại được văn bản") {
		t.Errorf("%+v, %v", p, err)
	}
}
