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
