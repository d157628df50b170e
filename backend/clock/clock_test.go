package clock_test

import (
	"testing"
	"time"

	"caunoi/backend/clock"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
)

func TestWhatIsNoDayIsRefused(t *testing.T) {
	for _, text := range []string{
		"26/11/2026", "2026-02-29", "2026-13-01", "hôm nay", "2026-11-26T", "2026-11-26T24:00", "2026-11-26 14:05", "2026-11-26T14:05:09",
	} {
		if _, err := clock.From(text); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestClockStandsAtTheDayInVietnamAndGoesOn(t *testing.T) {
	for text, want := range map[string]string{
		"2026-11-26": "2026-11-26T01:00", "2028-02-29": "2028-02-29T01:00",
		"2026-11-26T00:00": "2026-11-25T17:00", "2026-11-26T23:59": "2026-11-26T16:59",
	} {
		now, err := clock.From(text)
		if err != nil {
			t.Fatal(err)
		}
		first := now()
		if got := first.UTC().Format("2006-01-02T15:04"); got != want || dates.From(first) != dates.Date(text[:10]) {
			t.Errorf("%s stands at %s, want %s", text, got, want)
		}
		for second := now(); !second.After(first); second = now() { // ends at once: the clock of the machine ticks
			if second.Before(first) {
				t.Fatalf("%s goes back", text)
			}
		}
	}
}

func TestStillClockStands(t *testing.T) {
	now := clock.Still("2026-11-26")
	if want := time.Date(2026, 11, 26, 1, 0, 0, 0, time.UTC); !now().Equal(want) {
		t.Errorf("stands at %s", now())
	}
}
