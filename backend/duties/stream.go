package duties

import (
	"database/sql"
	"strings"

	"gorm.io/gorm"

	"caunoi/backend/dates"
)

// Stream reads many small rows as one text: the query joins columns by character 31 and rows by character 30. A province
// has hundreds of thousands of rows a year, and handing them over one by one costs the driver more than finding them.
// Typed text never holds these characters: store.Clean drops control characters.
func Stream(query *gorm.DB, columns int, visit func(field []string)) error {
	var all sql.NullString
	if err := query.Row().Scan(&all); err != nil {
		return err
	}
	field, rest := make([]string, columns), all.String
	for rest != "" {
		row := rest
		if at := strings.IndexByte(rest, '\x1e'); at >= 0 {
			row, rest = rest[:at], rest[at+1:]
		} else {
			rest = ""
		}
		for i := range field {
			at := strings.IndexByte(row, '\x1f')
			if at < 0 {
				field[i], row = row, ""
				continue
			}
			field[i], row = row[:at], row[at+1:]
		}
		visit(field)
	}
	return nil
}

const (
	epoch  = dates.Date("1970-01-01")
	always = int32(1 << 30) // later than every day; -always is earlier
)

// Number counts days from 1970-01-01, so that the million comparisons of a province are of numbers.
func Number(d dates.Date) int32 {
	if len(d) != len(epoch) {
		return int32(d.Sub(epoch))
	}
	two := func(i int) int32 { return int32(d[i]-'0')*10 + int32(d[i+1]-'0') }
	y, m, day := two(0)*100+two(2), two(5), two(8)
	// Stored days are valid, so the civil calendar can be counted without asking again; years begin in March here.
	if m <= 2 {
		y--
		m += 12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + day - 719469
}

// Dated is the day of a Number.
func Dated(n int32) dates.Date {
	if n == -always || n == always {
		return dates.None
	}
	return epoch.AddDays(int(n))
}

// Stretch is a half-open span of numbered days.
type Stretch struct{ From, To int32 }

// Numbered turns a span into a Stretch; open ends reach over every day.
func Numbered(s dates.Span) Stretch {
	out := Stretch{-always, always}
	if s.From != dates.None {
		out.From = Number(s.From)
	}
	if s.To != dates.None {
		out.To = Number(s.To)
	}
	return out
}

// Has tells whether the day lies in the stretch.
func (s Stretch) Has(day int32) bool { return day >= s.From && day < s.To }

// Meets tells whether the two share a day.
func (s Stretch) Meets(o Stretch) bool {
	return s.From < o.To && o.From < s.To && s.From < s.To && o.From < o.To
}

func (s Stretch) clip(o Stretch) Stretch { return Stretch{max(s.From, o.From), min(s.To, o.To)} }
