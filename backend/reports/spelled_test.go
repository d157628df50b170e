package reports

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
	"caunoi/backend/units"
)

// A paper writes the words of offices as the office writes its own name, and never in both ways; what a person typed stays.
func TestOnePaperHasOneSpelling(t *testing.T) {
	t.Parallel()
	const typed = "Ban mẫu hoà giải ở cơ sở, văn hóa ấp"
	for _, tt := range []struct{ name, has, not string }{
		{"Đảng uỷ xã Mẫu Đơn", "uỷ", "ủy"},
		{"Đảng ủy xã Mẫu Đơn", "ủy", "uỷ"},
	} {
		o, ids := reportstest.MatterOffice(t)
		ids["bg"] = reportstest.HandOver(t, o.Store, ids["cb1"], ids["cb0"])
		storetest.Write(t, o.Store, func(tx *store.Tx) error {
			office, err := units.TheOffice(tx)
			office.Name, office.Archive = tt.name, "Lưu Văn phòng Đảng "+tt.has
			if err == nil {
				_, err = units.StoreOffice(tx, office)
			}
			for _, neutral := range []string{ // typed by persons, so that they would stay as they are
				"UPDATE decision SET subject = 'về việc phân công cán bộ theo dõi ấp'",
				"UPDATE reception_day SET place = 'Trụ sở xã'",
				"UPDATE session SET title = 'Hội nghị xã lần thứ 5'",
				"UPDATE session_item SET presenter = 'Văn phòng'",
				"UPDATE session_paper SET owner = 'Văn phòng'",
				"UPDATE session_person SET label = 'Đại diện đơn vị mẫu' WHERE officer_id = ''",
			} {
				if err == nil {
					err = tx.Exec(neutral).Error
				}
			}
			return err
		})
		if _, err := matters.New(o.Gate).Record(matters.RecordInput{RaisedOn: "2026-06-06", PlaceID: ids["ap0"], Origin: matters.FromVisit,
			Items: []matters.ItemInput{{Kind: matters.Request, FieldCode: "02", Summary: typed, Voices: 1}}}); err != nil {
			t.Fatal(err)
		}
		seen := 0
		for _, report := range Catalog {
			in := reportstest.About(report.Needs, ids, Input{Report: report.Code, Period: report.Fitting("2026-06")})
			text := strings.ToLower(typesettest.LaidText(t, made(t, o.Store, in)))
			if strings.Contains(text, tt.has) {
				seen++
			}
			if at := strings.Index(text, tt.not); at >= 0 {
				t.Errorf("%s of %s writes …%s…", report.Code, tt.name, text[max(0, at-40):min(len(text), at+40)])
			}
			if report.Code == "R8" && !strings.Contains(text, strings.ToLower(typesettest.Squeeze(typed))) {
				t.Errorf("%s: what a person typed was written anew", tt.name)
			}
		}
		if seen < 20 {
			t.Errorf("only %d papers of %s write %s", seen, tt.name, tt.has)
		}
	}
}

// How a body writes its own name decides; where the name does not tell, the guide's "uỷ" does, and the state's "ủy" in state form.
func TestSpellingFollowsTheName(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, state string
		want        string // party, state
	}{
		{"Huyện ủy Quới Mẫu", "Ủy ban nhân dân huyện Quới Mẫu", "false false"},
		{"Huyện uỷ Quới Mẫu", "Uỷ ban nhân dân huyện Quới Mẫu", "true true"},
		{"HUYỆN UỶ QUỚI MẪU", "UBND huyện Quới Mẫu", "true false"},
		{"Đảng bộ xã Mẫu", "UBND xã Mẫu", "true false"},
		{"Đảng bộ xã Hòa Mẫu", "UBND xã Hoà Mẫu", "false true"},
	} {
		o, _ := reportstest.Office(t)
		storetest.Write(t, o.Store, func(tx *store.Tx) error {
			office, err := units.TheOffice(tx)
			office.Name, office.StateName = tt.name, tt.state
			if err == nil {
				_, err = units.StoreOffice(tx, office)
			}
			return err
		})
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			party, err := document.ProfileOf(tx, document.FormParty, "2026-07-01")
			if err != nil {
				return err
			}
			state, err := document.ProfileOf(tx, document.FormState, "2026-07-01")
			if got := fmt.Sprint(party.OldSpelling, state.OldSpelling); got != tt.want {
				t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
			}
			return err
		})
	}
}
