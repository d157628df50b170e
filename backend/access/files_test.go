package access

import (
	"strings"
	"testing"

	"caunoi/backend/fault"
)

// What is kept in memory is bounded in bytes: the oldest file goes, and one too large is told so.
func TestFilesAreBoundedInBytes(t *testing.T) {
	f := &Files{most: 10}
	f.StartKeeping()
	put := func(bytes int) string { return f.Put("a", "", make([]byte, bytes)) }
	kept := func(tokens ...string) (out string) {
		for _, token := range tokens {
			_, err := f.fetch(token)
			switch {
			case err == nil:
				out += "kept "
			case strings.Contains(err.Error(), "256 MB"):
				out += "large "
			case fault.Is(err, fault.CodeNotFound):
				out += "gone "
			}
		}
		return out
	}
	a, b, c := put(4), put(3), put(3)
	if got := kept(a, b, c); got != "kept kept kept " {
		t.Errorf("exactly full: %s", got)
	}
	d := put(1)
	if got := kept(a, b, c, d); got != "gone kept kept kept " {
		t.Errorf("one byte more: %s", got)
	}
	e := put(11)
	if got := kept(b, c, d, e); got != "kept kept kept large " {
		t.Errorf("one that is too large: %s", got)
	}
	g := put(10)
	if got := kept(b, c, d, g); got != "gone gone gone kept " || f.bytes != 10 {
		t.Errorf("as large as may be: %s, %d bytes counted", got, f.bytes)
	}
	f.Clear()
	f.StartKeeping()
	if got := kept(g); got != "gone " || f.bytes != 0 {
		t.Errorf("cleared: %s, %d bytes counted", got, f.bytes)
	}
}
