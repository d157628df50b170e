package activities

import (
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A place narrows the log as soon as one host, of whatever day, lies outside it; not before.
func TestPlaceNarrowsWhereAHostLiesOutside(t *testing.T) {
	o := openOffice(t)
	o.save(t, heldAt("cb1", "2026-11-03", "an"))
	november := dates.Span{From: "2026-11-01", To: "2026-12-01"}
	narrows := func(underID string) (does bool) {
		storetest.Ask(t, o.Store, func(tx *store.Tx) error {
			set, err := HostSet(tx, underID, november)
			does = set != ""
			return err
		})
		return does
	}
	listed := func(underID string) int {
		page, err := o.s.Log(LogFilter{UnderID: underID, Span: november})
		if err != nil {
			t.Fatal(err)
		}
		return len(page.Items)
	}
	for place, want := range map[string]bool{"": false, "xa": false, "cb1": false, "cb2": true, "zzz": true} {
		if narrows(place) != want {
			t.Errorf("%q narrows: %v, want %v", place, !want, want)
		}
	}
	if listed("xa") != 1 || listed("cb2") != 0 {
		t.Errorf("%d and %d meetings", listed("xa"), listed("cb2"))
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		for _, sql := range []string{
			"INSERT INTO unit (id, tree, created_at) VALUES ('ngoai', 'hanhchinh', '')",
			"INSERT INTO meeting (id, kind, state, day, held_on, created_at) VALUES ('m', 'PEOPLE', 'HELD', '2026-11-04', '2026-11-04', '')",
			"INSERT INTO meeting_host (meeting_id, unit_id) VALUES ('m', 'ngoai')",
		} {
			if err := tx.Exec(sql).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if !narrows("xa") || listed("xa") != 1 || listed("") != 2 {
		t.Errorf("%d of %d meetings with a host outside", listed("xa"), listed(""))
	}
}
