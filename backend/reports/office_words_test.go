package reports

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// CheckOfficeWords words every sentence and list of a paper, finds the new words on it, goes back and finds the paper as it was.
// It tells which places it tried.
func CheckOfficeWords(t *testing.T, tx *store.Tx, in Input) (places []string) {
	t.Helper()
	prepared := func() Prepared {
		out, err := Prepare(tx, in)
		if err != nil {
			t.Fatalf("%s %s: %v", in.Report, in.Form, err)
		}
		return out
	}
	put := func(s Sentence, text string) {
		err := papers.AddOfficeText(tx, papers.OfficeText{
			Report: in.Report, Form: in.Form, Place: s.Place, InsteadOf: s.InsteadOf, Text: text, ValidFrom: "2020-01-01",
		}, math.MaxInt)
		if err != nil {
			t.Fatal(err)
		}
	}
	before := prepared()
	words := func(i int, s Sentence) (text, mark string) {
		mark = fmt.Sprintf("Câu riêng thứ %d của cơ quan", i)
		if s.List || len(s.Names) == 0 {
			return mark + ".", mark
		}
		return mark + " {" + s.Names[0].Name + "}.", mark + " " + s.Names[0].Text
	}
	for i, s := range before.sentences {
		text, _ := words(i, s)
		put(s, text)
	}
	changed := prepared()
	for i, s := range before.sentences {
		text, mark := words(i, s)
		if !strings.Contains(allWords(changed.Doc), mark) {
			t.Errorf("%s %s %s: the paper does not say %q", in.Report, in.Form, s.Place, mark)
		}
		at := slices.IndexFunc(changed.sentences, func(c Sentence) bool { return c.Place == s.Place && c.InsteadOf == s.InsteadOf })
		if at < 0 || changed.sentences[at].Text != text || changed.sentences[at].Auto != s.Auto {
			t.Errorf("%s %s %s: not told as the office's own", in.Report, in.Form, s.Place)
		}
		places = append(places, s.Place)
	}
	for _, s := range before.sentences {
		put(s, "")
	}
	if again := prepared(); allWords(again.Doc) != allWords(before.Doc) {
		t.Errorf(
			"%s %s: the program's words do not come back:\n%s\n--- before\n%s",
			in.Report,
			in.Form,
			allWords(again.Doc),
			allWords(before.Doc),
		)
	}
	return places
}

// allWords is every text of a paper that the office may word.
func allWords(doc document.Document) string {
	parts := append([]string{}, doc.Bases...)
	if doc.Signing != nil {
		parts = append(parts, doc.Signing.Recipients...)
	}
	blocks := func(list []document.Block) {
		for _, b := range list {
			if b.Paragraph != nil {
				parts = append(parts, said(b.Paragraph.Runs))
			}
			if b.List != nil {
				for _, item := range b.List.Items {
					parts = append(parts, said(item.Runs))
				}
			}
		}
	}
	blocks(doc.Blocks)
	for _, a := range doc.Annexes {
		blocks(a.Blocks)
	}
	return strings.Join(parts, "\n")
}

func TestOfficeWordsCountFromTheirDay(t *testing.T) {
	t.Parallel()
	versions := []papers.OfficeText{
		{Seq: 1, Place: "ket", Text: "một", ValidFrom: "2026-03-01"},
		{Seq: 2, Place: "ket", Text: "hai", ValidFrom: "2026-06-01"},
		{Seq: 3, Place: "ket", Text: "ba", ValidFrom: "2026-06-01"},
		{Seq: 4, Place: "ket", Text: "bốn", ValidFrom: "2026-04-01"},
		{Seq: 5, Place: "ket", Text: "", ValidFrom: "2026-09-01"},
		{Seq: 6, Place: "mo-dau", Text: "khác", ValidFrom: "2026-01-01"},
		{Seq: 7, Place: "ket", InsteadOf: "x", Text: "nhánh", ValidFrom: "2026-01-01"},
	}
	for day, want := range map[dates.Date]string{"2026-02-28": "", "2026-03-01": "một", "2026-03-31": "một", "2026-04-01": "bốn",
		"2026-05-31": "bốn", "2026-06-01": "ba", "2026-08-31": "ba", "2026-09-01": "", "2027-01-01": ""} {
		if got := papers.OfficeTextOn(versions, "ket", "", day).Text; got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
	if got := papers.OfficeTextOn(versions, "ket", "x", "2026-05-01").Text; got != "nhánh" {
		t.Errorf("the words of another branch: %q", got)
	}
}

// Words with a figure nobody knows, a bare brace, too many letters, a resident's number or for a sentence the paper does not say are
// refused in words, and so is what somebody else worded in between.
func CheckOfficeWordsRefused(t *testing.T, tx *store.Tx, in Input, place string) {
	t.Helper()
	save := func(c OfficeTextInput) string {
		err := saveOfficeText(tx, c)
		if err == nil {
			return ""
		}
		var f *fault.Error
		if !errors.As(err, &f) {
			return err.Error()
		}
		return f.Message + " " + f.Fields["text"]
	}
	of := func(text string) OfficeTextInput { return OfficeTextInput{Paper: in, Place: place, Text: text} }
	for text, want := range map[string]string{
		"Đề nghị {cơ quan nhan gi} trả lời.": "Không có số liệu tên là",
		"Đề nghị {cơ quan nhận trả lời.":     "thiếu một nửa",
		strings.Repeat("dài ", 1100):         "nhiều nhất là 4.000",
	} {
		if got := save(of(text)); !strings.Contains(got, want) {
			t.Errorf("%.40q: %q, want %q", text, got, want)
		}
	}
	if got := save(of("Ông Nguyễn Mẫu An, số 0912 345 678, đề nghị trả lời.")); got == "" {
		t.Error("a resident's number is let in")
	}
	if got := save(OfficeTextInput{Paper: in, Place: "khong-co", Text: "Gì đó."}); !strings.Contains(got, "không có câu ấy") {
		t.Errorf("a sentence the paper does not say: %q", got)
	}
	if got := save(
		OfficeTextInput{Paper: in, Place: place, Text: "Một câu.", ValidFrom: "2026-02-30"},
	); !strings.Contains(
		got,
		"ngày bắt đầu",
	) {
		t.Errorf("a day that is none: %q", got)
	}
	if got := save(of("Một câu.")); got != "" {
		t.Errorf("a plain sentence is refused: %q", got)
	}
	if got := save(of("Câu của người khác.")); !strings.Contains(got, "vừa được") {
		t.Errorf("somebody else's words are written over: %q", got)
	}
}
