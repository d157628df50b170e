package dates

// Span is a stretch of days, half open: From is in it, To is not. An empty From means "from the beginning", an empty To
// "still open". Half-open spans join without gap or overlap: one holder's To is the next one's From.
type Span struct {
	From Date `json:"from"`
	To   Date `json:"to"`
}

// Through makes the Span of the days from first to last, both included.
func Through(first, last Date) Span { return Span{From: first, To: last.AddDays(1)} }

// Open tells whether the span has no end yet.
func (s Span) Open() bool { return s.To == None }

// Empty tells whether no day lies in the span.
func (s Span) Empty() bool { return s.To != None && s.To <= s.From }

// Contains tells whether the day lies in the span. None lies in no span.
func (s Span) Contains(day Date) bool {
	return day != None && day >= s.From && (s.To == None || day < s.To)
}

// Overlaps tells whether the two spans share at least one day.
func (s Span) Overlaps(o Span) bool {
	return !s.Empty() && !o.Empty() && (o.To == None || s.From < o.To) && (s.To == None || o.From < s.To)
}

// Clip gives the days that lie in both spans. Without a common day the result is Empty and begins and ends at the later
// From.
func (s Span) Clip(o Span) Span {
	c := Span{From: Later(s.From, o.From), To: Earlier(s.To, o.To)}
	if c.Empty() {
		c.To = c.From
	}
	return c
}

// Days counts the days of the span, 0 when it is empty. A span open on either side has no count: the answer is -1.
func (s Span) Days() int {
	switch {
	case s.Empty():
		return 0
	case s.From == None || s.To == None:
		return -1
	}
	return s.To.Sub(s.From)
}

// Last gives the last day in the span, None when it is open.
func (s Span) Last() Date { return s.To.AddDays(-1) }

// Each calls visit for every day of a closed span in order, until visit answers false.
func (s Span) Each(visit func(Date) bool) {
	if s.From == None || s.To == None {
		return
	}
	for n, end := s.From.serial(), s.To.serial(); n < end; n++ {
		if !visit(fromSerial(n)) {
			return
		}
	}
}

// Show writes the span for people: "từ 01/06/2026 đến 30/06/2026", "từ 01/06/2026", "đến 30/06/2026", or empty.
func (s Span) Show() string {
	switch from, last := s.From.Show(), s.Last().Show(); {
	case from != "" && last != "":
		return "từ " + from + " đến " + last
	case from != "":
		return "từ " + from
	case last != "":
		return "đến " + last
	}
	return ""
}
