package reports

import "testing"

// A half goes up and no float decides it; a whole per cent has no comma.
func TestShareRoundsAHalfUp(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		part, whole int
		want        string
	}{{1, 16, "6,3%"}, {1, 8, "12,5%"}, {3, 16, "18,8%"}, {6, 7, "85,7%"}, {2, 3, "66,7%"}, {1999, 2000, "100%"}, {5, 5, "100%"},
		{0, 4, "0%"}, {1, 2000, "0,1%"}, {0, 0, ""}} {
		if got := share(c.part, c.whole); got != c.want {
			t.Errorf("%d of %d is written %q, want %q", c.part, c.whole, got, c.want)
		}
	}
}
