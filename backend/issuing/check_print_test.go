package issuing

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

// signOutside is what a signing program makes of a file: the file as it is, and an update behind it with a signature. objects are
// what the update defines besides.
func signOutside(file []byte, objects string) []byte {
	return fmt.Appendf(bytes.Clone(file), "900 0 obj\n<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached "+
		"/ByteRange [0 100 200 300] /Contents <00>>>\nendobj\n%sxref\n0 1\n0000000000 65535 f \ntrailer\n<</Prev 9>>\nstartxref\n%d\n%%%%EOF\n",
		objects, len(file))
}

// withProofMark lets the office print the square code, from the beginning.
func withProofMark(t *testing.T, o *accesstest.Office) {
	t.Helper()
	profile := document.DefaultProfile(document.FormParty, "2026-07-02")
	profile.ProofMark = true
	o.SignIn(t, access.QuanTri)
	if _, err := reports.New(o.Gate).SaveProfile(document.ProfileVersion{Profile: profile}); err != nil {
		t.Fatal(err)
	}
	o.SignIn(t, access.ChuyenVien)
}

// A file or the letters of a print are told again, from the best verdict to the worst.
func TestPrintIsToldAgain(t *testing.T) {
	t.Parallel()
	o, _, s := issuingOffice(t)
	withProofMark(t, o)
	done, err := s.Issue(IssueInput{Input: june(12, "2026-07-02")})
	if err != nil {
		t.Fatal(err)
	}
	file, letters := fileOf(t, o, done.File), done.Paper.Proof
	typesettest.CheckArchive(t, "bản đã ban hành", file)
	foot := typesettest.PDFPages(t, file)[0]
	if !strings.Contains(foot, "Mã kiểm tra: "+letters) || !strings.Contains(foot, done.Paper.Symbol+", ngày 02/07/2026") {
		t.Errorf("letters %q, the first page ends %q", letters, foot[max(0, len(foot)-200):])
	}
	for n, page := range typesettest.PDFPages(t, file)[1:] {
		if strings.Contains(page, letters) {
			t.Errorf("page %d has the letters too", n+2)
		}
	}
	pageNumber := bytes.Index(file, []byte("/Contents ")) // of the first page: its contents are the object after it
	contents := strings.Fields(string(file[pageNumber : pageNumber+20]))[1]
	give := func(content []byte) CheckPrintInput {
		return CheckPrintInput{File: o.Gate.Files().Put("a.pdf", "application/pdf", content)}
	}
	flipped := bytes.Clone(file)
	flipped[pageNumber+200] ^= 1
	stranger := bytes.ReplaceAll(flipped, []byte("<dc:identifier>"), []byte("<dc:identifieX>"))
	cases := []struct {
		name string
		in   CheckPrintInput
		want papers.Verdict
		says string
	}{
		{"no letters", CheckPrintInput{Letters: "12"}, "", "12 chữ và số"},
		{"no PDF", give([]byte("PK")), "", "Chỉ kiểm tra được tệp PDF"},
		{"a file that is gone", CheckPrintInput{File: "x"}, "", "chọn lại tệp"},
		{"letters of another office", CheckPrintInput{Letters: "0000-0000-0000"}, papers.Unknown, "Không có văn bản nào trong sổ mang mã"},
		{"a stranger's file", give(stranger), papers.Unknown, "Không có văn bản nào trong sổ giống tệp này"},
		{"one bit changed", give(flipped), papers.Changed, "không giống bản đã ban hành"},
		{"cut off", give(file[:len(file)-1]), papers.Changed, "không giống bản đã ban hành"},
		{"something added", give(append(bytes.Clone(file), "thêm"...)), papers.Changed, "không phải chữ ký số trọn vẹn"},
		{
			"new pages behind a signature",
			give(signOutside(file, contents+" 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n")),
			papers.Changed, "đã thay nội dung",
		},
		{"letters", CheckPrintInput{Letters: strings.ToLower(strings.ReplaceAll(letters, "-", " "))}, papers.LettersFit, "còn nguyên"},
		{
			"the square code read by a telephone",
			CheckPrintInput{Letters: done.Paper.Symbol + " 02/07/2026 " + letters},
			papers.LettersFit,
			"so chữ, số",
		},
		{"signed", give(signOutside(file, "")), papers.WithSigning, "có chữ ký số"},
		{"signed twice", give(signOutside(signOutside(file, ""), "")), papers.WithSigning, "có chữ ký số"},
		{"as sealed", give(file), papers.AsSealed, "giống bản niêm phong từng byte"},
	}
	for _, tt := range cases {
		got, err := s.CheckPrint(tt.in)
		said := got.Sentence
		if err != nil {
			said = err.Error()
		}
		if got.Verdict != tt.want || !strings.Contains(said, tt.says) {
			t.Errorf("%s: %q, %q, want %q, %q", tt.name, got.Verdict, said, tt.want, tt.says)
		}
		known := tt.want != "" && tt.want != papers.Unknown
		if known != (got.Paper != nil) || known && (got.Paper.ID != done.Paper.ID || !strings.Contains(said, done.Paper.Symbol)) {
			t.Errorf("%s: paper %+v", tt.name, got.Paper)
		}
	}
	if _, err := papers.New(o.Gate).Cancel(done.Paper.ID, "Sai số liệu"); err != nil {
		t.Fatal(err)
	}
	if got, err := s.CheckPrint(give(file)); err != nil || !strings.Contains(got.Sentence, "đã hủy: Sai số liệu.") {
		t.Errorf("a cancelled paper: %+v, %v", got, err)
	}
}

// Without the setting nothing is printed in the foot, and the letters are there all the same.
func TestFootStaysFreeWithoutTheSetting(t *testing.T) {
	t.Parallel()
	o, _, s := issuingOffice(t)
	done, err := s.Issue(IssueInput{Input: june(1, "2026-07-02")})
	if err != nil {
		t.Fatal(err)
	}
	file := fileOf(t, o, done.File)
	if page := typesettest.PDFPages(t, file)[0]; strings.Contains(page, "Mã kiểm tra") {
		t.Errorf("the first page ends %q", page[max(0, len(page)-200):])
	}
	if got, err := s.CheckPrint(CheckPrintInput{Letters: done.Paper.Proof}); err != nil || got.Verdict != papers.LettersFit {
		t.Errorf("%+v, %v", got, err)
	}
	if document.ProofLettersIn(file) != done.Paper.Proof {
		t.Errorf("the file says it is %q", document.ProofLettersIn(file))
	}
}

// The signed file is kept beside the sealed one only if it begins with it and adds nothing but a signature.
func TestSignedFileIsReceived(t *testing.T) {
	t.Parallel()
	o, _, s := issuingOffice(t)
	done, err := s.Issue(IssueInput{Input: june(1, "2026-07-02")})
	if err != nil {
		t.Fatal(err)
	}
	file := fileOf(t, o, done.File)
	other, err := issueAccepting(s, IssueInput{Input: reports.Input{Report: "R20", Period: "2026-05", Number: 2, Date: "2026-07-03"}})
	if err != nil {
		t.Fatal(err)
	}
	token := func(content []byte) string { return o.Gate.Files().Put("ký.pdf", "application/pdf", content) }
	refused := []struct {
		name    string
		id      string
		content []byte
		says    string
	}{
		{"no such paper", "x", signOutside(file, ""), "Không tìm thấy"},
		{"no PDF", done.Paper.ID, []byte("PK"), "không phải PDF"},
		{"not signed", done.Paper.ID, file, "chưa có chữ ký số"},
		{"another paper", other.Paper.ID, signOutside(file, ""), "không bắt đầu bằng đúng bản đã ban hành"},
		{
			"written anew",
			done.Paper.ID,
			signOutside(bytes.Replace(file, []byte("%PDF-1.7"), []byte("%PDF-1.6"), 1), ""),
			"không bắt đầu bằng",
		},
		{"nothing signed", done.Paper.ID, append(bytes.Clone(file), "\n%%EOF\n"...), "không phải chữ ký số"},
		{"cut off", done.Paper.ID, bytes.TrimSuffix(signOutside(file, ""), []byte("%EOF\n")), "không phải chữ ký số trọn vẹn"},
		{
			"a page with other contents",
			done.Paper.ID,
			signOutside(file, "3 0 obj\n<</Type /Page\n/Contents 901 0 R>>\nendobj\n"),
			"thay nội dung đã in",
		},
	}
	for _, tt := range refused {
		if _, err := s.ReceiveSigned(tt.id, token(tt.content)); err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.says)
		}
	}
	if _, err := s.OpenSigned(done.Paper.ID); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("nothing was received: %v", err)
	}
	first, second := signOutside(
		file,
		"3 0 obj\n<</Type /Page\n/Annots [902 0 R]\n/Contents 4 0 R>>\nendobj\n",
	), signOutside(
		signOutside(file, ""),
		"",
	)
	for _, content := range [][]byte{first, first, second} {
		got, err := s.ReceiveSigned(done.Paper.ID, token(content))
		if err != nil || got.SignedAt == "" || got.ID != done.Paper.ID {
			t.Fatalf("%+v, %v", got, err)
		}
	}
	opened, err := s.OpenSigned(done.Paper.ID)
	if err != nil || !bytes.Equal(fileOf(t, o, opened.File), second) || !strings.Contains(opened.File.FileName, "(đã ký)") {
		t.Errorf("%+v, %v", opened, err)
	}
	if again, err := s.Reprint(done.Paper.ID); err != nil || !bytes.Equal(fileOf(t, o, again.File), file) {
		t.Errorf("the sealed file is another: %v", err)
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		page, err := papers.List(tx, papers.Filter{})
		for _, p := range page.Items {
			if (p.SignedAt != "") != (p.ID == done.Paper.ID) {
				t.Errorf("%s is signed at %q", p.Symbol, p.SignedAt)
			}
		}
		var files int64
		if err := tx.Raw("SELECT count(*) FROM issued_signed").Scan(&files).Error; err != nil || files != 2 {
			t.Errorf("%d signed files kept, %v", files, err)
		}
		if n, err := papers.CountTampered(tx); n != 0 || err != nil {
			t.Errorf("%d broken files, %v", n, err)
		}
		return err
	})
	for _, sql := range []string{
		"DELETE FROM issued_signed", "UPDATE issued_signed SET content = x'00'", "UPDATE issued_signed SET paper_id = 'x'",
	} {
		err := o.Store.Write(t.Context(), store.As{}, func(tx *store.Tx) error { return tx.Exec(sql).Error })
		if err == nil || !strings.Contains(err.Error(), "sealed") {
			t.Errorf("%s: %v", sql, err)
		}
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.Exec("DROP TRIGGER issued_signed_sealed; UPDATE issued_signed SET content = CAST(content || x'00' AS BLOB)").Error
	})
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		if n, err := papers.CountTampered(tx); n != 2 || err != nil {
			t.Errorf("%d broken files, %v", n, err)
		}
		return nil
	})
	if _, err := s.OpenSigned(done.Paper.ID); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("a changed signed file is opened: %v", err)
	}
	if _, err := papers.New(o.Gate).Cancel(other.Paper.ID, "Thử"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ReceiveSigned(other.Paper.ID, token(signOutside(fileOf(t, o, other.File), ""))); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("a cancelled paper is signed: %v", err)
	}
}
