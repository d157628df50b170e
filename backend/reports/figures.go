package reports

import (
	"cmp"
	"slices"
	"strconv"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/fulfilment"
	"caunoi/backend/store"
)

// turns counts what became of the meetings officers were expected at. A meeting that was cancelled, put off or suspended
// is nobody's turn, and one that is still to come is not yet.
type turns struct {
	due, attended, substituted, excused, absent, unrecorded int
	counted, heldUnrecorded                                 int // of substituted and unrecorded, see fulfilment.Tally
	done, held                                              int // the rate, see fulfilment.RateRule
	notHeld, suspended                                      int // beside the turns; known where rules say what was expected
}

// add counts one officer at a meeting of the log. Without a rule that says so a substitute does not count.
func (t *turns) add(result activities.Result, held bool) {
	outcome := activities.Outcome(result)
	if !held || result == "" {
		outcome = activities.NotRecorded
	}
	var all fulfilment.Tally
	all.AddAll(t.tally())
	all.Add(outcome, held, false)
	*t = turnsOf(all)
}

func (t *turns) tally() fulfilment.Tally {
	return fulfilment.Tally{
		Expected: t.due, Attended: t.attended, Substituted: t.substituted, SubstitutedCounted: t.counted, Excused: t.excused,
		Absent: t.absent, NotRecorded: t.unrecorded, HeldNotRecorded: t.heldUnrecorded, NotHeld: t.notHeld, Suspended: t.suspended,
	}
}

// turnsOf reads the count of the room that reckons duties.
func turnsOf(t fulfilment.Tally) turns {
	return turns{
		due:            t.Expected,
		attended:       t.Attended,
		substituted:    t.Substituted,
		counted:        t.SubstitutedCounted,
		excused:        t.Excused,
		absent:         t.Absent,
		unrecorded:     t.NotRecorded,
		heldUnrecorded: t.HeldNotRecorded,
		done:           t.Done,
		held:           t.Held,
		notHeld:        t.NotHeld,
		suspended:      t.Suspended,
	}
}

// expectedTurns is who was expected at meetings and what became of it, of all and of each officer and team.
type expectedTurns struct {
	turns     turns
	byOfficer map[string]*turns
	byTeam    []teamTurns
	ruled     bool   // turns are those of the rules of duty, not of the log
	rateRule  string // stands under a table of them, see fulfilment.RateRule
}

// figures are all numbers of the period's report; narrative and annex read the same ones.
type figures struct {
	expectedTurns
	held, cancelled, postponed, suspended, unrecorded int
	kinds                                             []coded // of the meetings held
	advice, accepted                                  int
	fields                                            []coded
	topics                                            []coded
	conveyed                                          int
	places                                            int // where something was held
}

// teamTurns is what became of the meetings a team was expected at.
type teamTurns struct {
	id, name string
	turns    turns
}

// figuresFor computes the numbers of a span, and of one place where the filter names one.
func figuresFor(tx *store.Tx, expected fulfilment.Filter) (figures, error) {
	entries, err := activities.Log(tx, activities.LogFilter{Span: expected.Span, UnderID: expected.UnderID})
	if err != nil {
		return figures{}, err
	}
	f := figuresOf(entries, "", tx.FirstDayToCome())
	ruled, err := ruledTurns(tx, expected)
	if ruled.ruled {
		f.expectedTurns = ruled
	}
	return f, err
}

// turnsFor counts the turns of a span. Where the office has rules that say who has to attend what, they are those
// the rules expect, also for meetings nobody planned; without rules they are the meetings planned or recorded.
func turnsFor(tx *store.Tx, expected fulfilment.Filter) (expectedTurns, error) {
	ruled, err := ruledTurns(tx, expected)
	if err != nil || ruled.ruled {
		return ruled, err
	}
	entries, err := activities.Log(
		tx,
		activities.LogFilter{Span: expected.Span, UnderID: expected.UnderID, OfficerID: expected.OfficerID},
	)
	return figuresOf(entries, expected.OfficerID, tx.FirstDayToCome()).expectedTurns, err
}

// ruledTurns counts the turns the rules of duty expect; ruled is false where no rule expects any.
func ruledTurns(tx *store.Tx, expected fulfilment.Filter) (a expectedTurns, err error) {
	sum, err := fulfilment.Summarize(tx, expected)
	if err != nil || len(sum.Rows) == 0 {
		return a, err
	}
	a = expectedTurns{turns: turnsOf(sum.Total), byOfficer: map[string]*turns{}, ruled: true, rateRule: sum.RateRule}
	for _, row := range sum.Rows {
		t := turnsOf(row.Tally)
		if row.TeamID != "" {
			a.byTeam = append(a.byTeam, teamTurns{row.Key, row.Name, t})
			continue
		}
		a.byOfficer[row.Key] = &t
	}
	return a, nil
}

// count is how often something came up.
type count struct {
	what string
	n    int
}

// coded is a count of one kind of meeting, field of work or topic, with its code.
type coded struct {
	count
	code string
}

// tallies counts by code, with the word of each code.
type tallies struct {
	n     map[string]int
	words map[string]string
}

func (t *tallies) add(code, word string) {
	if t.n == nil {
		t.n, t.words = map[string]int{}, map[string]string{}
	}
	t.n[code]++
	t.words[code] = word
}

// ranked sorts counts, the most frequent first, equal ones by their words.
func (t *tallies) ranked() []coded {
	list := make([]coded, 0, len(t.n))
	for code, n := range t.n {
		list = append(list, coded{count{t.words[code], n}, code})
	}
	slices.SortFunc(list, byCount)
	return list
}

func byCount(a, b coded) int {
	return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.what, b.what), cmp.Compare(a.code, b.code))
}

// figuresOf computes the numbers of a list of meetings, where toCome is the first day that is not over; the turns of one
// officer only where one is named.
func figuresOf(entries []activities.Entry, officerID string, toCome dates.Date) figures {
	f := figures{expectedTurns: expectedTurns{byOfficer: map[string]*turns{}, rateRule: fulfilment.RateRule}}
	var kinds, fields, topics tallies
	places := map[string]bool{}
	for _, e := range entries {
		past := e.State == activities.Planned && e.Day < toCome
		switch {
		case e.State == activities.Held:
			f.held++
			kinds.add(string(e.Kind), e.KindWord)
			for _, host := range e.Hosts {
				places[host.ID] = true
			}
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
				if officerID != "" && a.OfficerID != officerID {
					continue
				}
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
				fields.add(c.FieldCode, c.FieldName)
			}
		}
		for _, c := range e.Conveyances {
			f.conveyed++
			topics.add(c.Topic, c.Topic)
		}
	}
	f.kinds, f.fields, f.topics, f.places = kinds.ranked(), fields.ranked(), topics.ranked(), len(places)
	return f
}

// share writes a part of a whole as papers do: "85,7%"; empty where there is no whole.
func share(part, whole int) string {
	if whole == 0 {
		return ""
	}
	all := tenths(part, whole)
	text := strconv.Itoa(all / 10)
	if rest := all % 10; rest != 0 {
		text += "," + strconv.Itoa(rest)
	}
	return text + "%"
}

// tenths is a part of a whole in tenths of a percent, a half upwards, as people round by hand: a float would print one in
// sixteen as 6,2.
func tenths(part, whole int) int { return (2000*part + whole) / (2 * whole) }
