package desk_test

import (
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/assignments"
	"caunoi/backend/clock"
	"caunoi/backend/desk"
	"caunoi/backend/find"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// findable is an office on Monday 30/11/2026 with one of everything that can be found; keys are told by name.
func findable(t *testing.T) (*desk.Desk, map[string]string) {
	d := desk.New(t.TempDir(), desk.WithClock(clock.Still("2026-11-30")), desk.WithGate(access.WithPasswordCost(1, 8)))
	t.Cleanup(d.Close)
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	id := map[string]string{}
	storetest.Write(t, d.Store(), func(tx *store.Tx) error {
		for _, role := range access.Roles {
			_, err := d.Gate.CreateUser(tx, access.UserInput{Login: strings.ReplaceAll(string(role.Role), "_", ""), Name: "Người thử",
				Position: role.Role, Password: desk.SamplePassword})
			if err != nil {
				return err
			}
		}
		if _, err := units.StoreOffice(tx, units.Office{Level: units.LevelHuyen, Name: "Huyện ủy Thử", Superior: "Đảng bộ tỉnh Thử",
			Place: "Huyện Thử", Symbol: "HU"}); err != nil {
			return err
		}
		var list []units.NewUnit
		for _, u := range []struct{ key, typ, name, above string }{
			{"xã", units.Xa, "Xã Quới Điền", ""}, {"b", units.Ap, "Ấp Quí Đức B", "xã"}, {"a", units.Ap, "Ấp Quí Đức A", "xã"},
			{"đồng", units.Ap, "Ấp Đồng Hòa", "xã"}, {"đông", units.Ap, "Ấp Đông Hòa", "xã"},
			{"tổ", units.ToNDTQ, "Tổ nhân dân tự quản số 07", "b"},
		} {
			id[u.key] = store.NewID()
			list = append(list, units.NewUnit{ID: id[u.key], Tree: units.TreeAdmin, ValidFrom: "2016-01-01", Source: "mẫu",
				Facts: units.Facts{Name: u.name, Type: u.typ, ParentID: id[u.above]}})
		}
		if _, err := units.InsertMany(tx, list); err != nil {
			return err
		}
		o, err := officers.Add(
			tx,
			officers.Input{FullName: "Trần Mẫu Kênh", Post: officers.PostIn{Label: "Phó Bí thư", ValidFrom: "2026-01-01"}},
		)
		if err != nil {
			return err
		}
		id["cán bộ"] = o.ID
		body, err := matters.SaveBody(tx, matters.BodyInput{Name: "Phòng Y tế huyện", ShortName: "PYT"})
		if err != nil {
			return err
		}
		id["y tế"] = body.ID
		if _, err := officers.SaveTerm(tx, officers.Term{Label: "Nhiệm kỳ mẫu", Level: "huyen", ValidFrom: "2020-01-01"}); err != nil {
			return err
		}
		made, err := matters.RecordStatement(tx, matters.RecordInput{RaisedOn: "2026-11-20", PlaceID: id["b"], Origin: matters.FromVisit,
			Items: []matters.ItemInput{{Kind: matters.Request, FieldCode: "02", Summary: "Nạo vét mương nội đồng", Voices: 1}}})
		if err != nil {
			return err
		}
		id["kiến nghị"] = made.Items[0].ID
		paper, err := papers.RecordFromOutside(tx, papers.OutsideInput{Form: "dang", Series: "KH", TypeName: "Kế hoạch", Number: 7,
			Day: "2026-11-20", Subject: "về mùa mặn"})
		if err != nil {
			return err
		}
		id["văn bản"] = paper.ID
		decision, err := assignments.SaveDraft(tx, assignments.DecisionIn{Number: "41", Symbol: "QĐ/HU",
			DocDate: "2026-11-02", Subject: "Phân công cán bộ", Action: assignments.PhanCong})
		if err != nil {
			return err
		}
		id["quyết định"] = decision.ID
		s, err := sessions.Save(
			tx,
			sessions.Input{Body: "BTV", Title: "Hội nghị lần thứ 14", Day: "2026-12-03", StartTime: "7h30", State: "chuan_bi"},
		)
		id["phiên họp"] = s.ID
		return err
	})
	return d, id
}

func signIn(t *testing.T, d *desk.Desk, role access.Role) {
	t.Helper()
	_ = d.Access.SignOut()
	if _, err := d.Access.SignIn(
		access.Credentials{Login: strings.ReplaceAll(string(role), "_", ""), Password: desk.SamplePassword},
	); err != nil {
		t.Fatal(err)
	}
}

var screens = []desk.Screen{
	{Title: "Nhật ký", Path: "/nhat-ky"},
	{Title: "Lưới tháng", Path: "/nhat-ky/luoi"},
	{Title: "Văn bản đi", Path: "/van-ban"},
}

func ask(t *testing.T, d *desk.Desk, text string) []desk.Found {
	t.Helper()
	found, err := d.Self.Find(desk.FindQuery{Text: text, Screens: screens})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return found
}

// One box finds everything that has a name or a number, the best first.
func TestFindLooksThroughEveryRoom(t *testing.T) {
	d, id := findable(t)
	signIn(t, d, access.ChuyenVien)
	for text, want := range map[string]string{
		"":                 "",
		"không có gì":      "",
		"qui duc b":        "dia_ban " + id["b"],
		"kenh":             "can_bo " + id["cán bộ"],
		"y te":             "co_quan " + id["y tế"],
		"pyt":              "co_quan " + id["y tế"],
		"41-QĐ/HU":         "quyet_dinh " + id["quyết định"],
		"hoi nghi 14":      "phien_hop " + id["phiên họp"],
		"3/12/2026":        "phien_hop " + id["phiên họp"],
		"07-kh":            "van_ban " + id["văn bản"],
		"muong":            "kien_nghi " + id["kiến nghị"],
		"1/26":             "kien_nghi " + id["kiến nghị"],
		"kiến nghị số 1":   "kien_nghi " + id["kiến nghị"],
		"van ban di":       "man_hinh /van-ban",
		"lưới tháng":       "man_hinh /nhat-ky/luoi",
		"đồng":             "dia_ban " + id["đồng"],
		"đông":             "dia_ban " + id["đông"],
		"r20":              "bao_cao R20",
		"lap quyet dinh":   "viec quyet-dinh",
		"muong qui duc b ": "kien_nghi " + id["kiến nghị"],
	} {
		first := ""
		if found := ask(t, d, text); len(found) > 0 {
			first = found[0].Kind + " " + found[0].ID
		}
		if first != want {
			t.Errorf("%q finds %s, want %s", text, first, want)
		}
	}
	for _, f := range ask(t, d, "đông") {
		if f.ID == id["đồng"] {
			t.Error("“đông” finds Đồng Hòa")
		}
	}
	if both := ask(t, d, "dong hoa"); len(both) < 2 {
		t.Errorf("without marks both are wanted: %v", both)
	}
}

// Where a name stands in many places, the second line tells which one.
func TestFoundPlacesTellWhereTheyLie(t *testing.T) {
	d, id := findable(t)
	signIn(t, d, access.LanhDao)
	f := ask(t, d, "qui duc b")[0]
	if f.Text != "Ấp Quí Đức B" || f.Note != "Xã Quới Điền" || f.Path != "/dia-ban?id="+id["b"] {
		t.Errorf("%+v", f)
	}
	if want := []find.Mark{{From: 3, To: 6}, {From: 7, To: 10}, {From: 11, To: 12}}; !slices.Equal(f.TextMarks, want) {
		t.Errorf("marked %v, want %v", f.TextMarks, want)
	}
}

// Every word typed is marked in every answer: nobody has to wonder why a line is there.
func TestEveryAnswerShowsWhy(t *testing.T) {
	d, _ := findable(t)
	signIn(t, d, access.QuanTri)
	for _, text := range []string{"qui duc b", "kenh", "noi dong", "muong qui", "r20", "1/2026", "quyet dinh 41", "phien 12", "qdb", "ho"} {
		for _, f := range ask(t, d, text) {
			if len(f.TextMarks)+len(f.NoteMarks) < len(strings.Fields(text)) {
				t.Errorf("%q: %+v shows too little", text, f)
			}
		}
	}
}

// An act with its place, body, day or period opens the form at its first gap; what is not understood opens nothing.
func TestFindUnderstandsActs(t *testing.T) {
	d, id := findable(t)
	signIn(t, d, access.ChuyenVien)
	visit := func(day string) string {
		return "/nhat-ky?ghi-loai=VISIT&ghi-ngay=" + day + "&ghi-noi=" + id["b"] + "&ghi-ten=%E1%BA%A4p+Qu%C3%AD+%C4%90%E1%BB%A9c+B&mo=moi"
	}
	for text, want := range map[string]string{
		"đi cơ sở quí đức b hôm nay":    visit("2026-11-30"),
		"di co so qui duc b":            strings.Replace(visit(""), "&ghi-ngay=", "", 1),
		"đi cơ sở quí đức b hôm qua":    visit("2026-11-29"),
		"đi cơ sở quí đức b 24/11":      visit("2026-11-24"),
		"đi cơ sở quí đức b ngày 24/11": visit("2026-11-24"),
		"đi cơ sở quí đức b mai":        visit("2026-12-01"),
		"đi cơ sở quí đức b thứ 5":      visit("2026-12-03"),
		"đi cơ sở quí đức b chủ nhật":   visit("2026-12-06"),
		"đi cơ sở hôm nay":              "/nhat-ky?ghi-loai=VISIT&ghi-ngay=2026-11-30&mo=moi",
		"đôn đốc y tế":                  "/kien-nghi?don-doc=" + id["y tế"],
		"họp tổ 7 quí đức b thứ 5": "/nhat-ky?ghi-loai=GROUP&ghi-ngay=2026-12-03&ghi-noi=" + id["tổ"] +
			"&ghi-ten=T%E1%BB%95+nh%C3%A2n+d%C3%A2n+t%E1%BB%B1+qu%E1%BA%A3n+s%E1%BB%91+07&mo=moi",
		"R20 tháng 11":          "/bao-cao/bao-cao-ky?ky=2026-11",
		"r20 thang 12":          "/bao-cao/bao-cao-ky?ky=2025-12",
		"r20 quý 3":             "/bao-cao/bao-cao-ky?ky=2026-Q3",
		"r20 tháng trước":       "/bao-cao/bao-cao-ky?ky=2026-10",
		"lưới tháng 10":         "/nhat-ky/luoi?ky=2026-10",
		"đăng ký lịch tháng 12": "/lich/dang-ky?ky=2026-12",
		"bàn giao kênh":         "/phan-cong/ban-giao/" + id["cán bộ"],
		"nhật ký kênh tháng 11": "/nhat-ky?can-bo=" + id["cán bộ"] + "&ky=2026-11&ten-can-bo=Tr%E1%BA%A7n+M%E1%BA%ABu+K%C3%AAnh",
	} {
		if found := ask(t, d, text); len(found) == 0 || found[0].Path != want {
			t.Errorf("%q opens %+v, want %s", text, found, want)
		}
	}
	for _, text := range []string{"đi cơ sở không có hôm nay", "đôn đốc", "đôn đốc kênh", "R20 tháng 13", "bàn giao quí đức b"} {
		for _, f := range ask(t, d, text) {
			if strings.Contains(f.Path, "?") && (f.Kind == desk.FoundAct || f.Kind == desk.FoundReport) {
				t.Errorf("%q opens %+v", text, f)
			}
		}
	}
	if both := ask(t, d, "đi cơ sở quí đức hôm nay"); len(both) < 2 || both[0].Note != "Xã Quới Điền, T2 30/11/2026" {
		t.Errorf("two places are called so: %+v", both)
	}
}

// Who may not call a method is not offered its act.
func TestActsFollowTheRole(t *testing.T) {
	d, _ := findable(t)
	for role, want := range map[access.Role]bool{access.QuanTri: true, access.ChuyenVien: true, access.LanhDao: false} {
		signIn(t, d, role)
		for _, text := range []string{"đi cơ sở quí đức b", "đôn đốc y tế", "bàn giao kênh", "lập phiên họp", "ghi kiến nghị"} {
			offered := slices.ContainsFunc(ask(t, d, text), func(f desk.Found) bool { return f.Kind == desk.FoundAct })
			if offered != want {
				t.Errorf("%s, %q: offered %v", role.Word(), text, offered)
			}
		}
		if found := ask(t, d, "r20 tháng 11"); len(found) == 0 || found[0].Kind != desk.FoundReport {
			t.Errorf("%s does not get the report: %+v", role.Word(), found)
		}
	}
}

// What was changed is found by its new name at once, and gone when it is in the bin.
func TestFindFollowsEveryWrite(t *testing.T) {
	d, id := findable(t)
	signIn(t, d, access.QuanTri)
	if found := ask(t, d, "kenh"); len(found) == 0 || found[0].ID != id["cán bộ"] {
		t.Fatalf("%+v", found)
	}
	if err := d.Officers.Delete(id["cán bộ"]); err != nil {
		t.Fatal(err)
	}
	if found := ask(t, d, "kenh"); len(found) > 0 {
		t.Errorf("in the bin, still found: %+v", found)
	}
}
