package matters

import (
	"context"
	"strings"
	"testing"

	"caunoi/backend/assignments"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A matter raised at a group keeps the hamlet's officer from leaving in silence, and goes with the place to the successor.
func TestHandoverCarriesOpenMatters(t *testing.T) {
	o := openOffice(t)
	store.Provide(o.Store, assignments.Hooks(HandoverHooks()))
	in := plain()
	in.PlaceID = "to1"
	matter := o.record(t, in).ID
	closing := func(confirmed bool) error {
		return o.Store.Write(context.Background(), store.As{Action: "test"}, func(tx *store.Tx) error {
			err := assignments.End(
				tx,
				assignments.EndIn{AssignmentID: "a1", On: "2026-12-01", Reason: "nghi_huu", Note: "Quyết định mẫu", NothingOpen: confirmed},
			)
			if err == nil {
				err = context.Canceled // only tried: the test goes on with the assignment in force
			}
			return err
		})
	}
	if err := closing(false); err == nil || !strings.Contains(err.Error(), "1 ý kiến, kiến nghị đang mở") {
		t.Errorf("closed with an open matter: %v", err)
	}
	if err := closing(true); err != context.Canceled {
		t.Errorf("not closed although confirmed: %v", err)
	}
	var done assignments.HandoverDone
	storetest.Write(t, o.Store, func(tx *store.Tx) (err error) {
		done, err = assignments.ApplyHandover(
			tx,
			assignments.HandoverIn{OfficerID: "an", On: "2026-12-01", Reason: "luan_chuyen", SuccessorID: "binh",
				Decision: assignments.HandoverDecision{Number: "9", Symbol: "QĐ/ĐU", DocDate: "2026-11-20", Issuer: "Ban Thường vụ mẫu"}},
		)
		return err
	})
	found := false
	for _, item := range done.Lines[0].Items {
		found = found || item.ID == matter && item.Code == "kien_nghi" && item.Binding
	}
	if !found {
		t.Errorf("the dossier leaves the matter out: %+v", done.Lines[0].Items)
	}
}

// "Của tôi": matters of the places an officer is in charge of today, and of nobody else's.
func TestMattersOfAnOfficer(t *testing.T) {
	o := openOffice(t)
	store.Provide(o.Store, assignments.Hooks(HandoverHooks()))
	in := plain()
	in.PlaceID = "to1" // a group of the hamlet "an" is in charge of
	matter := o.record(t, in).ID
	of := func(officer string) (ids []string) {
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			rows, err := Register(tx, Filter{HolderID: officer})
			for _, r := range rows {
				ids = append(ids, r.ID)
			}
			if err != nil {
				return err
			}
			lists, err := Worklists(tx, officer)
			if err == nil && lists[0].Count != len(rows) {
				t.Errorf("%s: %q counts %d, the list has %d", officer, lists[0].Code, lists[0].Count, len(rows))
			}
			return err
		})
		return ids
	}
	if got := of("an"); len(got) != 1 || got[0] != matter {
		t.Errorf("an has %v, want %s", got, matter)
	}
	if got := of("binh"); len(got) != 0 {
		t.Errorf("binh has %v", got)
	}
	if got := of("khong-co"); len(got) != 0 {
		t.Errorf("an officer who is in charge of nothing has %v", got)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		_, err := assignments.ApplyHandover(
			tx,
			assignments.HandoverIn{OfficerID: "an", On: tx.Today, Reason: "luan_chuyen", SuccessorID: "binh",
				Decision: assignments.HandoverDecision{Number: "9", Symbol: "QĐ/ĐU", DocDate: tx.Today, Issuer: "Ban Thường vụ mẫu"}},
		)
		return err
	})
	if an, binh := of("an"), of("binh"); len(an) != 0 || len(binh) != 1 {
		t.Errorf("after the handover an has %v, binh %v", an, binh)
	}
}
