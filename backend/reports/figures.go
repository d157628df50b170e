package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
)

// turns counts what became of the meetings officers were expected at. A meeting that was cancelled, put off or suspended
// is nobody's turn, and one that is still to come is not yet.
type turns struct {
	due, attended, substituted, excused, absent, unrecorded int
}

func (t *turns) add(result activities.Result) {
	t.due++
	switch result {
	case activities.Attended:
		t.attended++
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
}

// figures are all numbers of the period's report; narrative and annex read the same ones.
type figures struct {
	held, cancelled, postponed, suspended, unrecorded int
	turns                                             turns
	byOfficer                                         map[string]*turns
	kinds                                             []count // of the meetings held
	advice, accepted                                  int
	fields                                            []count
	topics                                            []count
	conveyed                                          int
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
				f.turns.add(a.Result)
				if f.byOfficer[a.OfficerID] == nil {
					f.byOfficer[a.OfficerID] = &turns{}
				}
				f.byOfficer[a.OfficerID].add(a.Result)
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
	text := fmt.Sprintf("%.1f", 100*float64(part)/float64(whole))
	return strings.Replace(strings.TrimSuffix(text, ".0"), ".", ",", 1) + "%"
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
