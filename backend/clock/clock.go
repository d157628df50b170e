// Package clock sets the day on which the program is tried: for the preview, the command line and the tests. The shipped
// program never imports it (build/scripts/check-release.sh); it always goes by the clock of the machine.
package clock

import (
	"strings"
	"time"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
)

// From reads a day, "2026-11-26", or a moment of that day in Vietnam, "2026-11-26T14:05", and gives a clock that stands
// there when From is called and goes on at the usual speed, so that what is written later is later. A day alone begins at
// eight in the morning. "" is the machine's own clock. Fault: invalid.
func From(text string) (func() time.Time, error) {
	if text == "" {
		return time.Now, nil
	}
	start, err := read(text)
	if err != nil {
		return nil, err
	}
	began := time.Now()
	return func() time.Time { return start.Add(time.Since(began)) }, nil
}

// Still is a clock that stands at eight in the morning of a day, for tests.
func Still(day dates.Date) func() time.Time {
	at := day.Time().Add(morning)
	return func() time.Time { return at }
}

const morning = 8 * time.Hour

func read(text string) (time.Time, error) {
	day, hour, withHour := strings.Cut(text, "T")
	d, err := dates.Parse(day)
	if err == nil && !withHour {
		return d.Time().Add(morning), nil
	}
	minute, wrong := time.Parse("15:04", hour)
	if err != nil || wrong != nil {
		return time.Time{}, fault.Invalid("today",
			"Không đọc được ngày “"+text+"”. Hãy ghi như 2026-11-26, hoặc 2026-11-26T14:05 để chọn cả giờ.")
	}
	return d.Time().Add(time.Duration(minute.Hour())*time.Hour + time.Duration(minute.Minute())*time.Minute), nil
}
