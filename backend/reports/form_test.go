package reports

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
)

// The form of a paper is that of its day, with what the office chose for that time.
func TestProfileOfTheDay(t *testing.T) {
	t.Parallel()
	o := accesstest.Open(t)
	s := New(o.Gate)
	tests := []struct {
		save string // day of a version saved before the question; "" = none
		set  func(p *document.Profile)
		form document.Form
		day  dates.Date
		want string // separator, last căn cứ, typist, tờ trình, công văn, quy định, leading
	}{
		{"", nil, document.FormParty, "2024-05-10", "uỷ , , 8 HOA Kính gửi khong QĐi 18"},
		{"", nil, document.FormParty, "2026-05-26", "uỷ , , 8 HOA Kính gửi khong QĐi 18"},
		{"", nil, document.FormParty, "2026-05-27", "uỷ ; . 11 Kính trình về việc QĐ 18"},
		{"", nil, document.FormParty, "2026-06-15", "uỷ ; . 11 Kính trình về việc QĐ 18"},
		{"", nil, document.FormState, "2024-05-10", "ủy ; . 11 Kính gửi V/v QyĐ 18"},
		{"", nil, document.FormFront, "2026-06-15", "ủy ; . 11 Kính gửi V/v QyĐ 18"},
		// Chosen in the time of HD 36: only what was chosen goes on under HD 05.
		{
			"2025-07-01",
			func(p *document.Profile) { p.Leading = 20 },
			document.FormParty,
			"2025-06-30",
			"uỷ , , 8 HOA Kính gửi khong QĐi 18",
		},
		{"", nil, document.FormParty, "2025-07-01", "uỷ , , 8 HOA Kính gửi khong QĐi 20"},
		{"", nil, document.FormParty, "2026-06-15", "uỷ ; . 11 Kính trình về việc QĐ 20"},
		// An office that holds HD 05 for binding from 12/01/2026 saves it from that day.
		{
			"2026-01-12",
			func(p *document.Profile) { *p = document.DefaultProfile(document.FormParty, "2026-05-27") },
			document.FormParty,
			"2026-01-11",
			"uỷ , , 8 HOA Kính gửi khong QĐi 20",
		},
		{"", nil, document.FormParty, "2026-01-12", "uỷ ; . 11 Kính trình về việc QĐ 18"},
		{"", nil, document.FormParty, "2026-06-15", "uỷ ; . 11 Kính trình về việc QĐ 18"},
		// And one that kept to HD 36 until 01/7/2026.
		{
			"2026-05-27",
			func(p *document.Profile) { *p = document.DefaultProfile(document.FormParty, "2024-01-01") },
			document.FormParty,
			"2026-06-30",
			"uỷ , , 8 HOA Kính gửi khong QĐi 18",
		},
		{
			"2026-07-01",
			func(p *document.Profile) {
				*p = document.DefaultProfile(document.FormParty, "2026-07-01")
				p.OldSpelling = false
			},
			document.FormParty,
			"2026-07-01",
			"ủy ; . 11 Kính trình về việc QĐ 18",
		},
		{"", nil, document.FormParty, "2026-06-30", "uỷ , , 8 HOA Kính gửi khong QĐi 18"},
	}
	for i, tt := range tests {
		if tt.save != "" {
			storetest.Read(t, o.Store, func(tx *store.Tx) error {
				p, err := document.ProfileOf(tx, tt.form, dates.Date(tt.save))
				tt.set(&p)
				in := document.ProfileVersion{From: dates.Date(tt.save), Profile: p}
				defer func() {
					if _, err := s.SaveProfile(in); err != nil {
						t.Fatal(err)
					}
				}()
				return err
			})
		}
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			p, err := document.ProfileOf(tx, tt.form, tt.day)
			got := fmt.Sprintf(
				"%s %s %s %g%s %s %s %s %g",
				p.Spell("ủy"),
				p.RecipientSep,
				p.BasesEnd,
				p.TypistSize,
				map[bool]string{true: " HOA"}[p.TypistCaps],
				p.SubmitWord,
				p.SubjectWord,
				p.SymbolQuyDinh,
				p.Leading,
			)
			if err != nil || got != tt.want {
				t.Errorf("%d %s %s: %s, want %s (%v)", i, tt.form, tt.day, got, tt.want, err)
			}
			return nil
		})
	}
	versions, err := s.ProfileVersions(document.FormParty)
	var timeline []string
	for _, v := range versions {
		timeline = append(timeline, fmt.Sprintf("%s..%s %v %v %d", v.From, v.To, v.Own, v.Now, len(v.Differs)))
	}
	want := []string{
		"..2025-06-30 false false 0",
		"2025-07-01..2026-01-11 true false 1",
		"2026-01-12..2026-05-26 true false 6",
		"2026-05-27..2026-06-30 true false 6",
		"2026-07-01.. true true 1",
	}
	if err != nil || !slices.Equal(timeline, want) {
		t.Errorf("%q, %v", timeline, err)
	}
	if versions, err = s.DeleteProfile(document.FormParty, "2026-05-27"); err != nil || versions[3].Profile.RecipientSep != ";" {
		t.Errorf("after the deletion HD 05 holds again: %+v, %v", versions, err)
	}
	if _, err = s.DeleteProfile(document.FormParty, "2026-05-27"); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("deleted what the rules say: %v", err)
	}
	o.SignIn(t, access.ChuyenVien)
	if _, err := s.SaveProfile(
		document.ProfileVersion{From: "2026-08-01", Profile: document.DefaultProfile(document.FormParty, "")},
	); !fault.Is(
		err,
		fault.CodeForbidden,
	) {
		t.Errorf("a chuyên viên changed the form: %v", err)
	}
}

func TestProfileRefusesWhatTheRulesForbid(t *testing.T) {
	t.Parallel()
	s := New(accesstest.Open(t).Gate)
	tests := []struct {
		form  document.Form
		field string
		spoil func(p *document.Profile)
	}{
		{"khac", "form", func(p *document.Profile) {}},
		{document.FormParty, "bodySize", func(p *document.Profile) { p.BodySize = 13 }},
		{document.FormState, "bodySize", func(p *document.Profile) { p.BodySize = 15 }},
		{document.FormParty, "leading", func(p *document.Profile) { p.Leading = 17 }},
		{document.FormParty, "leading", func(p *document.Profile) { p.Leading = 23 }},
		{
			document.FormParty,
			"headingSep",
			func(p *document.Profile) { p.HeadingSep = ") " },
		},
		{document.FormState, "headingSep", func(p *document.Profile) { p.HeadingSep = "- " }},
		{
			document.FormParty,
			"recipientSep",
			func(p *document.Profile) { p.RecipientSep = "." },
		},
		{document.FormState, "recipientSep", func(p *document.Profile) { p.RecipientSep = "," }},
		{document.FormParty, "endMark", func(p *document.Profile) { p.EndMark = "!" }},
		{document.FormState, "endMark", func(p *document.Profile) { p.EndMark = "." }},
		{
			document.FormParty,
			"symbolQuyDinh",
			func(p *document.Profile) { p.SymbolQuyDinh = "QD" },
		},
		{document.FormState, "symbolQuyDinh", func(p *document.Profile) { p.SymbolQuyDinh = "QĐ" }},
		{
			document.FormParty,
			"basesEnd",
			func(p *document.Profile) { p.BasesEnd = ";" },
		},
		{document.FormParty, "submitWord", func(p *document.Profile) { p.SubmitWord = "Gửi" }},
		{
			document.FormParty,
			"subjectWord",
			func(p *document.Profile) { p.SubjectWord = "Về" },
		},
		{document.FormState, "subjectWord", func(p *document.Profile) { p.SubjectWord = document.NoSubjectWord }},
		{
			document.FormParty,
			"subjectCase",
			func(p *document.Profile) { p.SubjectCase = "lower" },
		},
		{document.FormParty, "typistSize", func(p *document.Profile) { p.TypistSize = 10 }},
		{document.FormState, "dateRight", func(p *document.Profile) { p.DateRight = true }},
	}
	for _, tt := range tests {
		p := document.DefaultProfile(tt.form, "2026-06-01")
		tt.spoil(&p)
		_, err := s.SaveProfile(document.ProfileVersion{From: "2026-06-01", Profile: p})
		if f, ok := fault.Of(err); !ok || f.Fields[tt.field] == "" {
			t.Errorf("%s %s: %v", tt.form, tt.field, err)
		}
	}
	_, err := s.SaveProfile(document.ProfileVersion{From: "2026-02-30", Profile: document.DefaultProfile(document.FormParty, "")})
	if f, ok := fault.Of(err); !ok || f.Fields["from"] == "" {
		t.Errorf("a day that is none: %v", err)
	}
	if versions, err := s.ProfileVersions(document.FormParty); err != nil || len(versions) != 2 {
		t.Errorf("something was stored: %+v, %v", versions, err)
	}
	if _, err := s.ProfileVersions("khac"); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("versions of no form: %v", err)
	}
}

// A new form of paper leaves what is dated before it as it was, to the byte.
func TestNewFormLeavesOldPapers(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	print := func(day dates.Date) []byte {
		var doc document.Document
		storetest.Read(t, o.Store, func(tx *store.Tx) (err error) {
			doc, err = Make(tx, Input{Report: "R20", Period: "2026-06", Number: 7, Date: day})
			return err
		})
		pdf, err := typeset.RenderPDF(doc, documenttest.MadeAt)
		if err != nil {
			t.Fatal(err)
		}
		return pdf.Bytes
	}
	before, new := print("2026-07-05"), print("2026-09-05")
	p := document.DefaultProfile(document.FormParty, "2026-08-01")
	p.Leading, p.BodySize, p.RecipientSep, p.DateRight = 22, 15, ",", true
	if _, err := s.SaveProfile(document.ProfileVersion{From: "2026-08-01", Profile: p}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, print("2026-07-05")) {
		t.Error("a paper of July changed with a form in force from August")
	}
	if bytes.Equal(new, print("2026-09-05")) {
		t.Error("a paper of September does not have the form in force from August")
	}
}

// The sample page is drawn in every form, also before the office has said who it is, and shows what is being edited.
func TestSamplePage(t *testing.T) {
	t.Parallel()
	o := accesstest.Open(t)
	s := New(o.Gate)
	o.SignIn(t, access.LanhDao)
	for _, form := range []document.Form{document.FormParty, document.FormState, document.FormFront} {
		p := document.DefaultProfile(form, "2026-06-01")
		printed, err := s.SamplePage(SampleInput{Profile: &p})
		if err != nil || printed.Pages != 1 {
			t.Errorf("%s: %+v, %v", form, printed, err)
		}
	}
	old := document.DefaultProfile(document.FormParty, "2024-06-01")
	tests := []struct {
		in   SampleInput
		want []string
	}{
		{SampleInput{Kind: "to_trinh", Day: "2024-06-01"}, []string{"Kính gửi:", "b/c),", "NGUYENVANMAU-26", "Ban Thường vụ"}},
		{SampleInput{Kind: "to_trinh", Day: "2026-06-01"}, []string{"Kính trình:", "b/c);", "NguyenVanMau-26"}},
		{SampleInput{Kind: "quy_dinh", Profile: &old}, []string{"Số 12-QĐi/ĐU", "Xét đề nghị mẫu,"}},
		{SampleInput{Kind: "quy_dinh"}, []string{"Số 12-QĐ/ĐU", "Xét đề nghị mẫu."}},
		{SampleInput{Kind: "cong_van", Profile: &old}, []string{"xem trang mẫu"}},
		{SampleInput{Kind: "cong_van"}, []string{"về việc xem trang mẫu"}},
	}
	all := map[string]document.Document{}
	for _, tt := range tests {
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			doc, err := samplePage(tx, tt.in)
			if err != nil {
				t.Errorf("%+v: %v", tt.in, err)
				return nil
			}
			all[fmt.Sprintf("%s %s %d", tt.in.Kind, tt.in.Day, len(all))] = doc
			text := typesettest.LaidText(t, doc)
			for _, want := range tt.want {
				if !strings.Contains(text, typesettest.Squeeze(want)) {
					t.Errorf("%s %s: %q is missing", tt.in.Kind, tt.in.Day, want)
				}
			}
			return nil
		})
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
	wrong := document.DefaultProfile(document.FormParty, "")
	wrong.Leading = 3
	for field, in := range map[string]SampleInput{"leading": {Profile: &wrong}, "day": {Day: "2026-02-30"},
		"signAuthority": {Issuer: &papers.Issuer{Kind: papers.Cell, Form: document.FormParty, Name: "Chi bộ", Head: "Chi bộ", Symbol: "CB", SignAuthority: "K/T CHI BỘ", SignPosition: "PHÓ BÍ THƯ"}}} {
		if _, err := s.SamplePage(in); err == nil {
			t.Errorf("%s was accepted", field)
		} else if f, ok := fault.Of(err); !ok || f.Fields[field] == "" {
			t.Errorf("%s: %v", field, err)
		}
	}
}
