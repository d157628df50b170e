package papers_test

import (
	"strings"
	"testing"

	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A symbol comes back every term: asked for by it, the papers that bear it are named, and none is guessed.
func TestOfEqualSymbolsNoneIsGuessed(t *testing.T) {
	o, s := office(t)
	list := put(t, s, paper(1, "2025-09-02"), paper(1, "2024-03-04"))
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		got, err := papers.FindByIDOrSymbol(tx, " "+list[0].Symbol+" ")
		if !fault.Is(err, fault.CodeConflict) || !strings.Contains(err.Error(), list[0].ID) || !strings.Contains(err.Error(), list[1].ID) {
			t.Errorf("%+v, %v", got, err)
		}
		if got, err := papers.FindByIDOrSymbol(tx, list[1].ID); err != nil || got.ID != list[1].ID {
			t.Errorf("asked for by its id: %s, %v", got.Day, err)
		}
		return nil
	})
}
