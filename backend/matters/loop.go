package matters

import (
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// LoopFigures say whether answers come back to where the matters were raised, and how long each leg takes.
type LoopFigures struct {
	Answered     Number      `json:"answered"`     // with an answer
	ToldBack     Number      `json:"toldBack"`     // of those, told back, explained on the spot or closed
	Legs         []LegFigure `json:"legs"`         // one of each clock, in the order of the clocks
	NoticeInTime Number      `json:"noticeInTime"` // received through the head and told within the term
	NoticeOf     Number      `json:"noticeOf"`     // received through the head, the term over or the notice given
	FirstTime    Number      `json:"firstTime"`    // answers of bodies that were never sent back
	ByBodies     Number      `json:"byBodies"`     // answers of bodies
	Again        Number      `json:"again"`        // reopened at least once
	Rechecked    Number      `json:"rechecked"`    // settled, and found so when looked at again
	NoEffect     Number      `json:"noEffect"`     // reopened because nothing had changed when looked at again
	ToRecheck    Number      `json:"toRecheck"`    // settled, the day to look again has come
}

// LegFigure is the length of one leg in working days over the matters that have run it.
type LegFigure struct {
	Code   string  `json:"code"`
	Name   string  `json:"name"`
	Done   Number  `json:"done"`
	Median float64 `json:"median"` // 0 when none has run it
}

var legNames = map[string]string{
	ClockHandling:   "Từ tiếp nhận đến chuyển, xử lý",
	ClockNotice:     "Từ tiếp nhận đến thông báo",
	ClockReply:      "Từ chuyển đến trả lời",
	ClockConveyance: "Từ trả lời đến phản hồi",
}

type legDays struct {
	ReceivedOn, CycleOn, HandledOn, NoticedOn, ReferredOn, RepliedOn, ConveyedOn dates.Date
}

// workingDays is the working days of a leg, -1 when it was not run.
func (r legDays) workingDays(code string, cal *dates.Calendar) int {
	leg := map[string][2]dates.Date{
		ClockHandling:   {r.CycleOn, r.HandledOn},
		ClockNotice:     {r.ReceivedOn, r.NoticedOn},
		ClockReply:      {r.ReferredOn, r.RepliedOn},
		ClockConveyance: {r.RepliedOn, r.ConveyedOn},
	}[code]
	if leg[0] == dates.None || leg[1] == dates.None {
		return -1
	}
	return max(cal.WorkingDaysBetween(leg[0], leg[1]), 0)
}

// Loop gives the figures of the loop for a filter. A matter that was reopened counts from its last reopening. It
// returns fault.CodeInvalid for an unknown list in the filter.
func Loop(tx *store.Tx, f Filter) (LoopFigures, error) {
	var out LoopFigures
	tx = tx.AsOf(f.AsOf)
	c, err := newCalc(tx)
	if err != nil {
		return out, err
	}
	q, err := filterQuery(tx, f)
	if err != nil {
		return out, err
	}
	var rows []legDays
	if err := q.Select("m.received_on, m.cycle_on, m.handled_on, m.noticed_on, m.referred_on, m.replied_on, m.conveyed_on").
		Scan(&rows).
		Error; err != nil {
		return out, err
	}
	for _, code := range []string{ClockHandling, ClockNotice, ClockReply, ClockConveyance} {
		lengths := []int{}
		for _, r := range rows {
			if n := r.workingDays(code, c.cal.Calendar); n >= 0 {
				lengths = append(lengths, n)
			}
		}
		leg := f
		leg.Leg = code
		out.Legs = append(out.Legs, LegFigure{Code: code, Name: legNames[code], Done: Number{len(lengths), leg}, Median: median(lengths)})
	}
	for _, part := range []struct {
		into  *Number
		shape func(Filter) Filter
	}{
		{&out.Answered, func(f Filter) Filter { f.Leg = Answered; return f }},
		{&out.ToldBack, func(f Filter) Filter { f.Leg, f.States = Answered, []State{Conveyed, Closed, OnSpot}; return f }},
		{&out.NoticeOf, func(f Filter) Filter { f.Origins, f.OnTime = originsThroughHead, "den_han"; return f }},
		{&out.NoticeInTime, func(f Filter) Filter { f.Origins, f.OnTime = originsThroughHead, "co"; return f }},
		{&out.ByBodies, func(f Filter) Filter { f.Leg = ClockReply; return f }},
		{&out.FirstTime, func(f Filter) Filter { f.Leg, f.FirstTime = ClockReply, true; return f }},
		{&out.Rechecked, func(f Filter) Filter { f.Leg = ClockRecheck; return f }},
		{&out.NoEffect, func(f Filter) Filter { f.NoEffect = true; return f }},
		{&out.ToRecheck, func(f Filter) Filter { f.Worklist = RecheckNow; return f }},
		{&out.Again, func(f Filter) Filter { f.Again = true; return f }},
	} {
		shaped := part.shape(f)
		n, err := Count(tx, shaped, 0)
		if err != nil {
			return out, err
		}
		*part.into = Number{n, shaped}
	}
	return out, nil
}

// originsThroughHead are the origins for which the notice within ten working days is owed by Quy định 11-QĐi/TW.
var originsThroughHead = []Origin{FromReception, FromDialogue}

// median is the middle of the lengths, the mean of the two middle ones for an even count.
func median(list []int) float64 {
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	mid := len(list) / 2
	if len(list)%2 == 1 {
		return float64(list[mid])
	}
	return float64(list[mid-1]+list[mid]) / 2
}

// BodyFigures say how matters stand at one body.
type BodyFigures struct {
	Body      Body    `json:"body"`
	Overdue   Number  `json:"overdue"`
	InTime    Number  `json:"inTime"`
	FirstTime Number  `json:"firstTime"` // answered specifically at once
	Answered  Number  `json:"answered"`
	Median    float64 `json:"median"` // working days from passing on to reply
}

// FiguresOfBody gives how matters stand at a body. It returns fault.CodeNotFound for an unknown body.
func FiguresOfBody(tx *store.Tx, bodyID string) (BodyFigures, error) {
	out := BodyFigures{}
	bodies, err := bodiesByID(tx)
	if err != nil {
		return out, err
	}
	body, known := bodies[bodyID]
	if !known {
		return out, errNoBody
	}
	out.Body = body
	loop, err := Loop(tx, Filter{BodyID: bodyID})
	if err != nil {
		return out, err
	}
	out.FirstTime, out.Answered, out.Median = loop.FirstTime, loop.ByBodies, loop.Legs[2].Median
	late := Filter{BodyID: bodyID, Worklist: PastDue, States: []State{Referred}}
	waiting := Filter{BodyID: bodyID, States: []State{Referred}}
	n, err := Count(tx, late, 0)
	if err != nil {
		return out, err
	}
	all, err := Count(tx, waiting, 0)
	waiting.OnTime = "con_han"
	out.Overdue, out.InTime = Number{n, late}, Number{all - n, waiting}
	return out, err
}

// WorklistCount is a worklist with how many wait in it; the count stops at 10,000.
type WorklistCount struct {
	Code  string `json:"code"`
	Word  string `json:"word"`
	Count int    `json:"count"`
	More  bool   `json:"more"`
}

// Worklists counts every list.
func Worklists(tx *store.Tx, holderID string) ([]WorklistCount, error) {
	out := []WorklistCount{}
	for _, w := range worklistWords {
		n, err := Count(tx, Filter{Worklist: w.Code, HolderID: holderID}, countLimit+1)
		if err != nil {
			return nil, err
		}
		out = append(out, WorklistCount{Code: w.Code, Word: w.Word, Count: min(n, countLimit), More: n > countLimit})
	}
	return out, nil
}
