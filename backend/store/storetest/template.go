package storetest

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"caunoi/backend/store"
)

// Template is a store that is filled once in a run of tests; each test that asks gets a copy of its own.
type Template struct {
	Fill func(testing.TB, *store.Store)

	once sync.Once
	file []byte
}

// Open gives an open copy, whose clock stands at Noon, in a folder that goes away with the test.
func (tp *Template) Open(t testing.TB) *store.Store {
	t.Helper()
	tp.once.Do(func() {
		s := store.New(t.TempDir())
		s.Clock = func() time.Time { return Noon }
		if err := s.Open(); err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		tp.Fill(t, s)
		s.Close() // writes what the journal still holds into the file
		file, err := os.ReadFile(s.Path())
		if err != nil {
			t.Fatal(err)
		}
		tp.file = file
	})
	if tp.file == nil {
		t.Fatal("the store to be copied could not be filled; the first test that asked for it says why")
	}
	s := store.New(t.TempDir())
	s.Clock = func() time.Time { return Noon }
	if err := os.WriteFile(filepath.Join(filepath.Dir(s.Path()), store.FileName), tp.file, 0o600); err != nil {
		t.Fatal(err)
	}
	if failing != nil {
		s.Between = failing.between(t)
	}
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// empty has the schema and nothing else: bringing it up takes longer than most tests.
var empty = Template{Fill: func(testing.TB, *store.Store) {}}
