package desk_test

import (
	"fmt"
	"testing"

	"caunoi/backend/assignments"
	"caunoi/backend/desk"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// What the rooms have open at a place is asked of all of them, in the office's own folder and in the made-up one.
func TestEveryRoomFollowsAHandover(t *testing.T) {
	d := desk.New(t.TempDir(), desk.WithSample(fillSample))
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	const want = "[chua_ghi cuoc_hop gop_y kien_nghi loi_hen nhiem_vu]"
	followed := func() string {
		codes := []string{}
		storetest.Read(t, d.Store(), func(tx *store.Tx) error {
			for _, each := range assignments.OpenWords(tx) {
				codes = append(codes, each.Code)
			}
			return nil
		})
		return fmt.Sprint(codes)
	}
	if got := followed(); got != want {
		t.Errorf("%s follow a handover, want %s", got, want)
	}
	if _, err := d.Self.OpenSample(); err != nil {
		t.Fatal(err)
	}
	if got := followed(); got != want {
		t.Errorf("in the made-up office %s follow a handover, want %s", got, want)
	}
}
