package papers_test

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Every change of a paragraph stays; the newest counts, in the order of the places; nobody writes over what he has not seen.
func TestWordings(t *testing.T) {
	o, _ := office(t)
	subject := papers.Subject{Report: "R20", Period: "2025-09", Form: "dang"}
	save := func(in papers.WordingInput) (w papers.Wording, err error) {
		err = storetest.Try(o.Store, func(tx *store.Tx) (err error) { w, err = papers.SaveWording(tx, subject, in); return err })
		return w, err
	}
	text := strings.Repeat("ế", papers.LongestText)
	for name, c := range map[string]struct {
		in    papers.WordingInput
		field string
	}{
		"no kind":                {papers.WordingInput{Place: "p1", Kind: "lạ", Text: "x"}, "kind"},
		"nothing reworded":       {papers.WordingInput{Kind: papers.Reworded, Text: "x"}, "place"},
		"an added one reworded":  {papers.WordingInput{Place: "them-1", Kind: papers.Reworded, Text: "x"}, "place"},
		"no text":                {papers.WordingInput{Place: "p1", Kind: papers.Reworded}, "text"},
		"no text added":          {papers.WordingInput{After: "p1", Kind: papers.Added}, "text"},
		"a text too long":        {papers.WordingInput{Place: "p1", Kind: papers.Reworded, Text: text + "x"}, "text"},
		"added behind nothing":   {papers.WordingInput{Kind: papers.Added, Text: "x"}, "place"},
		"added where one stands": {papers.WordingInput{Place: "p1", After: "p0", Kind: papers.Added, Text: "x"}, "place"},
		"nothing left out":       {papers.WordingInput{Kind: papers.LeftOut}, "place"},
		"nothing automatic":      {papers.WordingInput{Kind: papers.Automatic}, "place"},
		"an added one gone":      {papers.WordingInput{Place: "them-1", Kind: papers.Added, Text: "x"}, ""},
	} {
		_, err := save(c.in)
		if e, _ := fault.Of(err); e == nil || c.field != "" && e.Fields[c.field] == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	first, err := save(papers.WordingInput{Place: "p1", Kind: papers.Reworded, Text: text, AutoText: "a", AutoForm: "f", Reason: "r"})
	if err != nil || first.Seq != 1 || first.Text != text || first.AutoText != "a" || first.AutoForm != "f" || first.Reason != "r" ||
		first.At != "2026-11-22T05:00:00Z" {
		t.Fatalf("%d %v", first.Seq, err)
	}
	added, err := save(papers.WordingInput{After: "p1", Kind: papers.Added, Text: "thêm"})
	if err != nil || !papers.IsAdded(added.Place) || added.After != "p1" || added.Seq != 2 {
		t.Fatalf("%+v %v", added, err)
	}
	if _, err := save(
		papers.WordingInput{Place: "p1", Kind: papers.Reworded, Text: "ai khác"},
	); !fault.Is(err, fault.CodeConflict) ||
		!strings.Contains(err.Error(), "12:00 ngày 22/11/2026") {
		t.Errorf("unseen: %v", err)
	}
	for _, in := range []papers.WordingInput{
		{Place: "p1", Kind: papers.Reworded, Text: "mới", Seen: 1},
		{Place: added.Place, After: "p9", Kind: papers.Added, Text: "thêm 2", Seen: 2},
		{Place: "p2", Kind: papers.LeftOut}, {Place: "p3", Kind: papers.Automatic},
	} {
		if _, err := save(in); err != nil {
			t.Fatalf("%+v: %v", in, err)
		}
	}
	var draft papers.Draft
	show := func() string {
		out := []string{}
		storetest.Ask(t, o.Store, func(tx *store.Tx) (err error) {
			if draft, err = papers.OpenDraft(tx, subject); err != nil {
				return err
			}
			list, err := papers.Wordings(tx, draft.ID)
			out = []string{}
			for _, w := range list {
				out = append(out, fmt.Sprint(strings.ReplaceAll(w.Place, added.Place, "them"), " ", w.Kind, " ", w.After, " ", w.Text))
			}
			return err
		})
		return strings.Join(out, "; ")
	}
	const now = "p1 sua  mới; them them p1 thêm 2; p2 bo  ; p3 tu_dong  "
	if got := show(); got != now {
		t.Errorf("counts now: %s", got)
	}
	storetest.Ask(t, o.Store, func(tx *store.Tx) error {
		history, err := papers.WordingHistory(tx, draft.ID, "p1")
		if err != nil {
			return err
		}
		none, err := papers.WordingHistory(tx, "", "")
		if err != nil {
			return err
		}
		nothing, err := papers.Wordings(tx, "")
		if err != nil {
			return err
		}
		if len(history) != 2 || history[0].Text != "mới" || len(none)+len(nothing) != 0 {
			t.Errorf("%+v %+v", history, none)
		}
		return nil
	})
	if err := storetest.Try(
		o.Store,
		func(tx *store.Tx) error { _, err := papers.CopyIssuedWording(tx, subject); return err },
	); !fault.Is(
		err,
		fault.CodeNotFound,
	) {
		t.Errorf("nothing issued yet: %v", err)
	}
	storetest.Act(t, o.Store, func(tx *store.Tx) error { return papers.MarkDraftIssued(tx, "paper", draft) })
	issued := draft.ID
	if got := show(); got != "" || draft.ID != "" {
		t.Errorf("the next paper begins with %s", got)
	}
	storetest.Ask(t, o.Store, func(tx *store.Tx) error {
		as, err := papers.DraftIssuedAs(tx, "paper")
		if err != nil {
			return err
		}
		no, err := papers.DraftIssuedAs(tx, "other")
		if err != nil {
			return err
		}
		last, err := papers.IssuedDraft(tx, subject)
		if err != nil {
			return err
		}
		if as.ID != issued || no.ID != "" || last.ID != issued {
			t.Errorf("%+v %+v %+v", as, no, last)
		}
		return nil
	})
	copied := 0
	storetest.Act(t, o.Store, func(tx *store.Tx) (err error) { copied, err = papers.CopyIssuedWording(tx, subject); return err })
	if got := show(); copied != 3 || got != "p1 sua  mới; them them p1 thêm 2; p2 bo  " {
		t.Errorf("%d copied: %s", copied, got)
	}
}
