package officers

import (
	"slices"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
)

// What is pasted on the list of officers goes by the rules of the form, and is kept as a whole or not at all.
func TestOfficersAreAddedTogetherOrNotAtAll(t *testing.T) {
	s := New(accesstest.Open(t).Gate)
	one := func(name, phone, post string) Input {
		return Input{FullName: name, WorkPhone: phone, Post: PostIn{Label: post, OrgText: "Huyện ủy Mẫu", ValidFrom: "2026-01-01"}}
	}
	count := func() int {
		page, err := s.List(ListFilter{})
		if err != nil {
			t.Fatal(err)
		}
		return page.Total
	}
	bad := []Input{one("Lê Mẫu An", "", "Bí thư"), one("Lê Mẫu Bình", "12", "Bí thư"), one("?", "", "Bí thư")}
	_, err := s.SaveMany(bad)
	e, _ := fault.Of(err)
	if e == nil || e.Fields["rows.1.workPhone"] == "" || e.Fields["rows.2.fullName"] == "" || len(e.Fields) != 2 {
		t.Fatalf("got %+v", err)
	}
	if n := count(); n != 0 {
		t.Fatalf("%d officers were kept of a refused list", n)
	}
	if _, err := s.SaveMany(nil); !fault.Is(err, fault.CodeInvalid) {
		t.Fatalf("an empty list: %v", err)
	}
	given := one("Lê Mẫu An", "0270 3822 123", "Bí thư")
	given.ID = "là-khóa-của-người-khác"
	added, err := s.SaveMany([]Input{given, one("Lê Mẫu Bình", "", "Phó Bí thư")})
	if err != nil || len(added) != 2 {
		t.Fatalf("%v %v", added, err)
	}
	page, err := s.List(ListFilter{})
	if err != nil || page.Total != 2 || page.Items[0].Post != "Bí thư" {
		t.Fatalf("%+v %v", page, err)
	}
	ids := []string{page.Items[0].ID, page.Items[1].ID}
	if !slices.Equal(slices.Sorted(slices.Values(added)), slices.Sorted(slices.Values(ids))) {
		t.Fatalf("named %v, added %v", added, ids)
	}
	if err := s.DeleteMany(append(ids, "không có")); err == nil || count() != 2 {
		t.Fatalf("one missing officer did not stop the others: %v, %d left", err, count())
	}
	if err := s.DeleteMany(ids); err != nil || count() != 0 {
		t.Fatalf("%v, %d left", err, count())
	}
	if err := s.RestoreMany(ids); err != nil || count() != 2 {
		t.Fatalf("%v, %d back", err, count())
	}
}
