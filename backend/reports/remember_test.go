package reports

import (
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/dates"
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
	var today dates.Date
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		today = tx.Today
		return nil
	})
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
		LastOn:    today,
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

// The list says what this person printed last and keeps on top; another person's list says nothing of it. A report kept on top
// and never printed is still one that was not printed.
func TestListKeepsFavouritesAndDaysPerPerson(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	for _, code := range []string{"R6", "R1", "R7"} {
		if err := s.SetFavourite(code, true); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetFavourite("r7", false); err != nil {
		t.Fatal(err)
	}
	if err := s.Remember("R1", Remembered{Form: document.FormParty}); err != nil {
		t.Fatal(err)
	}
	told := func() map[string]ReportLine {
		lines, err := s.List()
		if err != nil || len(lines) != len(Catalog) {
			t.Fatalf("%d of %d lines, %v", len(lines), len(Catalog), err)
		}
		out := map[string]ReportLine{}
		for _, line := range lines {
			if line.Favourite || line.LastOn != "" {
				out[line.Code] = line
			}
		}
		return out
	}
	got := told()
	if len(got) != 2 || !got["R1"].Favourite || got["R1"].LastOn == "" || !got["R6"].Favourite || got["R6"].LastOn != "" {
		t.Errorf("%+v", got)
	}
	if r, err := s.Remembered("R6"); err != nil || r.Known {
		t.Errorf("kept on top is not printed: %+v, %v", r, err)
	}
	if f, ok := fault.Of(s.SetFavourite("R999", true)); !ok || f.Fields["report"] == "" {
		t.Errorf("no such report: %v", f)
	}
	o.SignIn(t, access.LanhDao)
	if got := told(); len(got) != 0 {
		t.Errorf("another person: %+v", got)
	}
}
