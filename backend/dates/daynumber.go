package dates

const (
	epoch  = Date("1970-01-01")
	always = int32(1 << 30) // later than every day; -always is earlier
)

// DayNumber counts days from 1970-01-01. Work on many days (a province has a million occurrences a term) compares numbers,
// which costs a fraction of comparing text. d must be a valid day or None; None gives 0.
func DayNumber(d Date) int32 {
	if len(d) != len(epoch) {
		return int32(d.Sub(epoch))
	}
	// Stored days are valid, so their digits are read without being checked once more.
	two := func(i int) int { return int(d[i]-'0')*10 + int(d[i+1]-'0') }
	return int32(serialOf(two(0)*100+two(2), two(5), two(8)))
}

// DateOf gives the day with a number. The open end of a DayRange is None.
func DateOf(number int32) Date {
	if number == -always || number == always {
		return None
	}
	return epoch.AddDays(int(number))
}

// DayRange is a Span of numbered days: From is in it, To is not.
type DayRange struct{ From, To int32 }

// DayRangeOf numbers the days of a span. An open end lies beyond every day.
func DayRangeOf(s Span) DayRange {
	out := DayRange{-always, always}
	if s.From != None {
		out.From = DayNumber(s.From)
	}
	if s.To != None {
		out.To = DayNumber(s.To)
	}
	return out
}

// Empty tells whether no day lies in the range.
func (r DayRange) Empty() bool { return r.From >= r.To }

// Contains tells whether the day lies in the range.
func (r DayRange) Contains(day int32) bool { return day >= r.From && day < r.To }

// Overlaps tells whether the two ranges share at least one day.
func (r DayRange) Overlaps(o DayRange) bool { return !r.Clip(o).Empty() && !r.Empty() && !o.Empty() }

// Clip gives the days that lie in both ranges; the result is Empty when there are none.
func (r DayRange) Clip(o DayRange) DayRange { return DayRange{max(r.From, o.From), min(r.To, o.To)} }
