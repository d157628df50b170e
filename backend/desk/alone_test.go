package desk

import (
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Whoever waited for the turn of an act on backups, and is not signed in any more when it comes, does nothing.
func TestAnActOnBackupsAsksAgainWhenItsTurnComes(t *testing.T) {
	d := New(t.TempDir(), WithGate(access.WithPasswordCost(1, 8)))
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	_, err := d.Self.SetUp(SetUpInput{
		Level: units.LevelXa, Name: "Đảng ủy xã Mẫu Đông", Superior: "Đảng bộ tỉnh Mẫu", Place: "Mẫu Đông", TextSize: 100,
		Login: "quantri", FullName: "Cán bộ mẫu", Password: "mat-khau-thu-01", Repeat: "mat-khau-thu-01",
	})
	if err != nil {
		t.Fatal(err)
	}
	permitted, done := d.Self.permitted("desk.UndoRestore"), 0
	act := func(*store.Store) error { done++; return nil }
	if err := d.Self.alone(permitted, act); err != nil || done != 1 {
		t.Fatalf("signed in: done %d times, %v", done, err)
	}
	asked := 0
	err = d.Self.alone(func() error {
		asked++
		err := permitted()
		if asked == 1 && err == nil {
			return d.Access.SignOut() // while the act waits for a copy to end
		}
		return err
	}, act)
	if err == nil || done != 1 {
		t.Errorf("signed out meanwhile: done %d times, %v", done, err)
	}
}
