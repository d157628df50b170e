package exchange

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"caunoi/backend/dates"
)

// dayColumn is what the days of one column of an annex say together. A day alone cannot tell that its year was mistyped,
// or that the column is written month first.
type dayColumn struct {
	title      string
	days       []dates.Date // of all rows that have one, and today, in order
	monthFirst string       // a cell that can only be month/day, with its row; "" = none
}

// farOff is how many years from the middle of the column a day must lie to be out of line.
const farOff = 10

var shortDay = regexp.MustCompile(`^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?\d{2,4}$`)

// readDayColumns looks at the day columns of an annex as wholes.
func readDayColumns(t Table, today dates.Date) map[string]*dayColumn {
	out := map[string]*dayColumn{}
	for _, key := range []string{"docDate", "from"} {
		c := &dayColumn{title: titleOf(lineColumns, key), days: []dates.Date{today}}
		for _, row := range t.Rows {
			text := t.Cell(row, key)
			if day, err := readDay(text, today); err == nil && day != dates.None {
				c.days = append(c.days, day)
			}
			if first, second, ok := dayParts(text); ok && first <= 12 && second > 12 && c.monthFirst == "" {
				c.monthFirst = fmt.Sprintf("dòng %d: “%s”", row.Number, text)
			}
		}
		slices.Sort(c.days)
		out[key] = c
	}
	return out
}

func titleOf(columns []Column, key string) string { return (&layout{columns: columns}).title(key) }

func dayParts(text string) (first, second int, ok bool) {
	m := shortDay.FindStringSubmatch(text)
	if m == nil {
		return 0, 0, false
	}
	first, _ = strconv.Atoi(m[1])
	second, _ = strconv.Atoi(m[2])
	return first, second, true
}

// outOfLine tells whether a day lies far from the middle of its column with few others near it: 1962 among days of 2026.
func (c *dayColumn) outOfLine(day dates.Date) bool {
	middle := c.days[len(c.days)/2]
	if abs(day.Year()-middle.Year()) <= farOff {
		return false
	}
	from, _ := slices.BinarySearch(c.days, dates.Date(fmt.Sprintf("%04d-01-01", day.Year()-2)))
	to, _ := slices.BinarySearch(c.days, dates.Date(fmt.Sprintf("%04d-01-01", day.Year()+3)))
	near := to - from
	return near*4 <= len(c.days)+3
}

func abs(n int) int { return max(n, -n) }

// doubt is what is wrong with a day for its column; "" = nothing. A person who counts the list from that day or before
// has seen the year.
func (c *dayColumn) doubt(text string, day, asOf dates.Date) string {
	if first, second, ok := dayParts(text); ok && c.monthFirst != "" && first <= 12 && second <= 12 && first != second {
		return fmt.Sprintf(
			"Cột “%s” có ngày viết tháng trước ngày (%s), nên không rõ “%s” là ngày nào; hãy viết lại cả cột theo ngày/tháng/năm.",
			c.title,
			c.monthFirst,
			text,
		)
	}
	if day == dates.None || !c.outOfLine(day) || day >= asOf && day <= c.days[len(c.days)/2] {
		return ""
	}
	return fmt.Sprintf(
		"Ngày %s lệch xa các ngày khác ở cột “%s” (phần lớn quanh năm %d); hãy sửa năm. Nếu đúng, hãy đặt “Tính đến ngày” không muộn hơn ngày đó.",
		day.Show(),
		c.title,
		c.days[len(c.days)/2].Year(),
	)
}

// farNote warns of a day of a whole list that is a lifetime away, which is a slip of the keyboard more often than not.
func farNote(asOf, today dates.Date) []string {
	const lifetime = 30
	if years := abs(today.Year() - asOf.Year()); years > lifetime {
		return []string{fmt.Sprintf("“Tính đến ngày” %s cách hôm nay %d năm; hãy kiểm tra lại năm trước khi nhập.", asOf.Show(), years)}
	}
	return nil
}
