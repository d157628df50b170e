package officers

import (
	"fmt"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
)

// Posts and seats as the page enters and takes them back, and who may be the same person.
func TestPostsAndSeatsThroughThePage(t *testing.T) {
	s := New(accesstest.Open(t).Gate)
	who, err := s.Save(Input{FullName: "Nguyễn Mẫu An", Post: PostIn{Label: "Bí thư", OrgText: "Đảng ủy Mẫu", ValidFrom: "2026-01-01"}})
	if err != nil {
		t.Fatal(err)
	}
	id := who.Officer.ID
	older, err := s.SaveTerm(Term{Label: "2020–2025", Level: "xa", ValidFrom: "2020-08-01", ValidTo: "2025-08-01"})
	if err != nil {
		t.Fatal(err)
	}
	term, err := s.SaveTerm(Term{Label: "2025–2030", Level: "xa", ValidFrom: "2025-08-01"})
	if err != nil {
		t.Fatal(err)
	}
	terms, err := s.Terms()
	if err != nil || len(terms) != 2 || terms[0] != term || terms[1] != older {
		t.Errorf("%+v %v", terms, err)
	}
	if _, err := s.SavePost(
		PostIn{OfficerID: id, Label: "Phó Bí thư", OrgText: "Đảng ủy Mẫu", ValidFrom: "2024-01-01", ValidTo: "2026-01-01"},
	); err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveSeat(
		Membership{OfficerID: id, TermID: term.ID, Body: BTV, ValidFrom: "2025-08-01", Position: "Bí thư", Rank: 1},
	); err != nil {
		t.Fatal(err)
	}
	show := func(d Detail) string {
		text := d.Post + ", " + d.PostOrg + ":"
		for _, p := range d.Posts {
			text += fmt.Sprintf(" %s %s–%s %t;", p.Label, p.ValidFrom, p.ValidTo, p.Current)
		}
		for _, m := range d.Seats {
			text += fmt.Sprintf(" %s %s %d %s–%s;", m.Body, m.Position, m.Rank, m.ValidFrom, m.ValidTo)
		}
		return text
	}
	then, err := s.Get(id, "2025-12-31")
	if want := "Phó Bí thư, Đảng ủy Mẫu: Bí thư 2026-01-01– false; Phó Bí thư 2024-01-01–2026-01-01 true; " + string(
		BTV,
	) + " Bí thư 1 2025-08-01–;"; err != nil ||
		show(then) != want {
		t.Errorf("%s %v", show(then), err)
	}
	now, err := s.DeletePost(then.Posts[1].ID)
	if err != nil || len(now.Posts) != 1 || now.Post != "Bí thư" {
		t.Errorf("%s %v", show(now), err)
	}
	if now, err = s.DeleteSeat(then.Seats[0].ID); err != nil || len(now.Seats) != 0 {
		t.Errorf("%s %v", show(now), err)
	}
	for name, err := range map[string]error{
		"a post that is gone":    func() error { _, err := s.DeletePost(then.Posts[1].ID); return err }(),
		"a seat that is gone":    func() error { _, err := s.DeleteSeat(then.Seats[0].ID); return err }(),
		"an officer not entered": func() error { _, err := s.Get("x", ""); return err }(),
	} {
		if !fault.Is(err, fault.CodeNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for typed, want := range map[string]int{"nguyen mau an": 1, "Nguyễn Mẫu Ân": 1, "Trần Khác Hẳn": 0} {
		if rows, err := s.Alike(typed, ""); err != nil || len(rows) != want {
			t.Errorf("%q: %+v %v", typed, rows, err)
		}
	}
	if rows, err := s.Alike("Nguyễn Mẫu An", id); err != nil || len(rows) != 0 {
		t.Errorf("himself: %+v %v", rows, err)
	}
}
