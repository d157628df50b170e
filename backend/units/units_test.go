package units_test

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// land is a small invented country: a province, two districts, communes with the same names, hamlets.
type land struct {
	*accesstest.Office
	room *units.Service
	ids  map[string]string
}

func open(t testing.TB) *land {
	t.Helper()
	office := accesstest.Open(t)
	return &land{Office: office, room: units.New(office.Gate), ids: map[string]string{}}
}

func settled(t testing.TB) *land {
	l := open(t)
	l.add(t, "tinh", units.Tinh, "Bến Mới", "83", "", "2000-01-01")
	l.add(t, "huyen", units.Huyen, "Thạnh Mẫu", "837", "tinh", "2000-01-01")
	l.add(t, "huyen2", units.Huyen, "Ba Mẫu", "836", "tinh", "2000-01-01")
	l.add(t, "xa", units.Xa, "Xã Quới Mẫu", "29191", "huyen", "2004-01-01")
	l.add(t, "xa2", units.Xa, "An Mẫu", "29224", "huyen", "2004-01-01")
	l.add(t, "ap1", units.Ap, "Ấp 1", "", "xa", "2004-01-01")
	l.add(t, "to2", units.ToNDTQ, "Tổ 2", "", "ap1", "2010-01-01")
	l.add(t, "to10", units.ToNDTQ, "Tổ 10", "", "ap1", "2010-01-01")
	return l
}

func (l *land) add(t testing.TB, key, kind, name, code, parent string, from dates.Date) string {
	t.Helper()
	tree := units.TreeAdmin
	if known, _ := units.TypeOf(kind); known.Tree == units.TreeParty {
		tree = units.TreeParty
	}
	id, err := l.room.Create(units.NewUnit{Tree: tree, ValidFrom: from,
		Facts: units.Facts{Name: name, Type: kind, Code: code, ParentID: l.ids[parent]}})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	l.ids[key] = id
	return id
}

func (l *land) label(t testing.TB, key string, day dates.Date) string {
	t.Helper()
	page, err := l.room.Page(l.ids[key], string(day))
	if err != nil {
		t.Fatal(err)
	}
	return page.Unit.Label
}

func (l *land) tree(t testing.TB, tree string, day dates.Date) []units.Node {
	t.Helper()
	view, err := l.room.Tree(units.TreeQuery{Tree: tree, Day: day})
	if err != nil {
		t.Fatal(err)
	}
	return view.Nodes
}

// wants fails unless err is a fault that speaks of the field and says the words.
func wants(t testing.TB, err error, field, words string) {
	t.Helper()
	e, ok := fault.Of(err)
	if !ok {
		t.Fatalf("no refusal: %v", err)
	}
	if _, there := e.Fields[field]; field != "" && !there {
		t.Errorf("field %q is not named in %v (%s)", field, e.Fields, e.Message)
	}
	if !strings.Contains(e.Message, words) {
		t.Errorf("%q does not say %q", e.Message, words)
	}
}

func TestWhatCannotBeEntered(t *testing.T) {
	l := settled(t)
	l.add(t, "dbx", units.DangBoXa, "Đảng bộ xã Quới Mẫu", "", "", "2004-01-01")
	n := func(v int64) *int64 { return &v }
	unit := func(edit func(*units.NewUnit)) units.NewUnit {
		in := units.NewUnit{
			Tree:      units.TreeAdmin,
			ValidFrom: "2012-01-01",
			Facts:     units.Facts{Name: "Ấp thử", Type: units.Ap, ParentID: l.ids["xa"]},
		}
		edit(&in)
		return in
	}
	for name, c := range map[string]struct {
		edit         func(*units.NewUnit)
		field, words string
	}{
		"no name":            {func(u *units.NewUnit) { u.Facts.Name = " \u200b " }, "name", "nhập tên"},
		"only signs":         {func(u *units.NewUnit) { u.Facts.Name = "!!!" }, "name", "chữ hoặc số"},
		"name too long":      {func(u *units.NewUnit) { u.Facts.Name = strings.Repeat("ấ", 201) }, "name", "thừa 4 ký tự"},
		"no type":            {func(u *units.NewUnit) { u.Facts.Type = "" }, "type", "chọn loại"},
		"type of other tree": {func(u *units.NewUnit) { u.Facts.Type = units.ChiBo }, "type", "tổ chức đảng"},
		"no tree":            {func(u *units.NewUnit) { u.Tree = "khac" }, "tree", "chọn cây"},
		"no parent":          {func(u *units.NewUnit) { u.Facts.ParentID = "" }, "parentId", "cấp trên"},
		"unknown parent":     {func(u *units.NewUnit) { u.Facts.ParentID = "none" }, "parentId", "không còn"},
		"parent too low":     {func(u *units.NewUnit) { u.Facts.ParentID = l.ids["ap1"] }, "parentId", "không thể trực thuộc ấp"},
		"parent too high":    {func(u *units.NewUnit) { u.Facts.ParentID = l.ids["tinh"] }, "parentId", "không thể trực thuộc tỉnh"},
		"parent other tree":  {func(u *units.NewUnit) { u.Facts.ParentID = l.ids["dbx"] }, "parentId", "hai cây riêng"},
		"before its parent":  {func(u *units.NewUnit) { u.ValidFrom = "2003-12-31" }, "parentId", "từ 01/01/2004"},
		"since ever":         {func(u *units.NewUnit) { u.ValidFrom = "" }, "parentId", "từ 01/01/2004"},
		"end before start":   {func(u *units.NewUnit) { u.ValidTo = "2012-01-01" }, "validTo", "sau ngày bắt đầu"},
		"no such day":        {func(u *units.NewUnit) { u.ValidFrom = "2012-02-30" }, "validFrom", "không hợp lệ"},
		"year 202":           {func(u *units.NewUnit) { u.ValidFrom = "0202-01-01" }, "validFrom", "1900"},
		"code with marks":    {func(u *units.NewUnit) { u.Facts.Code = "mã 12" }, "code", "không dấu"},
		"code taken": {func(u *units.NewUnit) {
			u.Facts = units.Facts{Name: "Xã khác", Type: units.Xa, Code: "29224", ParentID: l.ids["huyen2"]}
		}, "code", "Xã An Mẫu"},
		"namesake":          {func(u *units.NewUnit) { u.Facts.Name = "1" }, "name", "Đã có “Ấp 1”"},
		"negative count":    {func(u *units.NewUnit) { u.Facts.Households = n(-1) }, "households", "từ 0"},
		"welfare elsewhere": {func(u *units.NewUnit) { u.Facts.Welfare = "ngheo" }, "welfare", "chỉ ghi cho hộ"},
		"ward or commune": {func(u *units.NewUnit) {
			u.Facts = units.Facts{Name: "Phường 5", Type: units.Xa, ParentID: l.ids["huyen"]}
		}, "name", "là phường"},
		"household by another type": {func(u *units.NewUnit) { u.Facts.Name = "Hộ ông Nguyễn Văn A" }, "name", "đây là hộ"},
		"source too long":           {func(u *units.NewUnit) { u.Source = strings.Repeat("x", 501) }, "source", "thừa 1 ký tự"},
	} {
		t.Run(name, func(t *testing.T) {
			before := len(l.tree(t, units.TreeAdmin, "2026-01-01"))
			_, err := l.room.Create(unit(c.edit))
			wants(t, err, c.field, c.words)
			if after := len(l.tree(t, units.TreeAdmin, "2026-01-01")); after != before {
				t.Errorf("%d units before, %d after a refusal", before, after)
			}
		})
	}
}

func TestHouseholdIsAPlaceNeverAPerson(t *testing.T) {
	l := settled(t)
	for name, good := range map[string]bool{
		"Hộ số 12": true, "12": true, "Hộ 12/4 đường Trần Hưng Đạo": true, "Hộ 7 hẻm 2 Ấp Quí Đức A": true, "Hộ số 3, Tổ 2": true,
		"Hộ 5 cầu Bà Mụ":       true,
		"Hộ số 15, quốc lộ 57": true, "Hộ B2-14": true, "Hộ số 3 gần Cầu Mới": true, "Hộ 14 Xuân": true, "Hộ 14 lâm": true, "Hộ-15": true,
		"Hộ 16 kim Hoàn": false, "Hộ 17 gia đình bác": false, "Hộ 18 Sáu Bé": false, "Hộ 18, chị 19": false,
		"Hộ ông Nguyễn Văn A": false, "Hộ Nguyễn Văn A": false, "Nguyễn Văn A": false, "hộ 12 bà Tư": false, "Hộ số 12 nguyễn văn a": false,
		"Hộ số 12 (Trần Thị B)": false, "Hộ 12 - Lê Văn C": false, "Hộ 9 Tám Hoàng": false, "Hộ số 1, chủ hộ Năm": false, "Hộ nghèo": false,
	} {
		_, err := l.room.Create(units.NewUnit{Tree: units.TreeAdmin, ValidFrom: "2012-01-01",
			Facts: units.Facts{Name: name, Type: units.Ho, ParentID: l.ids["to2"], Welfare: "ngheo"}})
		if good && err != nil {
			t.Errorf("%q refused: %v", name, err)
		}
		if !good {
			if err == nil {
				t.Errorf("%q went through", name)
			} else {
				wants(t, err, "name", "không ghi tên người")
			}
		}
	}
}

func TestRolesBeforeAnythingElse(t *testing.T) {
	l := settled(t)
	l.SignIn(t, access.LanhDao)
	if _, err := l.room.Create(units.NewUnit{}); !fault.Is(err, fault.CodeForbidden) {
		t.Errorf("lãnh đạo: %v", err)
	}
	if len(l.tree(t, units.TreeAdmin, "2026-01-01")) == 0 {
		t.Error("lãnh đạo sees nothing")
	}
	l.SignOut(t)
	if _, err := l.room.Tree(units.TreeQuery{Tree: units.TreeAdmin}); !fault.Is(err, fault.CodeSignedOut) {
		t.Errorf("nobody: %v", err)
	}
}

func TestTreeAsOfADay(t *testing.T) {
	l := settled(t)
	if err := l.room.Move(
		units.Moving{UnitID: l.ids["xa"], ParentID: l.ids["huyen2"], From: "2020-05-01", Source: "Nghị quyết 1"},
	); err != nil {
		t.Fatal(err)
	}
	if err := l.room.Change(units.Change{UnitID: l.ids["ap1"], From: "2022-01-01", Source: "Quyết định 2",
		Facts: units.Facts{Name: "Ấp Quí Mới", Type: units.Ap, ParentID: l.ids["xa"]}}); err != nil {
		t.Fatal(err)
	}
	text := func(day dates.Date) string {
		var b strings.Builder
		for _, n := range l.tree(t, units.TreeAdmin, day) {
			b.WriteString(strings.Repeat(" ", n.Depth) + n.Name + "\n")
		}
		return b.String()
	}
	for day, want := range map[dates.Date]string{
		"1999-12-31": "",
		"2015-01-01": "Tỉnh Bến Mới\n Huyện Ba Mẫu\n Huyện Thạnh Mẫu\n  Xã An Mẫu\n  Xã Quới Mẫu\n   Ấp 1\n    Tổ 2\n    Tổ 10\n",
		"2020-05-01": "Tỉnh Bến Mới\n Huyện Ba Mẫu\n  Xã Quới Mẫu\n   Ấp 1\n    Tổ 2\n    Tổ 10\n Huyện Thạnh Mẫu\n  Xã An Mẫu\n",
		"2022-01-01": "Tỉnh Bến Mới\n Huyện Ba Mẫu\n  Xã Quới Mẫu\n   Ấp Quí Mới\n    Tổ 2\n    Tổ 10\n Huyện Thạnh Mẫu\n  Xã An Mẫu\n",
	} {
		if got := text(day); got != want {
			t.Errorf("as of %s:\n%swant:\n%s", day, got, want)
		}
	}
	storetest.Read(t, l.Store, func(tx *store.Tx) error {
		then, err := units.Below(tx, l.ids["huyen"], "2019-01-01")
		now, err2 := units.Below(tx, l.ids["huyen"], "2026-01-01")
		if len(then) != 6 || len(now) != 2 || err != nil || err2 != nil {
			t.Errorf("below: %d then, %d now, %v %v", len(then), len(now), err, err2)
		}
		return nil
	})
}

func TestNoTwoUnitsShareALabel(t *testing.T) {
	l := settled(t)
	// Story 6: the commune ends, another of the same name and code begins elsewhere the same day.
	if _, err := l.room.Close(units.Closing{UnitID: l.ids["xa"], From: "2025-07-01", Source: "Nghị quyết 3", WithBelow: true}); err != nil {
		t.Fatal(err)
	}
	l.add(t, "xaMoi", units.Xa, "Quới Mẫu", "29191", "tinh", "2025-07-01")
	l.add(t, "ap1Moi", units.Ap, "Ấp 1", "", "xaMoi", "2025-07-01")
	l.add(t, "ap1An", units.Ap, "Ấp 1", "", "xa2", "2004-01-01")
	l.add(t, "an2", units.Xa, "An Mẫu", "30000", "huyen2", "2004-01-01")
	for key, want := range map[string]string{
		"xa": "Xã Quới Mẫu (cũ)", "xaMoi": "Xã Quới Mẫu (từ 01/07/2025)",
		"ap1": "Ấp 1, xã Quới Mẫu (cũ)", "ap1Moi": "Ấp 1, xã Quới Mẫu (từ 01/07/2025)",
		"ap1An": "Ấp 1, xã An Mẫu, huyện Thạnh Mẫu", "xa2": "Xã An Mẫu, huyện Thạnh Mẫu", "an2": "Xã An Mẫu, huyện Ba Mẫu",
		"tinh": "Tỉnh Bến Mới",
	} {
		for _, day := range []dates.Date{"2024-01-01", "2026-01-01"} {
			if got := l.label(t, key, day); got != want {
				t.Errorf("%s on %s: %q, want %q", key, day, got, want)
			}
		}
	}
	page, err := l.room.Page(l.ids["xaMoi"], "")
	if err != nil || len(page.Predecessors) != 1 || page.Predecessors[0].ID != l.ids["xa"] {
		t.Errorf("predecessor by code: %+v %v", page.Predecessors, err)
	}
}

func TestNamesAreWrittenInFull(t *testing.T) {
	l := settled(t)
	for i, c := range []struct{ kind, parent, typed, want string }{
		{units.Xa, "huyen", "Phương Thịnh", "Xã Phương Thịnh"},
		{units.Xa, "huyen", "xã Bản Công", "Xã Bản Công"},
		{units.Lang, "xa", "Lăng Cô", "Làng Lăng Cô"},
		{units.Ban, "xa", "Bàn Mạch", "Bản Bàn Mạch"},
		{units.ToNDTQ, "ap1", "Tổ số 17", "Tổ số 17"},
		{units.ToNDTQ, "ap1", "số 18", "Tổ số 18"},
		{units.ThanhPho, "tinh", "Thành phố Mỹ Mẫu", "Thành phố Mỹ Mẫu"},
	} {
		key := fmt.Sprint("named", i)
		l.add(t, key, c.kind, c.typed, "", c.parent, "2012-01-01")
		if page, err := l.room.Page(l.ids[key], ""); err != nil || page.Unit.Name != c.want {
			t.Errorf("%q became %q, want %q (%v)", c.typed, page.Unit.Name, c.want, err)
		}
	}
}
