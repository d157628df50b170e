package issuing

import (
	"bytes"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A copy is a file of its own with a number of the one series of copies, whatever its kind; the paper it is made from keeps its bytes,
// and each names the other in the register (HD 05, II.III and annex 3).
func TestCopiesOfAPaper(t *testing.T) {
	t.Parallel()
	o, _, s := issuingOffice(t)
	issued, err := s.Issue(IssueInput{Input: june(0, "2026-07-02")})
	if err != nil {
		t.Fatal(err)
	}
	original := bytes.Clone(fileOf(t, o, issued.File))
	to := []string{"Các chi bộ trực thuộc"}
	proposal, err := s.ProposeCopy(issued.Paper.ID)
	if err != nil || proposal.Number != "01-BS" || strings.Join(proposal.Kinds, " ") != "sao_y trich_sao" || len(proposal.Parts) < 4 ||
		proposal.Signer.InOneLine(document.Profile{Form: document.FormParty}) != "Đỗ Mẫu Chánh (T/L BAN THƯỜNG VỤ, CHÁNH VĂN PHÒNG)" {
		t.Fatalf("%+v, %v", proposal, err)
	}
	whole, err := s.Copy(CopyInput{PaperID: issued.Paper.ID, Recipients: to, Day: "2026-07-03"})
	if err != nil {
		t.Fatal(err)
	}
	extract, err := s.Copy(
		CopyInput{PaperID: issued.Paper.ID, Kind: papers.CopyExtract, Parts: []int{2}, Recipients: to, Day: "2026-07-03"},
	)
	if err != nil {
		t.Fatal(err)
	}
	again, err := s.Copy(CopyInput{PaperID: whole.Paper.ID, Recipients: to, Day: "2026-07-04"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		made      IssuedPrint
		symbol    string
		has, lack []string
	}{
		{
			whole, "01-BS",
			[]string{"BẢN SAO VĂN BẢN", "Số: 01-BS", "Hình thức sao: Sao y", "Số 01-BC/ĐU", "(Đã ký)", "PHƯƠNG HƯỚNG", "Hạn chế"}, nil,
		},
		{extract, "02-BS", []string{"Số: 02-BS", "Hình thức sao: Trích sao", "PHƯƠNG HƯỚNG"}, []string{"Hạn chế", "Phụ lục 1"}},
		{again, "03-BS", []string{"Số: 03-BS", "Hình thức sao: Sao lục", "ngày 04 tháng 7 năm 2026"}, []string{"01-BS"}},
	} {
		if p := c.made.Paper; p.Symbol != c.symbol || p.TypeName != "Bản sao" || p.Recipients[0] != to[0] {
			t.Errorf("%+v", p)
		}
		text := pdfText(t, fileOf(t, o, c.made.File))
		for _, want := range c.has {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", c.symbol, want)
			}
		}
		for _, not := range c.lack {
			if strings.Contains(text, not) {
				t.Errorf("%s says %q", c.symbol, not)
			}
		}
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		p, content, err := papers.ReadSealed(tx, issued.Paper.ID)
		if err != nil || !bytes.Equal(content, original) {
			t.Errorf("the paper is no longer what was sealed: %v", err)
		}
		var said []string
		for _, r := range p.Related {
			said = append(said, r.Word+" "+r.Symbol)
		}
		if got := strings.Join(said, ", "); got != "Được sao y thành 01-BS, Được trích sao thành 02-BS" {
			t.Errorf("the register says of the paper: %s", got)
		}
		return err
	})
	if printed, err := s.Reprint(whole.Paper.ID); err != nil || !bytes.Equal(fileOf(t, o, printed.File), fileOf(t, o, whole.File)) {
		t.Errorf("a copy printed again: %v", err)
	}
	if _, err := s.Differences(whole.Paper.ID, "pdf"); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("a copy has no figures of its own: %v", err)
	}
}

// What cannot be copied, or would say less than a copy has to, is refused with a sentence at its field, and takes no number.
func TestCopiesRefused(t *testing.T) {
	t.Parallel()
	_, _, s := issuingOffice(t)
	issued, err := s.Issue(IssueInput{Input: june(0, "2026-07-02")})
	if err != nil {
		t.Fatal(err)
	}
	state := june(0, "2026-07-02")
	state.Form = document.FormState
	ofState, err := s.Issue(IssueInput{Input: state})
	if err != nil {
		t.Fatal(err)
	}
	to := []string{"Các chi bộ"}
	id := issued.Paper.ID
	nobody := &document.Signatory{Authority: document.ByOrder, Body: "BAN THƯỜNG VỤ", Position: "CHÁNH VĂN PHÒNG"}
	passedOn := &document.Signatory{Authority: document.ByOrder, Body: "BAN THƯỜNG VỤ", Position: "TRƯỞNG BAN TỔ CHỨC", Name: "A Mẫu"}
	for _, tt := range []struct {
		name, field string
		in          CopyInput
	}{
		{"an unknown paper", "", CopyInput{PaperID: "la", Recipients: to}},
		{"a state paper", "", CopyInput{PaperID: ofState.Paper.ID, Recipients: to}},
		{"for nobody", "recipients", CopyInput{PaperID: id}},
		{"for more than the stamp holds", "recipients", CopyInput{PaperID: id, Recipients: []string{strings.Repeat("a", longestTo+1)}}},
		{"of no kind", "kind", CopyInput{PaperID: id, Recipients: to, Kind: "chup"}},
		{"sao lục of an original", "kind", CopyInput{PaperID: id, Recipients: to, Kind: papers.CopyOfCopy}},
		{"an extract of nothing", "parts", CopyInput{PaperID: id, Recipients: to, Kind: papers.CopyExtract}},
		{"an extract of what is not there", "parts", CopyInput{PaperID: id, Recipients: to, Kind: papers.CopyExtract, Parts: []int{99}}},
		{"before the paper", "day", CopyInput{PaperID: id, Recipients: to, Day: "2026-07-01"}},
		{"tomorrow", "day", CopyInput{PaperID: id, Recipients: to, Day: "2030-01-01"}},
		{"on no day", "day", CopyInput{PaperID: id, Recipients: to, Day: "2026-02-30"}},
		{"signed by nobody", "name", CopyInput{PaperID: id, Recipients: to, SignAs: nobody}},
		{"with the board behind the post", "position", CopyInput{PaperID: id, Recipients: to, SignAs: passedOn}},
	} {
		_, err := s.Copy(tt.in)
		f, known := fault.Of(err)
		if !known || tt.field != "" && f.Fields[tt.field] == "" {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if p, err := s.ProposeCopy(id); err != nil || p.Number != "01-BS" {
		t.Errorf("a refused copy took a number: %+v, %v", p, err)
	}
	last := strings.Repeat("a", longestTo)
	if _, err := s.Copy(CopyInput{PaperID: id, Recipients: []string{last}, Day: "2026-07-02"}); err != nil {
		t.Errorf("the longest list of receivers, on the day of the paper: %v", err)
	}
}
