package reports

import (
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// What a person chose last comes back in another program run; another person's stays their own, and a place that is gone is left out.
func TestChoicesAreRememberedPerPersonAndReport(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	choice := Remembered{
		PrintBy:   ByReader,
		Form:      document.FormState,
		Draft:     true,
		UnitID:    ids["ap0"],
		OfficerID: ids["cb0"],
		UnitName:  "typed by the page",
		BodyID:    "gone",
	}
	if err := New(o.Gate).Remember("r27", choice); err != nil {
		t.Fatal(err)
	}
	s := New(o.Gate)
	got, err := s.Remembered("R27")
	want := Remembered{
		Known:     true,
		PrintBy:   ByReader,
		Form:      document.FormState,
		Draft:     true,
		UnitID:    ids["ap0"],
		UnitName:  "Ấp Mẫu 1, xã Mẫu Đơn",
		OfficerID: ids["cb0"],
		Officer:   "Cán bộ mẫu 01",
	}
	if err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
	if other, err := s.Remembered("R1"); err != nil || other != (Remembered{PrintBy: ByReader, Form: document.FormState}) {
		t.Errorf("a report not printed yet: %+v, %v", other, err)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.Exec("UPDATE unit_version SET valid_to = '2026-01-01', end_source = 'Nghị quyết mẫu' WHERE unit_id = ?", ids["ap0"]).Error
	})
	if got, err := s.Remembered("R27"); err != nil || got.UnitID != "" || got.UnitName != "" || got.OfficerID == "" {
		t.Errorf("a place that has ended: %+v, %v", got, err)
	}
	o.SignIn(t, access.LanhDao)
	if got, err := s.Remembered("R27"); err != nil || got != (Remembered{}) {
		t.Errorf("another person: %+v, %v", got, err)
	}
	for field, spoilt := range map[string]Remembered{"printBy": {PrintBy: "fax"}, "form": {Form: "khac"}, "signer": {Signer: "ai"}} {
		if f, ok := fault.Of(s.Remember("R27", spoilt)); !ok || f.Fields[field] == "" {
			t.Errorf("%s: %v", field, f)
		}
	}
	if f, ok := fault.Of(s.Remember("R999", Remembered{})); !ok || f.Fields["report"] == "" {
		t.Errorf("no such report: %v", f)
	}
}
