package fault

import (
	"errors"
	"maps"
	"testing"
)

func TestEachNamesEveryRefusalAtItsRow(t *testing.T) {
	done := 0
	err := Each(4, func(i int) error {
		done++
		return []error{nil, Invalid("name", "Hãy nhập tên."), Conflict("Đã kết thúc."), nil}[i]
	})
	e, ok := Of(err)
	want := map[string]string{"rows.1.name": "Hãy nhập tên.", "rows.2": "Đã kết thúc."}
	if !ok || e.Code != CodeInvalid || !maps.Equal(e.Fields, want) || done != 4 {
		t.Fatalf("%+v after %d", err, done)
	}
	broken := errors.New("disk")
	if err := Each(2, func(int) error { return broken }); !errors.Is(err, broken) {
		t.Fatalf("got %v", err)
	}
	if err := Each(0, nil); err != nil {
		t.Fatal(err)
	}
}
