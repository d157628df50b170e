package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// turns counts what became of the meetings officers were expected at. A meeting that was cancelled, put off or suspended
// is nobody's turn, and one that is still to come is not yet.
type turns struct {
	due, attended, substituted, excused, absent, unrecorded int
	done, held                                              int // the rate: done of held, never of what nobody recorded
}

func (t *turns) add(result activities.Result, held bool) {
	t.due++
	if held {
		t.held++
	}
	switch result {
	case activities.Attended:
		t.attended++
		t.done++
	case activities.Substituted:
		t.substituted++
	case activities.Excused:
		t.excused++
	case activities.Absent:
		t.absent++
	default:
		t.unrecorded++
	}
}

func (t *turns) join(o turns) {
	t.due += o.due
	t.attended += o.attended
	t.substituted += o.substituted
	t.excused += o.excused
	t.absent += o.absent
	t.unrecorded += o.unrecorded
	t.done += o.done
	t.held += o.held
}

// turnsOf reads the count of the room that reckons duties.
func turnsOf(t activities.Tally) turns {
	return turns{due: t.Expected, attended: t.Attended, substituted: t.Substituted, excused: t.Excused, absent: t.Absent, unrecorded: t.NotRecorded,
		done: t.Done, held: t.Held}
}

// figures are all numbers of the period's report; narrative and annex read the same ones.
type figures struct {
	held, cancelled, postponed, suspended, unrecorded int
	turns                                             turns
	ruled                                             bool // the turns are those the rules of duty expect
	byOfficer                                         map[string]*turns
	byTeam                                            []teamTurns
	kinds                                             []count // of the meetings held
	advice, accepted                                  int
	fields                                            []count
	topics                                            []count
	conveyed                                          int
}

// teamTurns is what became of the meetings a team was expected at.
type teamTurns struct {
	id, name string
	turns    turns
}

// figuresFor computes the numbers of a span. Where the office has rules that say who has to attend what, the turns are
// those the rules expect, also for meetings nobody planned; without rules they are the meetings planned or recorded.
func figuresFor(tx *store.Tx, span dates.Span, underID string) (figures, error) {
	entries, err := activities.Log(tx, activities.LogFilter{Span: span, UnderID: underID})
	if err != nil {
		return figures{}, err
	}
	f := figuresOf(entries, tx.Today)
	ruled, err := activities.Fulfilment(tx, activities.FulfilmentFilter{Span: span, By: activities.ByOfficer, UnderID: underID})
	if err != nil || len(ruled.Rows) == 0 {
		return f, err
	}
	f.ruled, f.turns, f.byOfficer = true, turnsOf(ruled.Total), map[string]*turns{}
	for _, row := range ruled.Rows {
		t := turnsOf(row.Tally)
		if row.TeamID != "" {
			f.byTeam = append(f.byTeam, teamTurns{row.Key, row.Name, t})
			continue
		}
		f.byOfficer[row.Key] = &t
	}
	return f, nil
}

// count is how often something came up.
type count struct {
	what string
	n    int
}

// figuresOf computes the numbers of a list of meetings as seen on a day.
func figuresOf(entries []activities.Entry, today dates.Date) figures {
	f := figures{byOfficer: map[string]*turns{}}
	kinds, fields, topics := map[string]int{}, map[string]int{}, map[string]int{}
	for _, e := range entries {
		past := e.State == activities.Planned && e.Day < today
		switch {
		case e.State == activities.Held:
			f.held++
			kinds[e.KindWord]++
		case e.State == activities.Cancelled:
			f.cancelled++
		case e.State == activities.Postponed:
			f.postponed++
		case e.State == activities.Suspended:
			f.suspended++
		case past:
			f.unrecorded++
		}
		if e.State == activities.Held || past {
			for _, a := range e.Attendances {
				f.turns.add(a.Result, e.State == activities.Held)
				if f.byOfficer[a.OfficerID] == nil {
					f.byOfficer[a.OfficerID] = &turns{}
				}
				f.byOfficer[a.OfficerID].add(a.Result, e.State == activities.Held)
			}
		}
		for _, c := range e.Contributions {
			f.advice++
			if c.Accepted == activities.AcceptedYes || c.Accepted == activities.AcceptedPartly {
				f.accepted++
			}
			if c.FieldName != "" {
				fields[c.FieldName]++
			}
		}
		for _, c := range e.Conveyances {
			f.conveyed++
			topics[c.Topic]++
		}
	}
	f.kinds, f.fields, f.topics = ranked(kinds), ranked(fields), ranked(topics)
	return f
}

// ranked sorts counts, the most frequent first, equal ones by their words.
func ranked(counts map[string]int) []count {
	list := make([]count, 0, len(counts))
	for what, n := range counts {
		list = append(list, count{what, n})
	}
	slices.SortFunc(list, func(a, b count) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.what, b.what)) })
	return list
}

// share writes a part of a whole as papers do: "85,7%"; empty where there is no whole.
func share(part, whole int) string {
	if whole == 0 {
		return ""
	}
	// Whole tenths, a half upwards, as people round by hand: a float would print one in sixteen as 6,2.
	tenths := (2000*part + whole) / (2 * whole)
	text := strconv.Itoa(tenths / 10)
	if rest := tenths % 10; rest != 0 {
		text += "," + strconv.Itoa(rest)
	}
	return text + "%"
}

// clauses joins the counts that are not zero: "vắng có lý do 02 lượt, vắng 01 lượt".
func clauses(unit string, counts ...count) string {
	var parts []string
	for _, c := range counts {
		if c.n > 0 {
			parts = append(parts, c.what+" "+twoDigits(c.n)+" "+unit)
		}
	}
	return strings.Join(parts, ", ")
}

// listed writes up to most counts as "sinh hoạt chi bộ thường kỳ (12), họp dân (03)".
func listed(counts []count, most int, lower bool) string {
	var parts []string
	for i, c := range counts {
		if i == most {
			break
		}
		what := c.what
		if lower {
			what = lowerFirst(what)
		}
		parts = append(parts, what+" ("+twoDigits(c.n)+")")
	}
	return strings.Join(parts, "; ")
}

// lowerFirst writes the first letter of a word of our own vocabulary small; abbreviations stay.
func lowerFirst(text string) string {
	runes := []rune(text)
	if len(runes) > 1 && strings.ToUpper(string(runes[1])) == string(runes[1]) && string(runes[1]) != " " {
		return text
	}
	if len(runes) > 0 {
		runes[0] = []rune(strings.ToLower(string(runes[0])))[0]
	}
	return string(runes)
}
