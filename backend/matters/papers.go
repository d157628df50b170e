package matters

import (
	"slices"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// SentMatter is a matter as one letter passed it on; the matter itself may be at another body by now.
type SentMatter struct {
	Row
	SentOn   dates.Date `json:"sentOn"`
	AskedFor dates.Date `json:"askedFor"` // the day the letter asks for, "" = chưa ấn định
	Doc      string     `json:"doc"`
	LetterID string     `json:"letterId"`
}

// notUndoneSQL is the part of a query that leaves out what was taken back.
const notUndoneSQL = "id NOT IN (SELECT undoes FROM matter_step WHERE undoes <> '')"

// SentToBody lists what was passed on to one body in a period, in the order sent: its monthly list. A list never holds
// matters of another body. It returns fault.CodeInvalid for a period that is none.
func SentToBody(tx *store.Tx, bodyID string, period dates.Period) ([]SentMatter, error) {
	if !period.Valid() {
		return nil, fault.Invalid("period", "Hãy chọn tháng.")
	}
	span := period.Span()
	var steps []Step
	err := tx.Where("event = ? AND day >= ? AND day < ? AND body_id = ?", EventRefer, span.From, span.To, bodyID).
		Where(notUndoneSQL).
		Order("day, id").
		Find(&steps).
		Error
	if err != nil {
		return nil, err
	}
	return sentMatters(tx, stepsKnown(tx, steps))
}

// SentInLetter lists the matters one letter carries, with the letter. It returns fault.CodeNotFound for an unknown letter.
func SentInLetter(tx *store.Tx, letterID string) (Letter, []SentMatter, error) {
	var l Letter
	if err := tx.Where("id = ?", letterID).Take(&l).Error; err != nil {
		if store.Missing(err) {
			return l, nil, fault.NotFound("Không tìm thấy văn bản chuyển này.")
		}
		return l, nil, err
	}
	var steps []Step
	if err := tx.Where("letter_id = ? AND event = ?", letterID, EventRefer).Where(notUndoneSQL).Order("id").Find(&steps).Error; err != nil {
		return l, nil, err
	}
	list, err := sentMatters(tx, stepsKnown(tx, steps))
	return l, list, err
}

func sentMatters(tx *store.Tx, steps []Step) ([]SentMatter, error) {
	c, err := newCalc(tx)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	for _, s := range steps {
		if !slices.Contains(ids, s.MatterID) {
			ids = append(ids, s.MatterID)
		}
	}
	rows, err := c.rowsOf(ids)
	if err != nil {
		return nil, err
	}
	byID := map[string]Row{}
	for _, r := range rows {
		byID[r.ID] = r
	}
	out := []SentMatter{}
	for _, s := range steps {
		out = append(
			out,
			SentMatter{Row: byID[s.MatterID], SentOn: s.Day, AskedFor: s.DueOn, Doc: docText(s.DocNumber, s.DocDate), LetterID: s.LetterID},
		)
	}
	return out, nil
}

// OverdueAtBody lists what is overdue at one body, the earliest deadline first: the chaser letter. It returns
// fault.CodeInvalid when no body is named.
func OverdueAtBody(tx *store.Tx, bodyID string) ([]Row, error) {
	if bodyID == "" {
		return nil, fault.Invalid("bodyId", "Hãy chọn cơ quan cần đôn đốc.")
	}
	return Register(tx, Filter{BodyID: bodyID, Worklist: PastDue, States: []State{Referred}})
}

// AnswerRow is a matter with the words of its answer and how it was told back.
type AnswerRow struct {
	Row
	Reply    string     `json:"reply"`
	ReplyDoc string     `json:"replyDoc"`
	ToldHow  string     `json:"toldHow"`
	ToldOn   dates.Date `json:"toldOn"`
	ToldAt   string     `json:"toldAt"` // the meeting
	Reaction string     `json:"reaction"`
	ToldBy   string     `json:"toldBy"`
}

// AnswersForPlace lists the answers that came in a span for a place and those below it: the notice to the hamlet. waiting
// leaves out what was told back already.
func AnswersForPlace(tx *store.Tx, unitID string, span dates.Span, waiting bool) ([]AnswerRow, error) {
	f := Filter{UnderID: unitID, Leg: Answered}
	if waiting {
		f.Worklist = ToConvey
	}
	rows, err := Register(tx, f)
	if err != nil {
		return nil, err
	}
	rows = slices.DeleteFunc(rows, func(r Row) bool { return r.RepliedOn < span.From || (span.To != dates.None && r.RepliedOn >= span.To) })
	return answerRows(tx, rows)
}

// answerRows adds the words of the last answer and of how it was told back.
func answerRows(tx *store.Tx, rows []Row) ([]AnswerRow, error) {
	c, err := newCalc(tx)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	steps, err := stepsByMatter(tx, ids)
	if err != nil {
		return nil, err
	}
	counted := []Step{}
	for _, id := range ids {
		counted = append(counted, stepsKnown(tx, effectiveSteps(steps[id]))...)
	}
	views, err := c.stepViews(counted)
	if err != nil {
		return nil, err
	}
	out := make([]AnswerRow, len(rows))
	at := map[string]*AnswerRow{}
	for i, r := range rows {
		out[i] = AnswerRow{Row: r}
		at[r.ID] = &out[i]
	}
	for _, v := range views {
		switch a := at[v.MatterID]; v.Event {
		case EventReply, EventAnswerOnSpot:
			a.Reply, a.ReplyDoc = v.Text, v.Doc
		case EventConvey:
			a.ToldHow, a.ToldOn, a.ToldAt, a.Reaction, a.ToldBy = v.HowWord, v.Day, v.Meeting, v.ReactionWord, v.Officer
		case EventReopen:
			*a = AnswerRow{Row: a.Row}
		}
	}
	return out, nil
}

// OfficerSheet is what an officer gets back each month: what became of the matters of their places.
type OfficerSheet struct {
	Officer officers.Ref      `json:"officer"`
	Month   dates.Period      `json:"month"`
	Changed []OfficerSheetRow `json:"changed"` // changed where they stand in the month
	Open    []Row             `json:"open"`    // the others that are still open
}

// OfficerSheetRow is a matter with what happened to it in the month.
type OfficerSheetRow struct {
	Row
	Events []StepView `json:"events"`
}

// ReplySheet lists every matter of the places an officer was in charge of in the month that changed where it stands, and
// those that are still open. It returns fault.CodeInvalid for a period that is no month and for an unknown officer.
func ReplySheet(tx *store.Tx, officerID string, month dates.Period) (OfficerSheet, error) {
	out := OfficerSheet{Month: month, Changed: []OfficerSheetRow{}, Open: []Row{}}
	if month.Kind() != dates.Month {
		return out, fault.Invalid("month", "Hãy chọn tháng.")
	}
	span := month.Span()
	people, err := officers.Refs(tx, []string{officerID}, span.Last())
	if err != nil {
		return out, err
	}
	if people[officerID].ID == "" {
		return out, fault.Invalid("officerId", "Hãy chọn cán bộ.")
	}
	out.Officer = people[officerID]
	lines, err := assignments.Active(tx, assignments.Filter{Span: span, OfficerID: officerID})
	if err != nil {
		return out, err
	}
	places := []string{}
	for _, l := range lines {
		ids, err := units.Reach(tx, l.TargetID, dates.Span{To: span.To}) // a hamlet that has ended still has its open matters
		if err != nil {
			return out, err
		}
		places = append(places, ids...)
	}
	return out, out.loadRows(tx, places, span)
}

func (out *OfficerSheet) loadRows(tx *store.Tx, places []string, span dates.Span) error {
	var ids []string
	err := tx.Model(&Matter{}).
		Where("place_id IN (SELECT value FROM json_each(?)) AND received_on < ?", jsonList(places), span.To).
		Order("year, number").
		Pluck("id", &ids).
		Error
	if err != nil {
		return err
	}
	c, err := newCalc(tx)
	if err != nil {
		return err
	}
	var steps []Step
	err = tx.Where("matter_id IN (SELECT value FROM json_each(?)) AND day >= ? AND day < ? AND from_state <> to_state",
		jsonList(ids), span.From, dates.Earlier(span.To, tx.Today.AddDays(1))).
		Where(notUndoneSQL).
		Where("event <> ?", EventUndo).
		Order("matter_id, seq").
		Find(&steps).
		Error
	if err != nil {
		return err
	}
	views, err := c.stepViews(steps)
	if err != nil {
		return err
	}
	changed := map[string][]StepView{}
	for _, v := range views {
		changed[v.MatterID] = append(changed[v.MatterID], v)
	}
	rows, err := c.rowsOf(ids)
	for _, r := range rows {
		switch {
		case len(changed[r.ID]) > 0:
			out.Changed = append(out.Changed, OfficerSheetRow{r, changed[r.ID]})
		case r.State.open():
			out.Open = append(out.Open, r)
		}
	}
	return err
}
