package store

import (
	"os"
	"path/filepath"
	"slices"
	"time"
)

// What is kept of the backups: all of the last two days, then the newest of each of 12 days, 10 weeks and 9 months.
const (
	keepAllFor  = 48 * time.Hour
	keepDaily   = 12
	keepWeekly  = 10
	keepMonthly = 9
)

// superfluous gives those of the complete copies that the rule does not keep. It counts days on which there are copies and not
// days of the calendar, so that a clock that jumps forward does not make a year of backups old at once; what seems to come from
// the future, because the clock went back, is kept. The newest copy always stays.
func superfluous(copies []Copy, now time.Time) []Copy {
	sorted := slices.DeleteFunc(slices.Clone(copies), func(c Copy) bool { return !c.Complete })
	slices.SortStableFunc(sorted, func(a, b Copy) int { return b.Manifest.Moment.Compare(a.Manifest.Moment) })
	var out []Copy
	buckets := []struct {
		left int
		of   func(time.Time) int
		last int
	}{
		{keepDaily, func(t time.Time) int { return t.Year()*1000 + t.YearDay() }, 0},
		{keepWeekly, func(t time.Time) int { year, week := t.ISOWeek(); return year*100 + week }, 0},
		{keepMonthly, func(t time.Time) int { return t.Year()*100 + int(t.Month()) }, 0},
	}
	for i, c := range sorted {
		moment := c.Manifest.Moment.In(vietnam)
		kept := i == 0 || now.Sub(moment) <= keepAllFor
		for b := range buckets {
			bucket := &buckets[b]
			if kept || bucket.left == 0 || bucket.last == bucket.of(moment) {
				continue
			}
			bucket.left--
			kept = true
		}
		if !kept {
			out = append(out, c)
			continue
		}
		for b := range buckets {
			buckets[b].last = buckets[b].of(moment)
		}
	}
	return out
}

// Thin removes from a folder the backups of an office that the rule does not keep. The newest that still verifies is never removed, and
// where none does nothing is; copies of another office are left alone.
func Thin(dir, officeID string, now time.Time) error {
	copies := slices.DeleteFunc(Copies(dir), func(c Copy) bool { return c.Manifest.OfficeID != officeID })
	verified := slices.IndexFunc(copies, func(c Copy) bool { return c.Complete && c.Intact() })
	if verified < 0 {
		return nil
	}
	for _, c := range superfluous(copies, now) {
		if c.Name == copies[verified].Name {
			continue
		}
		// The copy first: without its manifest it would count as unfinished and be left for ever.
		if err := os.Remove(c.Path()); err != nil {
			return err
		}
		if err := os.Remove(filepath.Join(dir, c.Name+manifestSuffix)); err != nil {
			return err
		}
	}
	return nil
}

// Intact tells whether every byte of the copy is as it was when it was made.
func (c Copy) Intact() bool {
	size, sum, err := sumOf(c.Path(), false)
	return err == nil && size == c.Manifest.Size && sum == c.Manifest.SHA256
}
