package units_test

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// What stands just on a bound is taken, what lies beyond is refused at its field.
func TestBoundsOfAUnit(t *testing.T) {
	l := settled(t)
	n := func(v int64) *int64 { return &v }
	long := func(count int) string { return "Ấp " + strings.Repeat("ế", count-3) }
	for _, c := range []struct {
		name  string
		field string // refused there; "" = taken
		set   func(*units.NewUnit)
	}{
		{"a name of 200", "", func(u *units.NewUnit) { u.Facts.Name = long(200) }},
		{"a name of 201", "name", func(u *units.NewUnit) { u.Facts.Name = long(201) }},
		{"a short name of 100", "", func(u *units.NewUnit) { u.Facts.ShortName = strings.Repeat("ế", 100) }},
		{"a short name of 101", "shortName", func(u *units.NewUnit) { u.Facts.ShortName = strings.Repeat("ế", 101) }},
		{"a code of 20", "", func(u *units.NewUnit) { u.Facts.Code = "A-1/2." + strings.Repeat("3", 14) }},
		{"a code of 21", "code", func(u *units.NewUnit) { u.Facts.Code = strings.Repeat("3", 21) }},
		{"a code with a sign", "code", func(u *units.NewUnit) { u.Facts.Code = "3+4" }},
		{"a code with a mark", "code", func(u *units.NewUnit) { u.Facts.Code = "mã" }},
		{"a note of 4000", "", func(u *units.NewUnit) { u.Note = strings.Repeat("ế", 4000) }},
		{"a note of 4001", "note", func(u *units.NewUnit) { u.Note = strings.Repeat("ế", 4001) }},
		{"a paper of 500", "", func(u *units.NewUnit) { u.Source = strings.Repeat("ế", 500) }},
		{"no household", "", func(u *units.NewUnit) { u.Facts.Households = n(0) }},
		{"ten million households", "", func(u *units.NewUnit) { u.Facts.Households = n(10_000_000) }},
		{"one more", "households", func(u *units.NewUnit) { u.Facts.Households = n(10_000_001) }},
		{"fewer than no member", "members", func(u *units.NewUnit) { u.Facts.Members = n(-1) }},
		{"households of a household", "households", func(u *units.NewUnit) { u.Facts.Name, u.Facts.Type, u.Facts.Households = "12", units.Ho, n(1) }},
		{"a household of a category", "", func(u *units.NewUnit) { u.Facts.Name, u.Facts.Type, u.Facts.Welfare = "12", units.Ho, "khac" }},
		{"of no such category", "welfare", func(u *units.NewUnit) { u.Facts.Name, u.Facts.Type, u.Facts.Welfare = "13", units.Ho, "giau" }},
		{"a digit for a name", "", func(u *units.NewUnit) { u.Facts.Name = "7" }},
		{"a type of places among organisations", "type", func(u *units.NewUnit) { u.Tree, u.Facts.Type, u.Facts.ParentID = units.TreeParty, units.Xa, "" }},
		{"from 2100, to its last day", "", func(u *units.NewUnit) { u.ValidFrom, u.ValidTo = "2100-12-30", "2100-12-31" }},
		{"from 2101", "validFrom", func(u *units.NewUnit) { u.ValidFrom = "2101-01-01" }},
		{"to 2101", "validTo", func(u *units.NewUnit) { u.ValidTo = "2101-01-01" }},
		{"a day long", "", func(u *units.NewUnit) { u.ValidTo = "2012-01-02" }},
		{"from 1900", "", func(u *units.NewUnit) {
			u.Facts = units.Facts{Name: "Xưa", Type: units.Tinh}
			u.ValidFrom = "1900-01-01"
		}},
		{"from 1899", "validFrom", func(u *units.NewUnit) {
			u.Facts = units.Facts{Name: "Xưa hơn", Type: units.Tinh}
			u.ValidFrom = "1899-12-31"
		}},
		{"under what begins that day", "", func(u *units.NewUnit) { u.ValidFrom = "2004-01-01" }},
	} {
		in := units.NewUnit{Tree: units.TreeAdmin, ValidFrom: "2012-01-01",
			Facts: units.Facts{Name: "Ấp " + c.name, Type: units.Ap, ParentID: l.ids["xa"]}}
		c.set(&in)
		if in.Facts.Type == units.Ho {
			in.Facts.ParentID = l.ids["to2"]
		}
		_, err := l.room.Create(in)
		e, _ := fault.Of(err)
		if c.field == "" && err != nil || c.field != "" && (e == nil || e.Fields[c.field] == "") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// What a correction altered stands in the trail, each thing before and after.
func TestTrailOfACorrectionNamesEachThing(t *testing.T) {
	l := settled(t)
	n := func(v int64) *int64 { return &v }
	l.add(t, "ho", units.Ho, "Hộ số 1", "", "to2", "2012-01-01")
	trail := func() (detail string) {
		storetest.Read(t, l.Store, func(tx *store.Tx) error {
			return tx.Raw("SELECT detail FROM audit_entry ORDER BY id DESC LIMIT 1").Scan(&detail).Error
		})
		return detail
	}
	correct := func(key string, edit func(*units.Correction)) {
		t.Helper()
		v := l.page(t, key).Versions[0]
		in := units.Correction{
			VersionID: v.ID,
			ValidFrom: v.ValidFrom,
			ValidTo:   v.ValidTo,
			Source:    v.Source,
			Facts: units.Facts{
				Name:       v.Name,
				ShortName:  v.ShortName,
				Type:       v.Type,
				Code:       v.Code,
				ParentID:   v.ParentID,
				Households: v.Households,
				Members:    v.Members,
				Welfare:    v.Welfare,
			},
		}
		edit(&in)
		if err := l.room.Correct(in); err != nil {
			t.Fatal(err)
		}
	}
	correct("to10", func(in *units.Correction) {
		in.Facts = units.Facts{
			Name:       "Cụm 10",
			ShortName:  "C10",
			Type:       units.CumHo,
			Code:       "10",
			ParentID:   l.ids["to2"],
			Households: n(5),
			Members:    n(3),
		}
		in.Source, in.ValidFrom = "Quyết định 1", "2011-01-01"
	})
	want := "Đính chính “Cụm hộ Cụm 10”: tên “Tổ 10” → “Cụm hộ Cụm 10”; tên gọi tắt “” → “C10”; loại “tổ nhân dân tự quản” → “cụm hộ”; mã “” → “10”; " +
		"số hộ “” → “5”; số đảng viên “” → “3”; thời gian “từ 01/01/2010” → “từ 01/01/2011”; căn cứ “” → “Quyết định 1”; đổi cấp trên."
	equalWords(t, "all at once", trail(), want)
	correct("to10", func(in *units.Correction) { in.Facts.Households = n(6) })
	equalWords(t, "one number", trail(), "Đính chính “Cụm hộ Cụm 10”: số hộ “5” → “6”.")
	correct("ho", func(in *units.Correction) { in.Facts.Welfare = "ngheo" })
	equalWords(t, "a category", trail(), "Đính chính “Hộ số 1”: diện “” → “ngheo”.")
	correct("ho", func(in *units.Correction) { in.Note = "Ghi chú" })
	equalWords(t, "a note", trail(), "Đính chính “Hộ số 1”: chỉ ghi chú.")
	v := l.page(t, "to2").Versions[0]
	l.add(t, "hoa", units.ToNDTQ, "Tổ Hòa", "", "ap1", "2010-01-01")
	err := l.room.Correct(
		units.Correction{
			VersionID: v.ID,
			ValidFrom: v.ValidFrom,
			Facts:     units.Facts{Name: "Tổ Hoà", Type: units.ToNDTQ, ParentID: v.ParentID},
		},
	)
	wants(t, err, "name", "viết khác")
	for what, do := range map[string]func() error{
		"Thêm “Ấp 7, xã Quới Mẫu”.": func() error { l.add(t, "ap7", units.Ap, "Ấp 7", "", "xa", "2012-01-01"); return nil },
		"Thay đổi “Xã An Mới” từ 01/01/2021.": func() error {
			return l.room.Change(units.Change{UnitID: l.ids["xa2"], From: "2021-01-01",
				Facts: units.Facts{Name: "An Mới", Type: units.Xa, Code: "29224", ParentID: l.ids["huyen"]}})
		},
		"Chuyển cấp trên của “Xã Quới Mẫu” từ 02/03/2022.": func() error {
			return l.room.Move(units.Moving{UnitID: l.ids["xa"], ParentID: l.ids["huyen2"], From: "2022-03-02"})
		},
		"Bỏ vào thùng rác “Tổ Hòa, ấp 1, xã Quới Mẫu (trong thùng rác)”.": func() error { return l.room.Discard(l.ids["hoa"]) },
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
		equalWords(t, what, trail(), what)
	}
	if err := l.room.TakeBack(l.ids["hoa"]); err != nil {
		t.Fatal(err)
	}
	equalWords(t, "taken back", trail(), "Lấy lại “Tổ Hòa, ấp 1, xã Quới Mẫu” từ thùng rác.")
	if _, err := l.room.Close(units.Closing{UnitID: l.ids["hoa"], From: "2026-01-01", Source: "NQ"}); err != nil {
		t.Fatal(err)
	}
	equalWords(t, "closed", trail(), "Kết thúc “Tổ Hòa, ấp 1, xã Quới Mẫu” từ 01/01/2026 (1 đơn vị).")
}

func TestNothingIsChangedByTheSame(t *testing.T) {
	l := settled(t)
	n := func(v int64) *int64 { return &v }
	facts := units.Facts{Name: "Ấp 1", Type: units.Ap, ParentID: l.ids["xa"], Households: n(5), Members: n(7)}
	change := func(from dates.Date) error {
		return l.room.Change(units.Change{UnitID: l.ids["ap1"], From: from, Facts: facts})
	}
	if err := change("2012-01-01"); err != nil {
		t.Fatal(err)
	}
	facts.Households, facts.Members = n(5), n(7)
	wants(t, change("2013-01-01"), "name", "Chưa có gì thay đổi")
	facts.Members = n(8)
	if err := change("2013-01-01"); err != nil {
		t.Error(err)
	}
	facts.Households = nil
	if err := change("2014-01-01"); err != nil {
		t.Error(err)
	}
}

func TestWhatATreeShows(t *testing.T) {
	l := settled(t)
	l.add(t, "db", units.DangBoXa, "Đảng bộ xã Mẫu", "", "", "2004-01-01")
	names := map[string]string{"": ""}
	for key, id := range l.ids {
		names[id] = key
	}
	text := ""
	for _, n := range l.tree(t, units.TreeAdmin, "2026-01-01") {
		text += fmt.Sprintf("%s<%s %d %d %s %s; ", names[n.ID], names[n.ParentID], n.Depth, n.Below, n.Type, n.Code)
	}
	equalWords(t, "places", text, "tinh< 0 7 TINH 83; huyen2<tinh 1 0 HUYEN 836; huyen<tinh 1 5 HUYEN 837; xa2<huyen 2 0 XA 29224; "+
		"xa<huyen 2 3 XA 29191; ap1<xa 3 2 AP ; to2<ap1 4 0 TO_NDTQ ; to10<ap1 4 0 TO_NDTQ ; ")
	if party := l.tree(t, units.TreeParty, ""); len(party) != 1 {
		t.Errorf("%+v", party)
	}
	_, err := l.room.Tree(units.TreeQuery{Tree: "khac"})
	wants(t, err, "tree", "Hãy chọn cây")
	_, err = l.room.Tree(units.TreeQuery{Tree: units.TreeAdmin, Day: "2026-02-30"})
	wants(t, err, "day", "không hợp lệ")
	_, err = l.room.Page(l.ids["xa"], "2026-02-30")
	wants(t, err, "day", "không hợp lệ")
	_, err = l.room.Page("x", "")
	wants(t, err, "", "Không tìm thấy")
	_, err = l.room.Search(units.SearchQuery{Day: "2026-02-30"})
	wants(t, err, "day", "không hợp lệ")
	storetest.Ask(t, l.Store, func(tx *store.Tx) error { // no day is today, a filter of types and places narrows
		for want, f := range map[int]units.Filter{
			8: {Tree: units.TreeAdmin}, 9: {}, 2: {Types: []string{units.ToNDTQ}}, 3: {UnderID: l.ids["ap1"]}, 0: {UnderID: "x"},
		} {
			list, err := units.Of(tx, f)
			if err != nil {
				return err
			}
			if len(list) != want {
				t.Errorf("%+v: %d units, want %d", f, len(list), want)
			}
		}
		return nil
	})
}

// The best stands first, each reason to be better above the next.
func TestSearchOrder(t *testing.T) {
	l := settled(t)
	l.add(t, "mau", units.Xa, "Mẫu", "40001", "huyen2", "2004-01-01")
	l.add(t, "mauthanh", units.Xa, "Mẫu Thành", "40002", "huyen2", "2004-01-01")
	l.add(t, "amau", units.Xa, "Áo Mẫu", "40003", "huyen2", "2004-01-01")
	l.add(t, "xmau", units.Xa, "Xmẫu", "40004", "huyen2", "2004-01-01")
	l.add(t, "ma", units.Xa, "Chín", "mau", "huyen2", "2004-01-01")
	l.add(t, "old", units.Xa, "Mẫu Thành Cũ", "40006", "huyen2", "2004-01-01")
	if _, err := l.room.Close(units.Closing{UnitID: l.ids["old"], From: "2025-07-01", Source: "NQ"}); err != nil {
		t.Fatal(err)
	}
	find := func(q units.SearchQuery) string {
		hits, err := l.room.Search(q)
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprint(hits.Total, ":")
		for _, h := range hits.Items {
			text += " " + h.Name
			if !h.InForce {
				text += "!"
			}
		}
		return text
	}
	for _, c := range []struct {
		query units.SearchQuery
		want  string
	}{
		{units.SearchQuery{Text: "mau", UnderID: l.ids["huyen2"]}, "6: Xã Chín Xã Mẫu Xã Mẫu Thành Huyện Ba Mẫu Xã Áo Mẫu Xã Xmẫu"},
		{units.SearchQuery{Text: "mau", UnderID: l.ids["huyen2"], AnyTime: true}, "7: Xã Chín Xã Mẫu Xã Mẫu Thành Xã Mẫu Thành Cũ! Huyện Ba Mẫu Xã Áo Mẫu Xã Xmẫu"},
		{units.SearchQuery{Text: "mau", UnderID: l.ids["huyen2"], Day: "2025-06-30", Limit: 2}, "7: Xã Chín Xã Mẫu"},
		{units.SearchQuery{Text: "mẫu", Types: []string{units.Xa}}, "7: Xã Mẫu Xã Mẫu Thành Xã An Mẫu Xã Áo Mẫu Xã Quới Mẫu Xã Xmẫu Xã Chín"},
		{units.SearchQuery{Text: "màu", Types: []string{units.Xa}}, "7: Xã Mẫu Xã Mẫu Thành Xã An Mẫu Xã Áo Mẫu Xã Quới Mẫu Xã Chín Xã Xmẫu"},
		{units.SearchQuery{Text: "1", Tree: units.TreeParty}, "0:"},
		{units.SearchQuery{Text: "ap 1 quoi mau"}, "1: Ấp 1"},
		{units.SearchQuery{Text: "to", UnderID: l.ids["huyen2"]}, "0:"},
		{units.SearchQuery{Text: "a b c d e f g h i j k l m"}, "0:"},
		{units.SearchQuery{Limit: -1, Types: []string{units.Tinh}}, "1: Tỉnh Bến Mới"},
	} {
		if got := find(c.query); got != c.want {
			t.Errorf("%+v: %s", c.query, got)
		}
	}
}

func TestAFindIsNeverLongerThanTheScreen(t *testing.T) {
	l := settled(t)
	list := make([]units.NewUnit, 501)
	for i := range list {
		list[i] = units.NewUnit{
			Tree:      units.TreeAdmin,
			ValidFrom: "2010-01-01",
			Facts:     units.Facts{Name: fmt.Sprint("Ấp nhiều ", i), Type: units.Ap, ParentID: l.ids["xa2"]},
		}
	}
	storetest.Act(t, l.Store, func(tx *store.Tx) error { _, err := units.InsertMany(tx, list); return err })
	for limit, want := range map[int]int{0: 50, 499: 499, 1000: 500} {
		if hits, err := l.room.Search(
			units.SearchQuery{Text: "nhieu", Limit: limit},
		); err != nil || len(hits.Items) != want ||
			hits.Total != 501 {
			t.Errorf("%d: %d of %d, %v", limit, len(hits.Items), hits.Total, err)
		}
	}
}
