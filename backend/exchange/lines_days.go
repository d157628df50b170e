package exchange

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"caunoi/backend/dates"
)

// DayOrder is the order in which a column of days is written, where its cells do not tell: "03/05/2026" beside "03/25/2026".
type DayOrder string

// The orders.
const (
	DayFirst   DayOrder = "ngay"
	MonthFirst DayOrder = "thang"
)

// dayColumn is what the days of one column of an annex say together. A day alone cannot tell that its year was mistyped,
// or that the column is written month first.
type dayColumn struct {
	title string
	today dates.Date
	days  []dates.Date // of all rows whose day is clear, and today, in order
	order DayOrder     // "" = a person has to say
	proof string       // a cell that can only be month/day, with its row; "" = none
}

const (
	farOff     = 10 // years from the middle of the column, beyond which a day is out of line
	fewYears   = 2  // years within which days are neighbours
	fewDays    = 4  // below so many days, today among them, none of them is alone
	monthProof = 2  // cells that can only be month/day, with none that can only be day/month, prove the order of a column
)

var shortDay = regexp.MustCompile(`^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{2,4})$`)

// readDayColumns looks at the day columns of an annex as wholes. said is the order a person has named; "" = none.
func readDayColumns(t Table, today dates.Date, said DayOrder) map[string]*dayColumn {
	out := map[string]*dayColumn{}
	for _, key := range []string{"docDate", "from"} {
		c := &dayColumn{title: titleOf(lineColumns, key), today: today, days: []dates.Date{today}}
		c.findOrder(t, key, said)
		for _, row := range t.Rows {
			text := t.Cell(row, key)
			if day, err := c.read(text); err == nil && day != dates.None && !c.unclear(text) {
				c.days = append(c.days, day)
			}
		}
		slices.Sort(c.days)
		out[key] = c
	}
	return out
}

func (c *dayColumn) findOrder(t Table, key string, said DayOrder) {
	months, days := 0, 0
	for _, row := range t.Rows {
		first, second, ok := dayParts(t.Cell(row, key))
		switch {
		case !ok:
		case first <= 12 && second > 12:
			if months++; months == 1 {
				c.proof = fmt.Sprintf("dòng %d: “%s”", row.Number, t.Cell(row, key))
			}
		case first > 12:
			days++
		}
	}
	switch {
	case months == 0:
		c.order = DayFirst
	case said != "":
		c.order = said
	case months >= monthProof && days == 0:
		c.order = MonthFirst
	}
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

// monthLeads tells whether a cell is read month first.
func (c *dayColumn) monthLeads(text string) bool {
	first, _, ok := dayParts(text)
	return ok && c.order == MonthFirst && first <= 12
}

// read reads a cell in the order of its column.
func (c *dayColumn) read(text string) (dates.Date, error) {
	if m := shortDay.FindStringSubmatch(text); m != nil && c.monthLeads(text) {
		return readDay(m[2]+"/"+m[1]+"/"+m[3], c.today)
	}
	return readDay(text, c.today)
}

// unclear tells whether a cell is one of two days and nothing in its column says which.
func (c *dayColumn) unclear(text string) bool {
	first, second, ok := dayParts(text)
	return ok && c.order == "" && first <= 12 && second <= 12 && first != second
}

// near counts the days of the column within so many years.
func (c *dayColumn) near(day dates.Date) int {
	from, _ := slices.BinarySearch(c.days, dates.Date(fmt.Sprintf("%04d-01-01", day.Year()-fewYears)))
	to, _ := slices.BinarySearch(c.days, dates.Date(fmt.Sprintf("%04d-01-01", day.Year()+fewYears+1)))
	return to - from
}

func (c *dayColumn) middle() int { return c.days[len(c.days)/2].Year() }

// outOfLine tells whether a day lies far from the middle of its column with few others near it: 1962 among days of 2026.
func (c *dayColumn) outOfLine(day dates.Date) bool {
	return abs(day.Year()-c.middle()) > farOff && c.near(day)*4 <= len(c.days)+3
}

// alone tells whether hardly any other day of the column is of the years around: 2016 among days of 2026.
func (c *dayColumn) alone(day dates.Date) bool {
	return len(c.days) >= fewDays && abs(day.Year()-c.middle()) > fewYears && c.near(day) <= max(1, len(c.days)/10)
}

func abs(n int) int { return max(n, -n) }

// doubt is what is wrong with a day for its column; "" = nothing. A person who counts the list from that day or before
// has seen the year.
func (c *dayColumn) doubt(text string, day, asOf dates.Date) string {
	switch {
	case c.unclear(text):
		return fmt.Sprintf(
			"Không rõ trong “%s” ngày hay tháng đứng trước, vì cột “%s” có ngày viết tháng trước (%s); hãy chọn cách đọc ngày.",
			text,
			c.title,
			c.proof,
		)
	case day == dates.None || !c.outOfLine(day) || c.counted(day, asOf):
		return ""
	}
	return fmt.Sprintf(
		"Ngày %s lệch xa các ngày khác ở cột “%s” (phần lớn quanh năm %d); hãy sửa năm. Nếu đúng, hãy đặt “Tính đến ngày” không muộn hơn ngày đó.",
		day.Show(),
		c.title,
		c.middle(),
	)
}

func (c *dayColumn) counted(day, asOf dates.Date) bool {
	return day >= asOf && day <= c.days[len(c.days)/2]
}

// question asks about a day that stands alone among the years of its column; "" = none.
func (c *dayColumn) question(day, asOf dates.Date) string {
	if day == dates.None || !c.alone(day) || c.counted(day, asOf) {
		return ""
	}
	return fmt.Sprintf("Ngày %s đứng riêng ở cột “%s” (phần lớn quanh năm %d): năm có đúng không?", day.Show(), c.title, c.middle())
}

// readAs says how a cell was read where that is not how days are written here; "" = as they are.
func (c *dayColumn) readAs(text string, day dates.Date) string {
	if day == dates.None || !c.monthLeads(text) {
		return ""
	}
	return fmt.Sprintf("cột “%s”: “%s” viết tháng trước, đọc là ngày %s", c.title, text, day.Show())
}

// askOrder is the question about the order of days in an annex; "" when every column tells its own.
func askOrder(columns map[string]*dayColumn) string {
	for _, key := range []string{"docDate", "from"} {
		if c := columns[key]; c.order == "" {
			return fmt.Sprintf(
				"Cột “%s” có ngày viết tháng trước (%s) lẫn ngày không rõ thứ tự; các ngày như “03/05/2026” trong cột viết theo thứ tự nào?",
				c.title,
				c.proof,
			)
		}
	}
	return ""
}

// farNote warns of a day of a whole list that is a lifetime away, which is a slip of the keyboard more often than not.
func farNote(asOf, today dates.Date) []string {
	const lifetime = 30
	if years := abs(today.Year() - asOf.Year()); years > lifetime {
		return []string{fmt.Sprintf("“Tính đến ngày” %s cách hôm nay %d năm; hãy kiểm tra lại năm trước khi nhập.", asOf.Show(), years)}
	}
	return nil
}
