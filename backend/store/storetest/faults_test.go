package storetest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// heard keeps what a test would be told.
type heard struct {
	testing.TB
	said []string
}

func (h *heard) Errorf(format string, args ...any) {
	h.said = append(h.said, fmt.Sprintf(format, args...))
}

// An action that drops an error, hides it behind a sentence, or says nothing in the trail is told; one that does neither is not,
// and each is done once for good.
func TestWhatIsDoneWithAnErrorIsTold(t *testing.T) {
	touch := func(tx *store.Tx) error { return tx.SetSetting("touched", 1) }
	for name, c := range map[string]struct {
		do    func(tx *store.Tx) error
		tells []string
	}{
		"room.Good": {func(tx *store.Tx) error { tx.Audit("", "Đã làm."); return touch(tx) }, nil},
		"room.Dropped": {func(tx *store.Tx) error { tx.Audit("", "Đã làm."); _ = touch(tx); return nil },
			[]string{"nobody heard that this failed", "stored although this failed"}},
		"room.Hidden": {func(tx *store.Tx) error {
			tx.Audit("", "Đã làm.")
			if touch(tx) != nil {
				return fault.NotFound("Không còn.")
			}
			return nil
		}, []string{`the person reads "Không còn."`}},
		"room.Silent":  {touch, []string{"leaves no sentence in the trail"}},
		"other.Silent": {touch, nil},
		"test":         {func(tx *store.Tx) error { _ = touch(tx); return nil }, nil},
	} {
		told := &heard{TB: t}
		s := store.New(t.TempDir())
		s.Between = (&faults{room: "room", tried: map[any]bool{}, calls: map[string]bool{}}).between(told)
		if err := s.Open(); err != nil {
			t.Fatal(err)
		}
		if err := s.Write(context.Background(), store.As{Action: name}, c.do); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		got := strings.Join(told.said, "\n")
		for _, want := range c.tells {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is not told, but %q", name, want, got)
			}
		}
		if len(c.tells) == 0 && got != "" {
			t.Errorf("%s: %s", name, got)
		}
		s.Close()
	}
}
