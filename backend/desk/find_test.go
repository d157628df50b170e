package desk_test

import (
	"net/url"
	"slices"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/desk"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// One box finds people, places and matters, with or without marks, each with the screen it opens.
func TestFindLooksThroughEveryRoom(t *testing.T) {
	d := openOffice(t)
	var today dates.Date
	storetest.Write(t, d.Store(), func(tx *store.Tx) error {
		today = tx.Today
		for _, sql := range []string{
			"INSERT INTO unit (id, tree, created_at) VALUES ('ap1', 'hanhchinh', '')",
			"INSERT INTO unit_version (id, unit_id, name, type, valid_from, fold, sort_key) VALUES ('v1', 'ap1', 'Ấp Kênh Mẫu', 'AP', '2020-01-01', 'ap kenh mau', 'kenh mau')",
		} {
			if err := tx.Exec(sql).Error; err != nil {
				return err
			}
		}
		_, err := officers.Add(
			tx,
			officers.Input{FullName: "Cán bộ Kênh", Post: officers.PostIn{Label: "Phó Bí thư", ValidFrom: "2026-01-01"}},
		)
		return err
	})
	made, err := d.Matters.Record(matters.RecordInput{RaisedOn: today, PlaceID: "ap1", Origin: matters.FromVisit,
		Items: []matters.ItemInput{{Kind: matters.Request, FieldCode: "02", Summary: "Nạo vét kênh nội đồng trước mùa mặn", Voices: 1}}})
	if err != nil {
		t.Fatal(err)
	}
	m := made.Items[0]
	storetest.Write(t, d.Store(), func(tx *store.Tx) error {
		_, err := officers.SaveTerm(tx, officers.Term{Label: "Nhiệm kỳ mẫu", Level: "huyen", ValidFrom: "2020-01-01"})
		return err
	})
	paper, err := d.Papers.RecordOutside(
		papers.OutsideInput{Form: "dang", Series: "KH", TypeName: "Kế hoạch", Number: 7, Day: today, Subject: "về nạo vét kênh nội đồng"},
	)
	if err != nil {
		t.Fatal(err)
	}
	plan := desk.Found{
		Kind: "van_ban",
		ID:   paper.ID,
		Text: paper.Symbol + " Kế hoạch về nạo vét kênh nội đồng",
		Note: "ngày " + today.Show(),
		Path: "/van-ban?tim=" + url.QueryEscape(paper.Symbol),
	}
	want := desk.Found{
		Kind: "kien_nghi",
		ID:   m.ID,
		Text: m.Summary,
		Note: "số " + m.NoText + ", " + m.StateWord,
		Path: "/kien-nghi/" + m.ID,
	}
	for text, kinds := range map[string][]string{
		"":            {},
		"không có gì": {},
		"kenh":        {"can_bo", "dia_ban", "kien_nghi", "van_ban"},
		"noi dong":    {"kien_nghi", "van_ban"},
		"07-kh":       {"van_ban"},
		m.NoText:      {"kien_nghi"},
	} {
		found, err := d.Self.Find(text)
		if err != nil {
			t.Fatal(err)
		}
		got := []string{}
		for _, f := range found {
			got = append(got, f.Kind)
			if f.Kind == "kien_nghi" && f != want {
				t.Errorf("%q: %+v", text, f)
			}
			if f.Kind == "van_ban" && f != plan {
				t.Errorf("%q: %+v, want %+v", text, f, plan)
			}
		}
		if !slices.Equal(got, kinds) {
			t.Errorf("%q finds %v, want %v", text, got, kinds)
		}
	}
}
