package issuing

import (
	"cmp"
	"slices"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// eaches lists them in the order offered, with the word on the button and, for units, the tree and its tiers.
var eaches = []struct {
	each     reports.BatchEach
	word     string
	tree     string
	from, to int
}{
	{reports.EachCommune, "Mọi xã, phường, thị trấn", units.TreeAdmin, units.TierCommune, units.TierCommune},
	{reports.EachHamlet, "Mọi ấp, thôn, khu phố", units.TreeAdmin, units.TierHamlet, units.TierHamlet},
	{reports.EachGroup, "Mọi tổ nhân dân tự quản", units.TreeAdmin, units.TierGroup, units.TierGroup},
	{reports.EachDistrict, "Mọi huyện, quận, thị xã", units.TreeAdmin, units.TierDistrict, units.TierDistrict},
	{reports.EachParty, "Mọi đảng bộ", units.TreeParty, 1, 4},
	{reports.EachCell, "Mọi chi bộ", units.TreeParty, 5, 6},
	{reports.EachOfficer, "Mọi cán bộ được phân công trong kỳ", "", 0, 0},
	{reports.EachBody, "Mọi cơ quan có kiến nghị", "", 0, 0},
	{reports.EachMeeting, "Mọi cuộc họp trong kỳ", "", 0, 0},
}

// BatchAsk asks what the sheets of a report can be about.
type BatchAsk struct {
	Input   reports.Input     `json:"input"`   // report, period and form; what it is about is left empty
	Each    reports.BatchEach `json:"each"`    // "" = the first there is
	UnderID string            `json:"underId"` // only what lies at this unit or below it; bodies stay as they are
}

// BatchKind is one way to go through, with the number of sheets it would make.
type BatchKind struct {
	Each  reports.BatchEach `json:"each"`
	Word  string            `json:"word"`
	Count int               `json:"count"`
}

// BatchPlace is one sheet to be.
type BatchPlace struct {
	ID    string `json:"id"`
	Label string `json:"label"` // no two are the same
}

// BatchList is what can be ticked before a batch begins.
type BatchList struct {
	Kinds     []BatchKind       `json:"kinds"` // empty: the report is about nothing that comes in many
	Each      reports.BatchEach `json:"each"`
	Places    []BatchPlace      `json:"places"`
	FrontSide bool              `json:"frontSide"` // the form of paper is printed on both sides
}

// batchList lists the sheets a batch can make.
func batchList(tx *store.Tx, ask BatchAsk) (BatchList, error) {
	out := BatchList{Kinds: []BatchKind{}, Places: []BatchPlace{}}
	report, err := reports.Find(ask.Input.Report)
	if err != nil {
		return out, err
	}
	if report.AsOfToday() {
		ask.Input.Period = dates.PeriodOf(dates.Month, tx.Today)
	} else if !ask.Input.Period.Valid() {
		return out, fault.Invalid("period", "Hãy chọn kỳ trước khi in hàng loạt.")
	}
	profile, err := document.ProfileOf(tx, ask.Input.Form, ask.Input.Date)
	if err != nil {
		return out, err
	}
	out.FrontSide = profile.Duplex
	can := report.Each
	lists, err := placesByKind(tx, ask, can)
	if err != nil {
		return out, err
	}
	for _, e := range eaches {
		if n := len(lists[e.each]); slices.Contains(can, e.each) && n > 0 {
			out.Kinds = append(out.Kinds, BatchKind{e.each, e.word, n})
		}
	}
	out.Each = ask.Each
	if out.Each == "" && len(out.Kinds) > 0 {
		out.Each = out.Kinds[0].Each
	}
	if out.Each != "" && !slices.Contains(can, out.Each) {
		return out, fault.Invalid("each", "Báo cáo này không in được theo từng mục đã chọn. Hãy chọn cách in khác.")
	}
	out.Places = append(out.Places, lists[out.Each]...)
	return out, nil
}

// placesByKind lists the sheets of every kind asked for. Names are those of the paper's day.
func placesByKind(tx *store.Tx, ask BatchAsk, can []reports.BatchEach) (map[reports.BatchEach][]BatchPlace, error) {
	out := map[reports.BatchEach][]BatchPlace{}
	span := ask.Input.Period.Span()
	day := reports.ShownAsOf(span, tx.Today)
	if slices.Contains(can, reports.EachCommune) {
		list, err := units.Of(tx, units.Filter{UnderID: ask.UnderID, Day: day})
		if err != nil {
			return nil, err
		}
		for _, u := range list {
			t, _ := units.TypeOf(u.Type)
			for _, e := range eaches {
				if e.tree == t.Tree && e.from <= t.Tier && t.Tier <= e.to {
					out[e.each] = append(out[e.each], BatchPlace{u.ID, u.Label})
				}
			}
		}
	}
	if slices.Contains(can, reports.EachOfficer) {
		people, err := inChargeDuring(tx, span, ask.UnderID, day)
		if err != nil {
			return nil, err
		}
		for _, who := range people {
			out[reports.EachOfficer] = append(out[reports.EachOfficer], BatchPlace{who.ID, document.JoinParts(", ", who.Name, who.Post)})
		}
	}
	if slices.Contains(can, reports.EachBody) {
		lines, err := matters.ByBody(tx, matters.Filter{UnderID: ask.UnderID})
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			out[reports.EachBody] = append(out[reports.EachBody], BatchPlace{l.Key, l.Name})
		}
		slices.SortFunc(
			out[reports.EachBody],
			func(a, b BatchPlace) int { return cmp.Compare(store.SortKey(a.Label), store.SortKey(b.Label)) },
		)
	}
	if slices.Contains(can, reports.EachMeeting) {
		in := ask.Input
		in.UnitID = ask.UnderID
		choices, err := reports.PaperChoices(tx, in)
		if err != nil {
			return nil, err
		}
		for _, c := range choices {
			out[reports.EachMeeting] = append(out[reports.EachMeeting], BatchPlace(c))
		}
	}
	return out, nil
}

// inChargeDuring lists who was in charge of a place on a day of the span, also as one of a team, in the order of papers.
func inChargeDuring(tx *store.Tx, span dates.Span, underID string, day dates.Date) ([]officers.Ref, error) {
	lines, err := assignments.Active(tx, assignments.Filter{Span: span, UnderID: underID})
	if err != nil {
		return nil, err
	}
	var people, teams []string
	for _, l := range lines {
		if l.OfficerID != "" {
			people = append(people, l.OfficerID)
		}
		if l.TeamID != "" {
			teams = append(teams, l.TeamID)
		}
	}
	for part := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(teams))), 400) {
		var members []string
		err := tx.Model(&assignments.Member{}).
			Where("team_id IN ? AND valid_from < ? AND (valid_to = '' OR valid_to > ?)", part, span.To, span.From).
			Pluck("officer_id", &members).
			Error
		if err != nil {
			return nil, err
		}
		people = append(people, members...)
	}
	refs, err := officers.Refs(tx, slices.Compact(slices.Sorted(slices.Values(people))), day)
	if err != nil {
		return nil, err
	}
	var list []officers.Ref
	for _, who := range refs {
		list = append(list, who)
	}
	slices.SortFunc(list, officers.Compare)
	return list, nil
}

// aboutOne makes the choice of one sheet: about this one and nothing else, so that no place reads of another (story 56).
func aboutOne(e reports.BatchEach, in reports.Input, id string) reports.Input {
	in.UnitID, in.OfficerID, in.BodyID, in.MeetingID, in.LetterID, in.MatterID, in.HandoverID = "", "", "", "", "", "", ""
	switch e {
	case reports.EachOfficer:
		in.OfficerID = id
	case reports.EachBody:
		in.BodyID = id
	case reports.EachMeeting:
		in.MeetingID = id
	default:
		in.UnitID = id
	}
	return in
}
