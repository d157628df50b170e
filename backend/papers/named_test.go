package papers_test

import (
	"testing"

	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A symbol comes back every term: asked for by it, the newest paper is given, whichever was recorded first.
func TestOfEqualSymbolsTheNewestIsNamed(t *testing.T) {
	o, s := office(t)
	list := put(t, s, paper(1, "2025-09-02"), paper(1, "2024-03-04"))
	newest := list[0]
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		for _, asked := range []string{newest.Symbol, " " + newest.Symbol + " "} {
			if got, err := papers.FindByIDOrSymbol(tx, asked); err != nil || got.ID != newest.ID {
				t.Errorf("%q gives the paper of %s: %v", asked, got.Day, err)
			}
		}
		if got, err := papers.FindByIDOrSymbol(tx, list[1].ID); err != nil || got.ID != list[1].ID {
			t.Errorf("asked for by its id: %s, %v", got.Day, err)
		}
		return nil
	})
}
