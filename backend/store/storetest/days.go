package storetest

import (
	"os"
	"testing"

	"caunoi/backend/clock"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// shortDays are those of an ordinary run: a leap day, a Tết, the first day off of November, and days that have failed.
var shortDays = []dates.Date{"2026-06-30", "2026-11-24", "2026-11-26", "2027-02-06", "2028-02-29"}

// otherDays are added by CAUNOI_DAYS=all (`make test-days`).
var otherDays = []dates.Date{
	"2024-02-29", "2025-11-24", "2025-12-31", // before the made-up office had its fixed days; a leap year
	"2026-01-01", "2026-01-02", "2026-01-10", "2026-01-31", // 10/1 is worked for 2/1
	"2026-02-16", "2026-02-17", "2026-02-28", "2026-03-31", // Tết is 17/2
	"2026-04-27", "2026-04-30", "2026-05-01", "2026-05-26", "2026-05-27", "2026-05-31", // the form of papers changes on 27/5
	"2026-06-01",               // lunar 16/4, as 2026-06-30 is lunar 16/5: two in one month
	"2026-07-10", "2026-07-11", // the decisions of the made-up office move
	"2026-08-22", "2026-08-31", "2026-09-01", "2026-09-02", "2026-09-30", "2026-10-31", // 22/8 is worked for 31/8
	"2026-11-22", "2026-11-25", "2026-11-30", "2026-12-01", "2026-12-31",
	"2027-01-01", "2027-01-31", "2027-02-05", "2027-02-07", "2027-02-10", "2027-02-28", // Tết is 6/2
	"2027-03-01", "2027-03-31", "2027-04-16", "2027-04-30", "2027-06-30", "2027-07-31", "2027-11-24", "2027-12-31",
	"2028-01-01", "2028-01-26", "2028-03-01", "2028-03-31", "2028-06-30", "2028-12-31", // Tết is 26/1; a leap lunar month
	"2031-03-31",
}

// Days are the days on which what rests on the day is tried: a few, or with CAUNOI_DAYS=all more than forty.
func Days() []dates.Date {
	if AllDays() {
		return append(append([]dates.Date{}, shortDays...), otherDays...)
	}
	return shortDays
}

// AllDays tells whether every day is asked for; what takes long is then tried too.
func AllDays() bool { return os.Getenv("CAUNOI_DAYS") == "all" }

// On gives an open, empty store whose clock stands on a day.
func On(t testing.TB, day dates.Date) *store.Store {
	t.Helper()
	s := Open(t)
	s.Clock = clock.Still(day)
	return s
}
