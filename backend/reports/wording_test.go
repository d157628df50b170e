package reports

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

const attendedPlace = "I.2.du-hop"

func juneReport() Input { return Input{Report: "R20", Period: "2026-06"} }

// at finds a place of a text.
func at(t *testing.T, n Narrative, key string) Passage {
	t.Helper()
	for _, p := range n.Passages {
		if p.Key == key {
			return p
		}
	}
	t.Fatalf("no place %s", key)
	return Passage{}
}

func saved(t *testing.T, s *Service, in WordingInput) Narrative {
	t.Helper()
	in.Paper = juneReport()
	n, err := s.SaveWording(in)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// printedText is what the paper says now.
func printedText(t *testing.T, o *accesstest.Office) (text string, notices []string) {
	t.Helper()
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		doc, err := Make(tx, juneReport())
		for _, b := range doc.Blocks {
			if b.Heading != nil {
				text += b.Heading.Label + ". " + b.Heading.Text + "\n"
				continue
			}
			text += said(runsOf(b)) + "\n"
		}
		notices = doc.Notices
		return err
	})
	return text, notices
}

func TestWordingsRefused(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	long := strings.Repeat("ễ", papers.LongestText+1)
	for _, tt := range []struct {
		name, field, sentence string
		in                    WordingInput
	}{
		{"empty", "text", "Đoạn này chưa có chữ", WordingInput{Place: attendedPlace, Kind: papers.Reworded, Text: " \n\t "}},
		{"too long", "text", "nhiều nhất là 4.000", WordingInput{Place: attendedPlace, Kind: papers.Reworded, Text: long}},
		{"unknown figure", "text", "Không có số liệu tên là “số lượt dự”. Hãy chọn trong danh sách số liệu, ví dụ: “số lượt đã dự”", WordingInput{Place: attendedPlace, Kind: papers.Reworded, Text: "Dự {số lượt dự} lượt"}},
		{"half a brace", "text", "dấu ngoặc nhọn thiếu một nửa", WordingInput{Place: attendedPlace, Kind: papers.Reworded, Text: "Dự {số lượt đã dự lượt"}},
		{"a resident", "text", "Không lưu thông tin của người dân", WordingInput{Place: attendedPlace, Kind: papers.Reworded, Text: "Liên hệ 0912 345 678"}},
		{"unknown place", "place", "Không có đoạn này", WordingInput{Place: "I.9.la", Kind: papers.Reworded, Text: "a"}},
		{"a heading", "place", "Không có đoạn này", WordingInput{Place: "I.2", Kind: papers.Reworded, Text: "a"}},
		{"after nothing", "place", "Không có đoạn này", WordingInput{Kind: papers.Added, Text: "a"}},
		{"unknown change", "kind", "Không có cách sửa này", WordingInput{Place: attendedPlace, Kind: "xoa", Text: "a"}},
	} {
		tt.in.Paper = juneReport()
		_, err := s.SaveWording(tt.in)
		if f, ok := fault.Of(err); !ok || !strings.Contains(f.Fields[tt.field], tt.sentence) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if _, err := s.Narrative(Input{Report: "R6", Period: "2026-06"}); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("a register has no words: %v", err)
	}
	o.SignIn(t, access.LanhDao)
	if _, err := s.SaveWording(
		WordingInput{Paper: juneReport(), Place: attendedPlace, Kind: papers.Reworded, Text: "a"},
	); !fault.Is(
		err,
		fault.CodeForbidden,
	) {
		t.Errorf("a reader wrote: %v", err)
	}
	if n, err := s.Narrative(juneReport()); err != nil || at(t, n, attendedPlace).State != string(papers.Automatic) {
		t.Errorf("a reader may read: %v", err)
	}
}

// A person's words stay when the figures change; the figures in them go along, and the editor tells when the program's own
// sentence would now be another.
func TestWordingFollowsTheFigures(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	s := New(o.Gate)
	decomposed := "Đa\u0303 dự {SỐ LƯỢT ĐÃ DỰ} trên {số lượt có họp} lượt 👍"
	n := saved(t, s, WordingInput{Place: attendedPlace, Kind: papers.Reworded, Text: decomposed})
	p := at(t, n, attendedPlace)
	if p.Text != "Đã dự {SỐ LƯỢT ĐÃ DỰ} trên {số lượt có họp} lượt 👍" || said(p.Runs) != "Đã dự 02 trên 04 lượt 👍" ||
		p.Runs[1].Link == "" ||
		p.Changed {
		t.Errorf("%+v", p)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		_, err := activities.Save(
			tx,
			activities.MeetingInput{
				Kind:        activities.People,
				State:       activities.Held,
				PlannedOn:   "2026-06-25",
				HeldOn:      "2026-06-25",
				HostIDs:     []string{ids["ap0"]},
				Attendances: []activities.AttendanceInput{{OfficerID: ids["cb0"], Result: activities.Attended}},
			},
		)
		return err
	})
	n, err := s.Narrative(juneReport())
	if err != nil {
		t.Fatal(err)
	}
	if p = at(
		t,
		n,
		attendedPlace,
	); said(p.Runs) != "Đã dự 03 trên 05 lượt 👍" || !p.Changed || !strings.Contains(p.AutoThen, "02/04") ||
		!strings.Contains(p.Auto, "03/05") {
		t.Errorf("%+v", p)
	}
	if text, _ := printedText(t, o); !strings.Contains(text, "Đã dự 03 trên 05 lượt 👍") {
		t.Error(text)
	}
}

func TestAddedAndLeftOutParagraphs(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	saved(t, s, WordingInput{Kind: papers.Added, After: attendedPlace, Text: "Đoạn thêm trước"})
	n := saved(t, s, WordingInput{Kind: papers.Added, After: attendedPlace, Text: "Đoạn thêm sau\n\nhai dòng"})
	saved(t, s, WordingInput{Kind: papers.Added, After: "III", Text: "Mở đầu phương hướng"})
	saved(t, s, WordingInput{Place: "II.2.vang", Kind: papers.Reworded, Text: "- Vắng {số lượt vắng không lý do} lượt"})
	text, _ := printedText(t, o)
	for _, want := range []string{"Đoạn thêm sau\nhai dòng\nĐoạn thêm trước",
		"III. Phương hướng, nhiệm vụ trọng tâm\nMở đầu phương hướng", "Vắng 01 lượt"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for _, p := range n.Passages { // a section of which everything is left out has no heading, and the next takes its number
		if strings.HasPrefix(p.Key, "I.1.") && p.State != "trong" {
			saved(t, s, WordingInput{Place: p.Key, Kind: papers.LeftOut, Seen: p.Seq})
		}
	}
	text, _ = printedText(t, o)
	if strings.Contains(text, "Công tác phân công") || !strings.Contains(text, "1. Kết quả dự họp") {
		t.Error(text)
	}
	now, err := s.Narrative(juneReport())
	if err != nil || at(t, now, "I.1.phan-cong").State != "bo" || at(t, now, "I.1.phan-cong").Text == "" {
		t.Errorf("what was left out can be read: %v", err)
	}
	var doc document.Document
	storetest.Read(t, o.Store, func(tx *store.Tx) (err error) {
		doc, err = Make(tx, juneReport())
		return err
	})
	typesettest.CheckPDF(t, doc, documenttest.MadeAt)
}

// Two persons change one paragraph: the slower one is told, and neither text is lost.
func TestNewerWordingIsNotWrittenOver(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	first := at(t, saved(t, s, WordingInput{Place: attendedPlace, Kind: papers.Reworded, Text: "Bản thứ nhất"}), attendedPlace)
	_, err := s.SaveWording(WordingInput{Paper: juneReport(), Place: attendedPlace, Kind: papers.Reworded, Text: "Bản chậm hơn"})
	if !fault.Is(err, fault.CodeConflict) || !strings.Contains(err.Error(), "Chữ đang gõ vẫn còn") {
		t.Errorf("%v", err)
	}
	saved(t, s, WordingInput{Place: attendedPlace, Kind: papers.Reworded, Text: "Bản chậm hơn", Seen: first.Seq})
	past, err := s.WordingHistory(juneReport(), attendedPlace)
	if err != nil || len(past) != 2 || past[0].Shown != "Bản chậm hơn" || past[1].Shown != "Bản thứ nhất" {
		t.Errorf("%+v, %v", past, err)
	}
}

// No sequence of changes loses a text that was accepted.
func TestNoWordingIsEverLost(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	r := rand.New(rand.NewPCG(7, 11))
	kept := map[string][]string{}
	n, err := s.Narrative(juneReport())
	if err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		p := n.Passages[r.IntN(len(n.Passages))]
		in := WordingInput{
			Paper: juneReport(),
			Place: p.Key,
			Seen:  p.Seq - r.IntN(2),
			Text:  fmt.Sprintf("Lời thứ %d, {số cuộc họp} cuộc", i),
			Kind:  []papers.Change{papers.Reworded, papers.Added, papers.LeftOut, papers.Automatic}[r.IntN(4)],
		}
		if in.Kind == papers.Added && !papers.IsAdded(p.Key) {
			in.Place, in.After = "", p.Key
		}
		now, err := s.SaveWording(in)
		if err != nil {
			if _, known := fault.Of(err); !known {
				t.Fatal(err)
			}
			continue
		}
		if in.Kind == papers.Reworded || in.Kind == papers.Added {
			place := in.Place
			if place == "" {
				for _, each := range now.Passages {
					if each.Text == in.Text {
						place = each.Key
					}
				}
			}
			kept[place] = append(kept[place], in.Text)
		}
		n = now
	}
	if len(kept) < 10 {
		t.Fatalf("only %d places were written to", len(kept))
	}
	for place, texts := range kept {
		past, err := s.WordingHistory(juneReport(), place)
		if err != nil {
			t.Fatal(err)
		}
		have := map[string]bool{}
		for _, each := range past {
			have[each.Wording.Text] = true
		}
		for _, text := range texts {
			if !have[text] {
				t.Errorf("%s: %q is gone", place, text)
			}
		}
	}
}

// After issue the next draft starts from the program's words; the issued ones can be taken over.
func TestWordsAfterIssue(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	saved(t, s, WordingInput{Place: attendedPlace, Kind: papers.Reworded, Text: "Lời đã ký"})
	if _, err := s.TakeWording(juneReport()); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("nothing was issued yet: %v", err)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return papers.MarkDraftIssued(tx, "da-ban-hanh", papers.Draft{Report: "R20", Period: "2026-06", Form: document.FormParty})
	})
	n, err := s.Narrative(juneReport())
	if err != nil || at(t, n, attendedPlace).State != string(papers.Automatic) || !n.Earlier {
		t.Errorf("%+v, %v", at(t, n, attendedPlace), err)
	}
	if n, err = s.TakeWording(juneReport()); err != nil || at(t, n, attendedPlace).Text != "Lời đã ký" {
		t.Errorf("%v", err)
	}
}

func TestLongAndStrangeWordingsPrint(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	saved(t, s, WordingInput{Place: attendedPlace, Kind: papers.Reworded, Text: strings.Repeat("nghiêng ngả 👍 ", 285)})
	all := map[string]document.Document{}
	for _, report := range []string{"R20", "R21"} {
		for _, form := range []document.Form{document.FormParty, document.FormState, document.FormFront} {
			in := Input{Report: report, Period: map[string]dates.Period{"R20": "2026-06", "R21": "2026-H1"}[report], Form: form}
			all[report+" "+string(form)] = made(t, o.Store, in)
		}
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}
