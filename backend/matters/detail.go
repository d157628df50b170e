package matters

import (
	"fmt"
	"slices"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/guard"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// MatterDetail is one matter with its steps, links, legs and everything else its page shows.
type MatterDetail struct {
	Row
	Legs       []Leg       `json:"legs"` // ghi nhận, chuyển, thông báo, trả lời, phản hồi
	Steps      []StepView  `json:"steps"`
	Links      []LinkView  `json:"links"`
	Merged     []Row       `json:"merged"`  // duplicates whose voices count here
	Parts      []Row       `json:"parts"`   // other matters of the same statement
	AtBody     BodyFigures `json:"atBody"`  // empty while it is at no body
	Meeting    string      `json:"meeting"` // where it was raised, in words
	Criterion  string      `json:"criterion"`
	CanUndo    string      `json:"canUndo"`    // what would be taken back, in words; "" = nothing
	GuardWord  string      `json:"guardWord"`  // why flagged text stands
	SourceNote string      `json:"sourceNote"` // which rule sets the clock that runs
}

// Leg is one of the five points on the line of a matter, from recording to conveyance.
type Leg struct {
	Key   string     `json:"key"`
	Title string     `json:"title"`
	State string     `json:"state"` // xong, tre (done late), qua_han, dang, chua, khong_can
	Day   dates.Date `json:"day"`   // when done
	Due   dates.Date `json:"due"`
	Took  int        `json:"took"` // working days it took, or has taken
	Text  string     `json:"text"` // the paper, the body or the meeting
	Clock string     `json:"clock"`
}

// StepView is a step in words.
type StepView struct {
	Step
	EventWord    string `json:"eventWord"`
	OutcomeWord  string `json:"outcomeWord"`
	HowWord      string `json:"howWord"`
	ReactionWord string `json:"reactionWord"`
	ReasonWord   string `json:"reasonWord"`
	Body         string `json:"body"`
	Officer      string `json:"officer"`
	Unit         string `json:"unit"`
	Meeting      string `json:"meeting"`
	Doc          string `json:"doc"`
	Other        string `json:"other"`  // number of the other matter of a merge
	Undone       bool   `json:"undone"` // taken back by a later step
}

// LinkView is a link seen from one side.
type LinkView struct {
	OtherID string `json:"otherId"`
	Number  string `json:"number"`
	Summary string `json:"summary"`
	Kind    string `json:"kind"`
}

// LoadDetail reads a matter with everything its page shows. It returns fault.CodeNotFound for an unknown id.
func LoadDetail(tx *store.Tx, id string) (MatterDetail, error) {
	m, steps, err := loadMatter(tx, id)
	if err != nil {
		return MatterDetail{}, err
	}
	c, err := newCalc(tx)
	if err != nil {
		return MatterDetail{}, err
	}
	rows, err := c.toRows([]Matter{*m})
	if err != nil {
		return MatterDetail{}, err
	}
	out := MatterDetail{
		Row:       rows[0],
		Merged:    []Row{},
		Parts:     []Row{},
		Links:     []LinkView{},
		GuardWord: store.LowerFirst(guard.Kept(m.GuardReason)),
	}
	if out.Steps, err = c.stepViews(steps); err != nil {
		return MatterDetail{}, err
	}
	if out.Merged, err = c.mergedOrSplitRows(m.ID, ""); err != nil {
		return MatterDetail{}, err
	}
	if m.StatementID != "" {
		if out.Parts, err = c.mergedOrSplitRows("", m.StatementID); err != nil {
			return MatterDetail{}, err
		}
		out.Parts = slices.DeleteFunc(out.Parts, func(r Row) bool { return r.ID == m.ID })
	}
	if out.Links, err = c.linkViews(m.ID); err != nil {
		return MatterDetail{}, err
	}
	if m.BodyID != "" {
		if out.AtBody, err = FiguresOfBody(tx, m.BodyID); err != nil {
			return MatterDetail{}, err
		}
	}
	raisedAt, err := c.meetingNames([]string{m.MeetingID})
	if err != nil {
		return MatterDetail{}, err
	}
	out.Meeting = raisedAt[m.MeetingID]
	if m.CriterionID != "" {
		var c Criterion
		if err := tx.Where("id = ?", m.CriterionID).Take(&c).Error; err != nil && !store.Missing(err) {
			return MatterDetail{}, err
		}
		out.Criterion = fmt.Sprintf("%d. %s", c.Number, c.Name)
	}
	if last, err := lastUndoableStep(m, steps); err == nil {
		out.CanUndo = fmt.Sprintf("%s ngày %s", last.Event.Word(), last.Day.Show())
	}
	out.Legs, out.SourceNote = c.buildLegs(m, out), c.deadlineSource(m, steps)
	return out, nil
}

// mergedOrSplitRows reads what was merged into a matter, or the parts of a statement, in register order.
func (c *calc) mergedOrSplitRows(mergedInto, statementID string) ([]Row, error) {
	var ids []string
	q, err := mattersTable(c.tx)
	if err != nil {
		return nil, err
	}
	if statementID != "" {
		q = q.Where("m.statement_id = ?", statementID)
	} else {
		q = q.Where("m.merged_into <> '' AND m.merged_into = ?", mergedInto)
	}
	if err := q.Order("year, number").Limit(maxMattersPerAction).Pluck("id", &ids).Error; err != nil {
		return nil, err
	}
	return c.rowsOf(ids)
}

func (c *calc) linkViews(id string) ([]LinkView, error) {
	var rows []Link
	if err := c.tx.Where("kind = ? AND ended_at = '' AND (from_id = ? OR to_id = ?)", Related, id, id).
		Order("created_at").
		Find(&rows).
		Error; err != nil {
		return nil, err
	}
	others := []string{}
	for _, l := range rows {
		others = append(others, l.other(id))
	}
	var found []Matter
	if err := c.tx.Where("id IN (SELECT value FROM json_each(?))", jsonList(others)).Find(&found).Error; err != nil {
		return nil, err
	}
	byID := map[string]*Matter{}
	for i := range found {
		byID[found[i].ID] = &found[i]
	}
	out := []LinkView{}
	for _, l := range rows {
		m := byID[l.other(id)] // the schema lets no link point at nothing
		out = append(out, LinkView{OtherID: m.ID, Number: m.No(), Summary: m.Summary, Kind: l.Kind})
	}
	return out, nil
}

// meetingNames names meetings of the log: "Họp Tổ nhân dân tự quản ngày 27/9/2026".
func (c *calc) meetingNames(ids []string) (map[string]string, error) {
	var rows []struct{ ID, Kind, Day string }
	err := c.tx.Table("meeting").Where("id IN (SELECT value FROM json_each(?))", jsonList(ids)).Select("id, kind, day").Scan(&rows).Error
	out := map[string]string{}
	for _, r := range rows {
		out[r.ID] = activities.Kind(r.Kind).Word() + " ngày " + dates.Date(r.Day).ShowInPaper()
	}
	return out, err
}

// matterNumbers gives the register numbers of matters.
func (c *calc) matterNumbers(ids []string) (map[string]string, error) {
	var rows []Matter
	err := c.tx.Where("id IN (SELECT value FROM json_each(?))", jsonList(ids)).Select("id, year, number").Find(&rows).Error
	out := map[string]string{}
	for i := range rows {
		out[rows[i].ID] = rows[i].No()
	}
	return out, err
}

// stepViews adds the words and names to steps.
func (c *calc) stepViews(steps []Step) ([]StepView, error) {
	bodies, err := bodiesByID(c.tx)
	if err != nil {
		return nil, err
	}
	var people, places, meetings, others []string
	for _, s := range steps {
		people, places = append(people, s.OfficerID), append(places, s.UnitID)
		meetings, others = append(meetings, s.MeetingID), append(others, s.OtherID)
	}
	names, err := officers.Refs(c.tx, people, c.tx.Today)
	if err != nil {
		return nil, err
	}
	named, err := units.Refs(c.tx, places, c.tx.Today)
	if err != nil {
		return nil, err
	}
	held, err := c.meetingNames(meetings)
	if err != nil {
		return nil, err
	}
	numbers, err := c.matterNumbers(others)
	if err != nil {
		return nil, err
	}
	undone := map[string]bool{}
	for _, s := range steps {
		undone[s.Undoes] = true
	}
	out := []StepView{}
	for _, s := range steps {
		v := StepView{
			Step:         s,
			EventWord:    s.Event.Word(),
			OutcomeWord:  s.Outcome.Word(),
			HowWord:      s.How.Word(),
			ReactionWord: s.Reaction.Word(),
			ReasonWord:   reasonWord(s),
			Body:         bodies[s.BodyID].Name,
			Officer:      names[s.OfficerID].Name,
			Unit:         named[s.UnitID].Label,
			Doc:          docText(s.DocNumber, s.DocDate),
			Undone:       undone[s.ID],
			Meeting:      held[s.MeetingID],
			Other:        numbers[s.OtherID],
		}
		out = append(out, v)
	}
	return out, nil
}

func reasonWord(s Step) string {
	switch s.Event {
	case EventClose:
		return words.closeReasons.Of(s.Reason)
	case EventReply:
		return words.refusals.Of(s.Reason)
	case EventRecheck:
		return words.rechecks.Of(s.Reason)
	}
	return reasonsByEvent[s.Event].Of(s.Reason)
}
