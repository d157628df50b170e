package assignments

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// mostSuggestions is how many officers are offered beside a place.
const mostSuggestions = 3

// PlanHandover gathers everything an officer has on the day of leaving; on "" is today. Nothing is written.
func PlanHandover(tx *store.Tx, officerID string, on dates.Date) (HandoverPlan, error) {
	if on == dates.None {
		on = tx.Today
	}
	plan := HandoverPlan{
		On:      on,
		Lines:   []HandoverLine{},
		Seats:   []HandoverSeat{},
		Totals:  []HandoverTotal{},
		Blocks:  []string{},
		Notices: []string{},
	}
	if !plausibleDay(on) {
		return plan, fault.Invalid("on", "Ngày bàn giao không hợp lệ; hãy nhập ngày từ 1930 đến 2100.")
	}
	people, err := officers.Refs(tx, []string{officerID}, on.AddDays(-1))
	if err != nil {
		return plan, err
	}
	if plan.Officer = people[officerID]; plan.Officer.ID == "" {
		return plan, fault.Invalid("officerId", "Hãy chọn cán bộ bàn giao trong danh sách.")
	}
	for _, r := range EndReasons {
		plan.Reasons = append(plan.Reasons, Choice{string(r.Reason), r.Word})
	}
	for _, step := range []func(*store.Tx) error{plan.readLines, plan.readItems, plan.suggest, plan.readSeats, plan.propose} {
		if err := step(tx); err != nil {
			return plan, err
		}
	}
	if len(plan.Lines)+len(plan.Seats) == 0 && len(plan.Blocks) == 0 {
		plan.Blocks = append(
			plan.Blocks,
			fmt.Sprintf("Đồng chí %s không có phân công nào vào ngày %s; không có gì để bàn giao.", plan.Officer.Name, on.Show()),
		)
	}
	return plan, nil
}

// readLines finds the officer's own assignments. What begins on the day or later cannot end on it, so its decision has to be
// settled first: otherwise it would be left behind.
func (p *HandoverPlan) readLines(tx *store.Tx) error {
	all, err := Active(tx, Filter{Span: dates.Span{From: p.On}, OfficerID: p.Officer.ID})
	if err != nil {
		return err
	}
	own := slices.DeleteFunc(all, func(l Line) bool { return l.OfficerID != p.Officer.ID })
	rows, err := withNames(tx, own, p.On)
	if err != nil {
		return err
	}
	targets := make([]string, len(own))
	for i, l := range own {
		targets[i] = l.TargetID
	}
	there, err := InCharge(tx, targets, p.On)
	if err != nil {
		return err
	}
	kinds, err := kindsByID(tx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		switch {
		case r.ValidFrom >= p.On:
			p.Blocks = append(
				p.Blocks,
				fmt.Sprintf("Phân công %s theo quyết định %s chỉ bắt đầu từ ngày %s; hãy thu hồi hoặc điều chỉnh quyết định đó trước.",
					r.TargetLabel, cmp.Or(r.DecisionNumber, "trước"), r.ValidFrom.Show()),
			)
		case r.ValidTo != dates.None:
			p.Notices = append(
				p.Notices,
				fmt.Sprintf(
					"Phân công %s đã có ngày kết thúc là %s nên không nằm trong lần bàn giao này.",
					r.TargetLabel,
					r.ValidTo.Show(),
				),
			)
		default:
			kind := kinds[r.KindID]
			rival := slices.ContainsFunc(there[r.TargetID], func(l Line) bool { return l.KindID == r.KindID && l.Primary && l.ID != r.ID })
			p.Lines = append(
				p.Lines,
				HandoverLine{
					AssignmentID:   r.ID,
					KindID:         r.KindID,
					KindName:       r.KindName,
					TargetID:       r.TargetID,
					TargetLabel:    r.TargetLabel,
					Primary:        r.Primary,
					ValidFrom:      r.ValidFrom,
					DecisionNumber: r.DecisionNumber,
					Duty:           r.Duty,
					Required:       kind.Coverage && r.Primary && !rival,
					Items:          []OpenItem{},
					Suggestions:    []officers.Ref{},
				},
			)
		}
	}
	return nil
}

func (p *HandoverPlan) readItems(tx *store.Tx) error {
	held := make([]HeldPlace, len(p.Lines))
	for i, l := range p.Lines {
		held[i] = HeldPlace{l.AssignmentID, p.Officer.ID, l.TargetID, p.On}
	}
	open, err := OpenAt(tx, held)
	if err != nil {
		return err
	}
	counts := map[string]int{}
	counted := map[string]bool{} // places: two assignments of one place share what is open there
	for i := range p.Lines {
		l := &p.Lines[i]
		l.Items = append(l.Items, open[l.TargetID]...)
		if l.Primary {
			l.Binding = blockingWords(tx, l.Items)
		}
		if !counted[l.TargetID] {
			counted[l.TargetID] = true
			for _, item := range l.Items {
				counts[item.Code]++
			}
		}
	}
	for _, c := range hooksOf(tx) {
		p.Totals = append(p.Totals, HandoverTotal{c.Code, c.Word, counts[c.Code], c.Binding})
	}
	return nil
}

// suggest offers who knows the place already: others in charge of it first, then those beside it, the most present first.
func (p *HandoverPlan) suggest(tx *store.Tx) error {
	targets := make([]string, len(p.Lines))
	for i, l := range p.Lines {
		targets[i] = l.TargetID
	}
	places, err := units.Refs(tx, targets, p.On)
	if err != nil {
		return err
	}
	beside := map[string][]Line{} // by the unit above
	for _, place := range places {
		if _, known := beside[place.ParentID]; known || place.ParentID == "" {
			continue
		}
		if beside[place.ParentID], err = Active(tx, Filter{Day: p.On, UnderID: place.ParentID}); err != nil {
			return err
		}
	}
	scores := make([]map[string]int, len(p.Lines))
	var all []string
	for i, l := range p.Lines {
		scores[i] = map[string]int{}
		for _, other := range beside[places[l.TargetID].ParentID] {
			switch {
			case other.OfficerID == "" || other.OfficerID == p.Officer.ID:
			case other.TargetID == l.TargetID:
				scores[i][other.OfficerID] += 1000
			default:
				scores[i][other.OfficerID]++
			}
		}
		all = append(all, slices.Collect(maps.Keys(scores[i]))...)
	}
	who, err := officers.Refs(tx, all, p.On)
	if err != nil {
		return err
	}
	for i := range p.Lines {
		ids := slices.SortedFunc(maps.Keys(scores[i]), func(a, b string) int {
			return cmp.Or(cmp.Compare(scores[i][b], scores[i][a]), officers.Compare(who[a], who[b]))
		})
		for _, id := range ids[:min(len(ids), mostSuggestions)] {
			p.Lines[i].Suggestions = append(p.Lines[i].Suggestions, who[id])
		}
	}
	return nil
}

func (p *HandoverPlan) readSeats(tx *store.Tx) error {
	var seats []Member
	err := tx.Where("officer_id = ? AND (valid_to = '' OR valid_to > ?)", p.Officer.ID, p.On).
		Order("team_id, valid_from").
		Find(&seats).
		Error
	if err != nil || len(seats) == 0 {
		return err
	}
	names, err := teamNames(tx)
	if err != nil {
		return err
	}
	for _, seat := range seats {
		if n := len(p.Seats); n > 0 && p.Seats[n-1].TeamID == seat.TeamID {
			p.Seats[n-1].Lead = p.Seats[n-1].Lead || seat.Lead
			continue
		}
		line := HandoverSeat{
			TeamID:   seat.TeamID,
			TeamName: names[seat.TeamID],
			Lead:     seat.Lead,
			Members:  []officers.Ref{},
			Targets:  []string{},
		}
		var others []string
		err := tx.Model(&Member{}).
			Where("team_id = ? AND officer_id <> ? AND valid_from <= ? AND (valid_to = '' OR valid_to > ?)", seat.TeamID, p.Officer.ID, p.On, p.On).
			Order("lead DESC, id").
			Pluck("officer_id", &others).
			Error
		if err != nil {
			return err
		}
		who, err := officers.Refs(tx, slices.Clone(others), p.On)
		if err != nil {
			return err
		}
		for _, id := range others {
			line.Members = append(line.Members, who[id])
		}
		targets, err := teamTargets(tx, seat.TeamID, p.On)
		if err != nil {
			return err
		}
		places, err := units.Refs(tx, slices.Clone(targetsOf(targets)), p.On)
		if err != nil {
			return err
		}
		for _, a := range targets {
			line.Targets = append(line.Targets, places[a.TargetID].Label)
		}
		p.Seats = append(p.Seats, line)
	}
	return nil
}

// teamTargets lists the assignments a team has on a day.
func teamTargets(tx *store.Tx, teamID string, on dates.Date) ([]Assignment, error) {
	var found []Assignment
	return found, tx.Where("team_id = ? AND deleted_at = '' AND valid_from <= ? AND (valid_to = '' OR valid_to > ?)", teamID, on, on).
		Order("sort_order, id").
		Find(&found).
		Error
}

func targetsOf(all []Assignment) []string {
	ids := make([]string, len(all))
	for i, a := range all {
		ids[i] = a.TargetID
	}
	return ids
}

// propose fills the head of a new decision as the office last wrote it.
func (p *HandoverPlan) propose(tx *store.Tx) error {
	page, err := Decisions(tx, DecisionFilter{State: DuThao})
	if err != nil {
		return err
	}
	p.Drafts = page.Items
	var last Decision
	err = tx.Where("state = ? AND deleted_at = ''", BanHanh).Order("doc_date DESC, id DESC").Take(&last).Error
	if err != nil && !store.Missing(err) {
		return err
	}
	p.Decision = HandoverDecision{
		Symbol:  last.Symbol,
		Issuer:  last.Issuer,
		DocDate: dates.Earlier(tx.Today, p.On),
		Subject: "Điều chỉnh phân công của đồng chí " + p.Officer.Name,
	}
	return nil
}
