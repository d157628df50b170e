package issuing

import (
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

func issuingMatters(t *testing.T) (*accesstest.Office, map[string]string, *Service) {
	t.Helper()
	o, ids := reportstest.MatterOffice(t)
	readyToIssue(t, o)
	o.SignIn(t, access.ChuyenVien)
	return o, ids, New(o.Gate)
}

// A letter that stands in the register of matters goes out under the number and day it has there, once.
func TestLettersKeepTheirNumber(t *testing.T) {
	t.Parallel()
	o, ids, s := issuingMatters(t)
	in := reports.Input{Report: "R10", Period: "2026-06", BodyID: ids["cq0"]}
	p, err := s.Propose(in)
	if err != nil || !p.Fixed || p.Number != 21 || p.Day != "2026-06-08" || len(reports.Weighing(p.Obstacles, reports.Refuses)) > 0 {
		t.Fatalf("%+v, %v", p, err)
	}
	for name, tt := range map[string]struct {
		change func(*IssueInput)
		says   string
	}{
		"another number":              {func(in *IssueInput) { in.Input.Number = 30 }, "Công văn này đã ghi số 21-CV/ĐU"},
		"a letter behind it":          {func(in *IssueInput) { in.Suffix = "b" }, "Công văn này đã ghi số 21-CV/ĐU"},
		"the office's own letterhead": {func(in *IssueInput) { in.Input.Signer = reports.SignedByOffice }, "ký hiệu CV/VPĐU"},
	} {
		try := IssueInput{Input: in}
		tt.change(&try)
		if _, err := s.Issue(try); !fault.Is(err, fault.CodeInvalid) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	done, err := s.Issue(IssueInput{Input: in})
	if err != nil || done.Paper.Symbol != "21-CV/ĐU" || done.Paper.Day != "2026-06-08" || done.Paper.TypeName != "Công văn" ||
		done.Paper.Recipients[0] != "Phòng Kinh tế xã Mẫu Đơn" {
		t.Fatalf("%+v, %v", done.Paper, err)
	}
	if _, err := s.Issue(IssueInput{Input: in}); err == nil || !strings.Contains(err.Error(), "Số 21 đã dùng") {
		t.Errorf("issued twice: %v", err)
	}
	if list, err := s.Issued(in); err != nil || len(list) != 1 {
		t.Errorf("%+v, %v", list, err)
	}
	if list, err := s.Issued(reports.Input{Report: "R10", Period: "2026-06", BodyID: ids["cq1"]}); err != nil || len(list) != 0 {
		t.Errorf("a letter to another body lists %+v, %v", list, err)
	}
	in.IssuerID = papers.TheCommittee // the usual body, now named
	if list, err := s.Issued(in); err != nil || len(list) != 1 || list[0].Issuer != "Đảng ủy xã Mẫu Đơn" {
		t.Errorf("%+v, %v", list, err)
	}
	if papersN, files, _ := counts(t, o.Store); papersN != 1 || files != 1 {
		t.Errorf("%d papers, %d files", papersN, files)
	}
}

// A paper on matters that was noted in their register first is the same paper, when number and day are; another day is not.
func TestNotedPapersAreIssuedUnderTheirNumber(t *testing.T) {
	t.Parallel()
	o, ids, s := issuingMatters(t)
	gap := []string{"Số tiếp theo là 23; ghi số 25 thì khuyết số 23–24."}
	if _, err := matters.New(o.Gate).Chase(
		matters.DocInput{MatterIDs: []string{ids["kenh"]}, Day: "2026-07-20", DocNumber: "25-CV/ĐU", Accepted: gap},
	); err != nil {
		t.Fatal(err)
	}
	in := reports.Input{Report: "R11", BodyID: ids["cq1"], Number: 25, Date: "2026-07-21"}
	if _, err := s.Issue(
		IssueInput{Input: in},
	); err == nil ||
		!strings.Contains(err.Error(), "Số 25 đã dùng cho 25-CV/ĐU, ngày 20/07/2026 (công văn đôn đốc)") {
		t.Errorf("%v", err)
	}
	in.Date = "2026-07-20"
	done, err := issueAccepting(s, IssueInput{Input: in})
	if err != nil || done.Paper.Symbol != "25-CV/ĐU" {
		t.Fatalf("%+v, %v", done.Paper, err)
	}
	p, err := s.Propose(reports.Input{Report: "R11", BodyID: ids["cq1"]})
	if err != nil || p.Number != 26 || len(p.Faults) != 1 || p.Faults[0].Sentence != "CV/ĐU, nhiệm kỳ 2025–2030: khuyết số 23–24." {
		t.Errorf("%+v, %v", p, err)
	}
}

// Papers of the committee's office number apart from the committee's, those of the authority by the year.
func TestBodiesNumberApart(t *testing.T) {
	t.Parallel()
	o, ids, s := issuingMatters(t)
	for _, tt := range []struct {
		in   reports.Input
		want string
	}{
		{reports.Input{Report: "R10B", Period: "2026-06", Date: "2026-07-01"}, "01-TB/ĐU"},
		{reports.Input{Report: "R10B", Period: "2026-06", Date: "2026-07-01", Signer: reports.SignedByOffice}, "01-TB/VPĐU"},
		{reports.Input{Report: "R12", Period: "2026-06", Date: "2026-07-01", IssuerID: papers.TheOffice}, "02-TB/VPĐU"},
		// the same body, chosen from the list
		{reports.Input{Report: "R12", Period: "2026-06", Date: "2026-12-31"}, "02-TB/ĐU"},
		{reports.Input{Report: "R10B", Period: "2026-06", Date: "2026-07-01", Form: document.FormState}, "01/TB-UBND"},
		{reports.Input{Report: "R10B", Period: "2026-06", Date: "2027-01-04", Form: document.FormState}, "01/TB-UBND"},
		{reports.Input{Report: "R12", Period: "2026-06", Date: "2027-01-04"}, "03-TB/ĐU"},
		{reports.Input{Report: "R11", BodyID: ids["cq0"], Date: "2026-07-01", Form: document.FormState}, "01/UBND"},
		{
			reports.Input{Report: "R10B", Period: "2026-06", Date: "2026-07-02", Form: document.FormFront, SignAs: &document.Signatory{
				Authority: document.OnBehalf, Body: "Ban Thường trực", Position: "Chủ tịch", Name: "Võ Mẫu Sáu",
			}},
			"01/TB-MTTQ-BTT",
		},
	} {
		done, err := issueAccepting(s, IssueInput{Input: tt.in})
		if err != nil || done.Paper.Symbol != tt.want {
			t.Errorf("%+v: %s, %v; want %s", tt.in, done.Paper.Symbol, err, tt.want)
			continue
		}
		if text := pdfText(t, fileOf(t, o, done.File)); !strings.Contains(strings.ReplaceAll(text, " ", ""), tt.want) {
			t.Errorf("the paper does not bear %s", tt.want)
		}
		storetest.Read(t, o.Store, func(tx *store.Tx) error { // the page of differences in the paper's own form
			doc, _, err := Compare(tx, done.Paper.ID)
			if err == nil {
				typesettest.CheckPDF(t, doc, tx.Now)
			}
			return err
		})
	}
}

// The guard stops a paper that leaves the office with a resident in it; no number is used up.
func TestGuardStopsIssuing(t *testing.T) {
	t.Parallel()
	o, ids, s := issuingMatters(t)
	in := reports.Input{
		Report:     "R10B",
		Period:     "2026-06",
		Date:       "2026-07-01",
		MatterID:   ids["duong"],
		Recipients: []string{"Gia đình ông Lê Văn Tám", "Lưu Văn phòng"},
	}
	if _, err := s.Issue(IssueInput{Input: in}); !fault.Is(err, fault.CodeInvalid) || !strings.Contains(err.Error(), "nơi nhận") {
		t.Errorf("%v", err)
	}
	if papersN, files, _ := counts(t, o.Store); papersN+files != 0 {
		t.Errorf("%d papers, %d files", papersN, files)
	}
	in.Recipients = []string{"Nơi đã nêu ý kiến", "Lưu Văn phòng"}
	if done, err := s.Issue(IssueInput{Input: in}); err != nil || done.Paper.Number != 1 {
		t.Errorf("%+v, %v", done.Paper, err)
	}
}
