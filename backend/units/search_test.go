package units_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

func (l *land) find(t testing.TB, q units.SearchQuery) []string {
	t.Helper()
	hits, err := l.room.Search(q)
	if err != nil {
		t.Fatal(err)
	}
	labels := []string{}
	for _, hit := range hits.Items {
		labels = append(labels, hit.Label)
	}
	return labels
}

func TestSearchRanks(t *testing.T) {
	l := settled(t)
	l.add(t, "thanh", units.Xa, "An Thành", "40001", "huyen2", "2004-01-01")
	l.add(t, "thanhh", units.Xa, "An Thạnh", "40002", "huyen2", "2004-01-01")
	l.add(t, "dai", units.Xa, "Đại Điền Mẫu", "40003", "huyen2", "2004-01-01")
	l.add(t, "phan", units.Xa, "100% Mẫu", "40004", "huyen2", "2004-01-01")
	if _, err := l.room.Close(units.Closing{UnitID: l.ids["dai"], From: "2025-07-01", Source: "NQ"}); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"An Thạnh": "Xã An Thạnh", "an thành": "Xã An Thành", "29191": "Xã Quới Mẫu", "quoi": "Xã Quới Mẫu", "Quới Mẫu": "Xã Quới Mẫu",
		"to 2": "Tổ 2, ấp 1, xã Quới Mẫu", "to 10 quoi mau": "Tổ 10, ấp 1, xã Quới Mẫu", "100%": "Xã 100% Mẫu",
		"thanh mau": "Huyện Thạnh Mẫu",
		"mau thanh": "Huyện Thạnh Mẫu", // words in any order, so that "to tu quan 07" finds "Tổ nhân dân tự quản số 07"
	} {
		if got := l.find(t, units.SearchQuery{Text: text}); len(got) == 0 || got[0] != want {
			t.Errorf("%q: %v, want %q first", text, got, want)
		}
	}
	for _, text := range []string{"đại điền", "%", "_", "không có nơi này", "dai dien"} {
		if got := l.find(t, units.SearchQuery{Text: text}); len(got) != 0 && text != "%" {
			t.Errorf("%q found %v", text, got)
		}
	}
	if got := l.find(t, units.SearchQuery{Text: "%"}); len(got) != 1 {
		t.Errorf("a percent sign is a letter: %v", got)
	}
	if got := l.find(t, units.SearchQuery{Text: "dai dien", AnyTime: true}); len(got) != 1 {
		t.Errorf("the past is not found: %v", got)
	}
	if got := l.find(t, units.SearchQuery{Text: "to", UnderID: l.ids["ap1"]}); len(got) != 2 {
		t.Errorf("under the hamlet: %v", got)
	}
	if got := l.find(t, units.SearchQuery{Text: "", Types: []string{units.Huyen}}); len(got) != 2 {
		t.Errorf("all districts: %v", got)
	}
}

// province fills a made-up province of 15,823 units.
func province(t testing.TB, l *land) {
	list := []units.NewUnit{}
	put := func(kind, name, code, parent string) string {
		id := store.NewID()
		list = append(list, units.NewUnit{ID: id, Tree: units.TreeAdmin, ValidFrom: "2004-01-01",
			Facts: units.Facts{Name: name, Type: kind, Code: code, ParentID: parent}})
		return id
	}
	top := put(units.Tinh, "Tỉnh Lớn", "1", "")
	l.ids["top"] = top
	for d := range 9 {
		district := put(units.Huyen, fmt.Sprintf("Huyện Mẫu %d", d+1), fmt.Sprint(100+d), top)
		for c := range 18 {
			commune := put(units.Xa, fmt.Sprintf("Xã Mẫu %d", c+1), fmt.Sprint(20000+d*100+c), district)
			for h := range 6 {
				hamlet := put(units.Ap, fmt.Sprintf("Ấp %d", h+1), "", commune)
				for g := range 15 {
					put(units.ToNDTQ, fmt.Sprintf("Tổ nhân dân tự quản số %02d", g+1), "", hamlet)
				}
			}
		}
	}
	for n := 1; len(list) < 15823; n++ {
		put(units.Xa, fmt.Sprintf("Xã Riêng %d", n), fmt.Sprint(30000+n), top)
	}
	storetest.Write(t, l.Store, func(tx *store.Tx) error { _, err := units.InsertMany(tx, list); return err })
}

// What people ask of a whole province; `make bench` times it.
func TestProvince(t *testing.T) {
	l := open(t)
	province(t, l)
	nodes := l.tree(t, units.TreeAdmin, "2026-01-01")
	if _, err := json.Marshal(nodes); err != nil || len(nodes) != 15823 || nodes[0].Below != 15822 {
		t.Fatal(len(nodes), err)
	}
	if got := l.find(t, units.SearchQuery{Text: "to nhan dan tu quan so 07"}); len(got) != 50 {
		t.Error(len(got))
	}
	if got := l.find(t, units.SearchQuery{Text: "ap 3 xa mau 7"}); len(got) == 0 {
		t.Error("nothing lies under two levels named together")
	}
	storetest.Read(t, l.Store, func(tx *store.Tx) error {
		list, err := units.Of(tx, units.Filter{Tree: units.TreeAdmin, Day: "2026-01-01"})
		seen := map[string]bool{}
		for _, ref := range list {
			if seen[ref.Label] {
				t.Fatalf("two units are called %q", ref.Label)
			}
			seen[ref.Label] = true
		}
		return err
	})
	l.add(t, "one-more", units.ThanhPho, "Mẫu Thêm", "", "top", "2010-01-01")
}
