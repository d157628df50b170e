package units_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

func (l *land) page(t testing.TB, key string) units.Page {
	t.Helper()
	page, err := l.room.Page(l.ids[key], "")
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func TestChangesThatAreRefused(t *testing.T) {
	l := settled(t)
	xa := units.Facts{Name: "Xã Mới", Type: units.Xa, Code: "29191", ParentID: l.ids["huyen"]}
	for name, c := range map[string]struct {
		do           func() error
		field, words string
	}{
		"no day":        {func() error { return l.room.Change(units.Change{UnitID: l.ids["xa"], Facts: xa}) }, "from", "Hãy nhập ngày bắt đầu"},
		"before it was": {func() error { return l.room.Change(units.Change{UnitID: l.ids["xa"], Facts: xa, From: "2001-01-01"}) }, "from", "từ 01/01/2004"},
		"same day":      {func() error { return l.room.Change(units.Change{UnitID: l.ids["xa"], Facts: xa, From: "2004-01-01"}) }, "from", "đính chính"},
		"nothing new": {func() error {
			f := xa
			f.Name = "Quới Mẫu"
			return l.room.Change(units.Change{UnitID: l.ids["xa"], Facts: f, From: "2020-01-01"})
		}, "name", "Chưa có gì thay đổi"},
		"unknown unit": {func() error { return l.room.Change(units.Change{UnitID: "x", Facts: xa, From: "2020-01-01"}) }, "", "Không tìm thấy"},
		"type too low for its own units": {func() error {
			f := xa
			f.Type, f.Name, f.ParentID, f.Code = units.Ap, "Ấp Mới", l.ids["xa2"], ""
			return l.room.Change(units.Change{UnitID: l.ids["xa"], Facts: f, From: "2020-01-01"})
		}, "", "Ấp 1"},
		"under itself": {func() error {
			return l.room.Move(units.Moving{UnitID: l.ids["xa"], ParentID: l.ids["xa"], From: "2020-01-01"})
		}, "parentId", "không thể"},
		"under its own": {func() error {
			return l.room.Move(units.Moving{UnitID: l.ids["xa"], ParentID: l.ids["ap1"], From: "2020-01-01"})
		}, "parentId", "không thể trực thuộc ấp"},
		"where it is": {func() error {
			return l.room.Move(units.Moving{UnitID: l.ids["xa"], ParentID: l.ids["huyen"], From: "2020-01-01"})
		}, "parentId", "đúng cấp trên này"},
		"end, own open": {func() error {
			_, err := l.room.Close(units.Closing{UnitID: l.ids["xa"], From: "2025-07-01", Source: "NQ 1"})
			return err
		}, "", "Còn 3 đơn vị trực thuộc chưa kết thúc: “Ấp 1”"},
		"end, no paper": {func() error {
			_, err := l.room.Close(units.Closing{UnitID: l.ids["to2"], From: "2025-07-01"})
			return err
		}, "source", "căn cứ"},
		"end, no day": {func() error { _, err := l.room.Close(units.Closing{UnitID: l.ids["to2"], Source: "NQ"}); return err }, "from", "ngày"},
		"end too early": {func() error {
			_, err := l.room.Close(units.Closing{UnitID: l.ids["to2"], From: "2010-01-01", Source: "NQ"})
			return err
		}, "from", "01/01/2010"},
		"bin, own below": {func() error { return l.room.Discard(l.ids["xa"]) }, "", "Còn 1 đơn vị"},
		"not in the bin": {func() error { return l.room.TakeBack(l.ids["xa"]) }, "", "thùng rác"},
	} {
		t.Run(name, func(t *testing.T) {
			before := dump(t, l.Store)
			wants(t, c.do(), c.field, c.words)
			if after := dump(t, l.Store); after != before {
				t.Error("a refusal changed the records")
			}
		})
	}
}

// dump is all that is stored of units, as text.
func dump(t testing.TB, s *store.Store) string {
	t.Helper()
	var text string
	storetest.Read(t, s, func(tx *store.Tx) error {
		for _, query := range []string{"SELECT * FROM unit ORDER BY id", "SELECT * FROM unit_version ORDER BY id",
			"SELECT * FROM unit_territory ORDER BY id"} {
			var rows []map[string]any
			if err := tx.Raw(query).Scan(&rows).Error; err != nil {
				return err
			}
			line, err := json.Marshal(rows)
			if err != nil {
				return err
			}
			text += string(line) + "\n"
		}
		return nil
	})
	return text
}

func TestCorrectionIsWrittenInTheTrail(t *testing.T) {
	l := settled(t)
	now := l.page(t, "xa").Versions[0]
	facts := units.Facts{Name: "Xã Quới Mẩu", Type: units.Xa, Code: "29191", ParentID: l.ids["huyen"]}
	if err := l.room.Correct(
		units.Correction{VersionID: now.ID, Facts: facts, ValidFrom: "2003-01-01", Note: "Chép từ sổ cũ"},
	); err != nil {
		t.Fatal(err)
	}
	page := l.page(t, "xa")
	if len(page.Versions) != 1 || page.Unit.Name != "Xã Quới Mẩu" || page.Unit.ValidFrom != "2003-01-01" || page.Note != "Chép từ sổ cũ" {
		t.Errorf("%+v", page)
	}
	storetest.Read(t, l.Store, func(tx *store.Tx) error {
		var entry store.AuditEntry
		err := tx.Where("subject = ?", l.ids["xa"]).Order("id DESC").Take(&entry).Error
		if !strings.Contains(entry.Detail, "“Xã Quới Mẫu” → “Xã Quới Mẩu”") ||
			!strings.Contains(entry.Detail, "từ 01/01/2004” → “từ 01/01/2003") {
			t.Errorf("trail: %q", entry.Detail)
		}
		return err
	})
	err := l.room.Correct(units.Correction{VersionID: now.ID, Facts: facts, ValidFrom: "2005-01-01"})
	wants(t, err, "", "“Ấp 1” đang trực thuộc")
}

func TestCorrectingTheDayOfAChangeMovesBothSides(t *testing.T) {
	l := settled(t)
	facts := units.Facts{Name: "Ấp Mới", Type: units.Ap, ParentID: l.ids["xa"]}
	if err := l.room.Change(units.Change{UnitID: l.ids["ap1"], From: "2020-01-01", Facts: facts}); err != nil {
		t.Fatal(err)
	}
	second := l.page(t, "ap1").Versions[1]
	if err := l.room.Correct(units.Correction{VersionID: second.ID, Facts: facts, ValidFrom: "2021-01-01"}); err != nil {
		t.Fatal(err)
	}
	v := l.page(t, "ap1").Versions
	if v[0].ValidTo != "2021-01-01" || v[1].ValidFrom != "2021-01-01" {
		t.Errorf("%v … %v", v[0].ValidTo, v[1].ValidFrom)
	}
	wants(
		t,
		l.room.Correct(units.Correction{VersionID: second.ID, Facts: facts, ValidFrom: "2003-01-01"}),
		"validFrom",
		"không còn ngày nào",
	)
	wants(t, l.room.Correct(units.Correction{VersionID: v[0].ID, Facts: facts, ValidFrom: "2004-01-01"}), "validFrom", "không còn ngày nào")
}

func TestBinAndBack(t *testing.T) {
	l := settled(t)
	before := dump(t, l.Store)
	if err := l.room.Discard(l.ids["to2"]); err != nil {
		t.Fatal(err)
	}
	if n := len(l.tree(t, units.TreeAdmin, "2026-01-01")); n != 7 {
		t.Errorf("%d units with one in the bin", n)
	}
	bin, err := l.room.Bin()
	if err != nil || len(bin) != 1 || !strings.Contains(bin[0].Label, "thùng rác") {
		t.Fatalf("%+v %v", bin, err)
	}
	if err := l.room.TakeBack(l.ids["to2"]); err != nil {
		t.Fatal(err)
	}
	if dump(t, l.Store) != before {
		t.Error("taken back, yet not as before")
	}
	_ = l.room.Discard(l.ids["to2"])
	l.add(t, "to2b", units.ToNDTQ, "Tổ 2", "", "ap1", "2010-01-01")
	wants(t, l.room.TakeBack(l.ids["to2"]), "name", "Đã có “Tổ 2”")
}

func TestAUnitInUseStays(t *testing.T) {
	office := accesstest.Open(t)
	room := units.New(office.Gate, units.Tie{Use: func(*store.Tx, string) (int64, string, error) { return 3, "phân công", nil }})
	id, err := room.Create(units.NewUnit{Tree: units.TreeAdmin, Facts: units.Facts{Name: "Mẫu", Type: units.Tinh}})
	if err != nil {
		t.Fatal(err)
	}
	wants(t, room.Discard(id), "", "3 phân công")
}

func TestLinks(t *testing.T) {
	l := settled(t)
	l.add(t, "dbx", units.DangBoXa, "Đảng bộ xã Quới Mẫu", "", "", "2010-01-01")
	l.add(t, "cb", units.ChiBo, "Chi bộ ấp 1", "", "dbx", "2010-01-01")
	_, err := l.room.Link(units.Territory{OrgID: l.ids["cb"], UnitID: l.ids["ap1"]})
	wants(t, err, "", "chỉ có hiệu lực")
	_, err = l.room.Link(units.Territory{OrgID: l.ids["ap1"], UnitID: l.ids["cb"], ValidFrom: "2010-01-01"})
	wants(t, err, "orgId", "tổ chức đảng")
	made, err := l.room.Link(units.Territory{OrgID: l.ids["cb"], UnitID: l.ids["ap1"], ValidFrom: "2010-01-01"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = l.room.Link(units.Territory{OrgID: l.ids["cb"], UnitID: l.ids["ap1"], ValidFrom: "2015-01-01"})
	wants(t, err, "unitId", "đã được liên kết")
	if links := l.page(t, "ap1").Links; len(links) != 1 || links[0].Other.Label != "Chi bộ ấp 1, Đảng bộ xã Quới Mẫu" {
		t.Errorf("%+v", links)
	}
	if _, err := l.room.Close(units.Closing{UnitID: l.ids["cb"], From: "2020-01-01", Source: "QĐ"}); err != nil {
		t.Fatal(err)
	}
	if links := l.page(t, "ap1").Links; links[0].ValidTo != "2020-01-01" {
		t.Errorf("the link outlives the organisation: %+v", links)
	}
	if err := l.room.Unlink(made.ID); err != nil {
		t.Fatal(err)
	}
	if err := l.room.Unlink(made.ID); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("unlinked twice: %v", err)
	}
}

func TestImportAndUndo(t *testing.T) {
	l := settled(t)
	before := dump(t, l.Store)
	touched := []string{l.ids["xa"], l.ids["ap1"], l.ids["to2"], l.ids["to10"]}
	fresh := store.NewID()
	all := append([]string{fresh}, touched...)
	var pictures []units.Snapshot
	storetest.Write(t, l.Store, func(tx *store.Tx) (err error) {
		if pictures, err = units.Snapshots(tx, all); err != nil {
			return err
		}
		if err = units.CloseMany(tx, touched, "2025-07-01", "Nghị quyết 4"); err != nil {
			return err
		}
		_, err = units.InsertMany(tx, []units.NewUnit{{ID: fresh, Tree: units.TreeAdmin, ValidFrom: "2025-07-01",
			Facts: units.Facts{Name: "Quới Mẫu", Type: units.Xa, Code: "29191", ParentID: l.ids["tinh"]}}})
		return err
	})
	if dump(t, l.Store) == before {
		t.Fatal("nothing happened")
	}
	storetest.Write(t, l.Store, func(tx *store.Tx) error {
		text, err := json.Marshal(pictures)
		if err != nil {
			return err
		}
		var read []units.Snapshot
		if err := json.Unmarshal(text, &read); err != nil {
			return err
		}
		if err := units.PutBack(tx, read); err != nil {
			return err
		}
		again, err := units.Snapshots(tx, all)
		if text2, _ := json.Marshal(again); string(text2) != string(text) {
			t.Error("snapshots differ after putting back")
		}
		return err
	})
	if after := dump(t, l.Store); after != before {
		t.Errorf("undone, yet not as before:\n%s\n%s", before, after)
	}
}

func TestInsertManyNamesTheRow(t *testing.T) {
	l := settled(t)
	err := l.Store.Write(t.Context(), store.As{}, func(tx *store.Tx) error {
		_, err := units.InsertMany(tx, []units.NewUnit{
			{Tree: units.TreeAdmin, ValidFrom: "2020-01-01", Facts: units.Facts{Name: "Ấp 5", Type: units.Ap, ParentID: l.ids["xa"]}},
			{Tree: units.TreeAdmin, ValidFrom: "2020-01-01", Facts: units.Facts{Name: "Ấp 5", Type: units.Ap, ParentID: l.ids["xa"]}}})
		return err
	})
	wants(t, err, "rows.1.name", "Đã có “Ấp 5”")
}

// Whatever is done, in any order: versions of a unit never overlap, and on every day each unit's parent is there, of
// an allowed type, and no unit stands above itself.
func TestVersionsStayInOrderWhateverIsDone(t *testing.T) {
	l := settled(t)
	keysOf := []string{"huyen", "huyen2", "xa", "xa2", "ap1", "to2", "to10"}
	day := rapid.Custom(func(t *rapid.T) dates.Date {
		return dates.Must(fmt.Sprintf("%d-%02d-01", rapid.IntRange(2000, 2030).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")))
	})
	rapid.Check(t, func(rt *rapid.T) {
		id := l.ids[rapid.SampledFrom(keysOf).Draw(rt, "unit")]
		other := l.ids[rapid.SampledFrom(keysOf).Draw(rt, "other")]
		from := day.Draw(rt, "day")
		page, err := l.room.Page(id, string(from))
		if err != nil {
			rt.Fatal(err)
		}
		version := page.Versions[rapid.IntRange(0, len(page.Versions)-1).Draw(rt, "version")]
		facts := units.Facts{Name: version.Name, Type: version.Type, Code: version.Code, ParentID: version.ParentID}
		switch rapid.IntRange(0, 3).Draw(rt, "what") {
		case 0:
			facts.Name = fmt.Sprintf("Tên %d", rapid.IntRange(1, 99).Draw(rt, "name"))
			err = l.room.Change(units.Change{UnitID: id, From: from, Facts: facts})
		case 1:
			err = l.room.Move(units.Moving{UnitID: id, ParentID: other, From: from})
		case 2:
			err = l.room.Correct(units.Correction{VersionID: version.ID, Facts: facts, ValidFrom: from, ValidTo: version.ValidTo})
		case 3:
			_, err = l.room.Close(units.Closing{UnitID: id, From: from, Source: "QĐ", WithBelow: from > "2025"})
			if err == nil { // open it again, so that there is something left to do
				page, _ = l.room.Page(id, "")
				last := page.Versions[len(page.Versions)-1]
				_ = l.room.Correct(units.Correction{VersionID: last.ID, ValidFrom: last.ValidFrom,
					Facts: units.Facts{Name: last.Name, Type: last.Type, Code: last.Code, ParentID: last.ParentID}})
			}
		}
		if _, known := fault.Of(err); err != nil && (!known || fault.Is(err, fault.CodeInternal)) {
			rt.Fatal(err)
		}
		inOrder(rt, l)
	})
}

func inOrder(t *rapid.T, l *land) {
	pages := map[string]units.Page{}
	for _, id := range l.ids {
		page, err := l.room.Page(id, "")
		if err != nil {
			t.Fatal(err)
		}
		pages[id] = page
	}
	for id, page := range pages {
		for i, v := range page.Versions {
			span := dates.Span{From: v.ValidFrom, To: v.ValidTo}
			if span.Empty() || (i > 0 && span.Overlaps(dates.Span{From: page.Versions[i-1].ValidFrom, To: page.Versions[i-1].ValidTo})) {
				t.Fatalf("%s: versions in disorder: %+v", page.Unit.Label, page.Versions)
			}
			for _, day := range []dates.Date{v.ValidFrom, dates.Later(v.ValidFrom, v.ValidTo.AddDays(-1)), "2040-01-01"} {
				if !span.Contains(day) || v.ParentID == "" {
					continue
				}
				parent := on(pages[v.ParentID], day)
				if parent == nil {
					t.Fatalf("%s has no parent on %s", v.Name, day)
				}
				kind, _ := units.TypeOf(v.Type)
				above, _ := units.TypeOf(parent.Type)
				if above.Tier >= kind.Tier || v.ParentID == id {
					t.Fatalf("%s stands under %s", v.Name, parent.Name)
				}
			}
		}
	}
}

func on(page units.Page, day dates.Date) *units.VersionView {
	for i, v := range page.Versions {
		if (dates.Span{From: v.ValidFrom, To: v.ValidTo}).Contains(day) {
			return &page.Versions[i]
		}
	}
	return nil
}

func TestVocabularyIsWhole(t *testing.T) {
	l := open(t)
	words, err := l.room.Vocabulary()
	if err != nil || len(words.Types) != 28 || len(words.Welfares) != 4 {
		t.Fatalf("%d types, %d categories, %v", len(words.Types), len(words.Welfares), err)
	}
	for _, kind := range words.Types {
		for _, parent := range kind.Parents {
			above, known := units.TypeOf(parent)
			if !known || above.Tree != kind.Tree || above.Tier >= kind.Tier {
				t.Errorf("%s under %s", kind.Code, parent)
			}
		}
	}
	if !reflect.DeepEqual(words.Types[0].Parents, []string{}) {
		t.Error("a list that is empty must not be nil")
	}
}
