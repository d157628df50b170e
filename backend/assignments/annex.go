package assignments

import (
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// DecisionFilter chooses decisions. What is empty does not narrow.
type DecisionFilter struct {
	Text   string `json:"text"` // number, issuer, subject
	State  State  `json:"state"`
	Year   int    `json:"year"` // of the document's date; drafts without a date always show
	Bin    bool   `json:"bin"`  // drafts thrown away instead
	Limit  int    `json:"limit"`
	Offset int    `json:"offset"`
}

// DecisionRow is one line of the list of decisions.
type DecisionRow struct {
	ID            string     `json:"id"`
	NumberText    string     `json:"numberText"`
	DocDate       dates.Date `json:"docDate"`
	Issuer        string     `json:"issuer"`
	Subject       string     `json:"subject"`
	Action        Action     `json:"action"`
	ActionWord    string     `json:"actionWord"`
	EffectiveDate dates.Date `json:"effectiveDate"`
	State         State      `json:"state"`
	LineCount     int        `json:"lineCount"`
	LineTotal     int        `json:"lineTotal"`
}

// DecisionPage is a part of the list with the size of the whole.
type DecisionPage struct {
	Items []DecisionRow `json:"items"`
	Total int           `json:"total"`
}

// Decisions lists decisions, drafts first, then the newest.
func Decisions(tx *store.Tx, f DecisionFilter) (DecisionPage, error) {
	query := tx.Model(&Decision{})
	if f.Bin {
		query = query.Where("deleted_at <> ''")
	} else {
		query = query.Where("deleted_at = ''")
	}
	for _, word := range strings.Fields(store.Fold(f.Text)) {
		query = query.Where(`fold LIKE ? ESCAPE '\'`, store.Like(word))
	}
	if f.State != "" {
		query = query.Where("state = ?", f.State)
	}
	if f.Year > 0 {
		query = query.Where(
			"(doc_date >= ? AND doc_date < ?) OR (doc_date = '' AND state = ?)",
			yearStart(f.Year),
			yearStart(f.Year+1),
			DuThao,
		)
	}
	if f.Limit <= 0 {
		f.Limit = 200
	}
	var total int64
	if err := query.Count(&total).Error; err != nil {
		return DecisionPage{}, err
	}
	var found []Decision
	err := query.Omit("lines").
		Order("state DESC, doc_date DESC, number DESC, id DESC").
		Offset(max(f.Offset, 0)).
		Limit(min(f.Limit, mostRows)).
		Find(&found).
		Error
	page := DecisionPage{Items: []DecisionRow{}, Total: int(total)}
	for _, d := range found {
		page.Items = append(page.Items, decisionRow(d))
	}
	return page, err
}

func yearStart(year int) dates.Date {
	day, err := dates.Of(year, 1, 1)
	if err != nil {
		return dates.None
	}
	return day
}

func decisionRow(d Decision) DecisionRow {
	return DecisionRow{
		d.ID,
		d.NumberText(),
		d.DocDate,
		d.Issuer,
		d.Subject,
		d.Action,
		d.Action.Word(),
		d.EffectiveDate,
		d.State,
		d.LineCount,
		d.LineTotal,
	}
}

// AnnexLine is a line of a decision's annex with names as of the day it takes effect. Missing names are empty.
type AnnexLine struct {
	LineIn
	KindName      string     `json:"kindName"`
	KindCode      string     `json:"kindCode"`
	Verb          string     `json:"verb"`
	OfficerName   string     `json:"officerName"`
	Post          string     `json:"post"`
	PostOrg       string     `json:"postOrg"`
	TeamName      string     `json:"teamName"`
	TargetLabel   string     `json:"targetLabel"`
	EndReasonWord string     `json:"endReasonWord"`
	Effective     dates.Date `json:"effective"` // From, or the decision's day
}

// Annex is a decision with its annex in order, draft or issued: what the decision's screen and its printed annex show.
type Annex struct {
	Decision DecisionRow `json:"decision"`
	Number   string      `json:"number"`
	Symbol   string      `json:"symbol"`
	Note     string      `json:"note"`
	Lines    []AnnexLine `json:"lines"`
}

// AnnexOf reads one decision with its annex.
func AnnexOf(tx *store.Tx, decisionID string) (Annex, error) {
	d, err := findDecision(tx, decisionID)
	if err != nil {
		return Annex{}, err
	}
	kinds, err := kindsByID(tx)
	if err != nil {
		return Annex{}, err
	}
	teams, err := teamNames(tx)
	if err != nil {
		return Annex{}, err
	}
	var people, places []string
	for _, l := range d.Lines {
		people, places = append(people, l.OfficerID), append(places, l.TargetID)
	}
	day := d.EffectiveDate
	if day == dates.None {
		day = tx.Today
	}
	who, err := officers.Refs(tx, people, day)
	if err != nil {
		return Annex{}, err
	}
	where, err := units.Refs(tx, places, day)
	if err != nil {
		return Annex{}, err
	}
	out := Annex{Decision: decisionRow(d), Number: d.Number, Symbol: d.Symbol, Note: d.Note, Lines: []AnnexLine{}}
	for _, l := range d.Lines {
		kind, p := kinds[l.KindID], who[l.OfficerID]
		line := AnnexLine{
			LineIn:        l,
			KindName:      kind.Name,
			KindCode:      kind.Code,
			Verb:          kind.Verb,
			OfficerName:   p.Name,
			Post:          p.Post,
			PostOrg:       p.PostOrg,
			TeamName:      teams[l.TeamID],
			TargetLabel:   where[l.TargetID].Label,
			EndReasonWord: l.EndReason.Word(),
			Effective:     l.From,
		}
		if line.Effective == dates.None {
			line.Effective = d.EffectiveDate
		}
		out.Lines = append(out.Lines, line)
	}
	return out, nil
}
