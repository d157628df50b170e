package dates

import (
	"cmp"
	"fmt"
	"slices"
)

// announcement is a year's schedule for officers and civil servants as announced, weekends inside it included.
type announcement struct {
	off    []stretch
	makeUp []Date
}

type stretch struct {
	first, last Date
	name        string
}

// announced holds the years whose schedules were published before this version of the program. A day exchanged with a
// worked Saturday is part of its holiday's stretch.
var announced = map[int]announcement{
	2024: {
		off: []stretch{
			{"2024-01-01", "2024-01-01", "Tết Dương lịch"},
			{"2024-02-08", "2024-02-14", "Tết Nguyên đán"},
			{"2024-04-18", "2024-04-18", "Giỗ Tổ Hùng Vương"},
			{"2024-04-27", "2024-05-01", "Ngày Chiến thắng và Quốc tế lao động"},
			{"2024-08-31", "2024-09-03", "Quốc khánh"},
		},
		makeUp: []Date{"2024-05-04"}, // for Monday 29/4
	},
	2025: {
		off: []stretch{
			{"2025-01-01", "2025-01-01", "Tết Dương lịch"},
			{"2025-01-25", "2025-02-02", "Tết Nguyên đán"},
			{"2025-04-07", "2025-04-07", "Giỗ Tổ Hùng Vương"},
			{"2025-04-30", "2025-05-04", "Ngày Chiến thắng và Quốc tế lao động"},
			{"2025-08-30", "2025-09-02", "Quốc khánh"},
		},
		makeUp: []Date{"2025-04-26"}, // for Friday 2/5
	},
	2026: {
		off: []stretch{
			{"2026-01-01", "2026-01-04", "Tết Dương lịch"},
			{"2026-02-14", "2026-02-22", "Tết Nguyên đán"},
			{"2026-04-25", "2026-04-27", "Giỗ Tổ Hùng Vương"},
			{"2026-04-30", "2026-05-03", "Ngày Chiến thắng và Quốc tế lao động"},
			{"2026-08-29", "2026-09-02", "Quốc khánh"},
		},
		makeUp: []Date{"2026-01-10", "2026-08-22"}, // for Friday 2/1 and Monday 31/8
	},
}

// FirstAnnounced is the first year whose announcement this program knows; of years before it nobody is asked.
const FirstAnnounced = 2024

// Announced tells whether this program knows the schedule announced for a year. Of another year it knows what the laws
// give; Tết, exchanged days and days in lieu are then assumed.
func Announced(year int) bool {
	_, known := announced[year]
	return known
}

func (a announcement) list(year int) ([]DayOff, []MakeUp) {
	source := fmt.Sprintf("lịch nghỉ đã thông báo cho cán bộ, công chức năm %d", year)
	off, makeUp := []DayOff{}, []MakeUp{}
	for _, s := range a.off {
		Through(s.first, s.last).Each(func(d Date) bool {
			off = append(off, DayOff{d, s.name, source})
			return true
		})
	}
	for _, d := range a.makeUp {
		makeUp = append(makeUp, MakeUp{d, "Làm bù", source})
	}
	slices.SortFunc(off, func(x, y DayOff) int { return cmp.Compare(x.Date, y.Date) })
	return off, makeUp
}
