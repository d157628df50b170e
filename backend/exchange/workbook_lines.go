package exchange

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
)

// lines takes the annex in: one decision for each paper it names.
func (r *workbookRun) lines() error {
	if !r.file.has(kindLines) {
		return nil
	}
	t := r.file.tables[kindLines]
	scheme, err := r.scheme(t)
	if err != nil {
		return err
	}
	p, err := planLines(r.tx, t, scheme, r.o)
	if err != nil {
		return err
	}
	if !r.trial {
		err := refuseUndecided(p.items, r.o.SkipErrors, "dòng phân công", ": đúng đồng chí, nơi đó, hay bỏ qua")
		if err != nil {
			return err
		}
	}
	for _, group := range p.byDecision() {
		if err := r.issue(group); err != nil {
			return err
		}
	}
	r.show(kindLines, p.preview())
	r.out.AskDays = askOrder(p.days)
	return nil
}

// issue brings one decision in. Rows it is refused for are named and, in a trial or when wrong rows are to be left out,
// it is tried again without them.
func (r *workbookRun) issue(group decisionLines) error {
	for len(group) > 0 {
		d, err := assignments.Issue(r.tx, group.decision())
		if e, refused := fault.Of(err); refused {
			bad, rest := group.markRefused(e)
			if !r.trial && !r.o.SkipErrors {
				return fault.Invalid("file", fmt.Sprintf("Trang “Phân công”, dòng %d: %s Chưa có gì được nhập.", bad.row, bad.reason))
			}
			group = rest
			continue
		}
		if err != nil {
			return err
		}
		after, err := assignments.DecisionSnapshot(r.tx, d.ID)
		if err != nil {
			return err
		}
		label := fmt.Sprintf("Quyết định %s ngày %s (%d dòng)", d.NumberText(), d.DocDate.Show(), len(d.Lines))
		r.keep([]batchChange{{Item: 1, Label: label, Record: kindLines, RecordID: d.ID, After: after}})
		r.batch.Created += len(d.Lines)
		return nil
	}
	return nil
}

// scheme finds the scheme chosen, or makes the one of the preset chosen, in force from the first day of the annex on.
func (r *workbookRun) scheme(t Table) (assignments.SchemeDetail, error) {
	known, err := assignments.Schemes(r.tx)
	if err != nil {
		return assignments.SchemeDetail{}, err
	}
	for _, s := range known {
		if s.ID == r.o.SchemeID || r.o.SchemeID == "" && r.o.Preset == "" && len(known) == 1 {
			return s, nil
		}
	}
	for _, preset := range assignments.Presets() {
		if preset.Code != r.o.Preset || r.o.SchemeID != "" || len(preset.Scheme.Kinds) == 0 {
			continue
		}
		in := preset.Scheme
		in.Preset, in.ValidFrom = preset.Code, r.file.FirstDay(r.tx.Today, r.o.DayOrder)
		made, err := assignments.SaveScheme(r.tx, in)
		if err != nil {
			return made, err
		}
		after, err := schemeState(made)
		r.keep([]batchChange{{Item: 1, Label: "Chủ trương “" + made.Name + "”", Record: recordScheme, RecordID: made.ID, After: after}})
		return made, err
	}
	return assignments.SchemeDetail{}, fault.Invalid("schemeId", "Hãy chọn chủ trương phân công mà trang “Phân công” thuộc về.")
}

// schemeState is what an undo compares with; how often the kinds are used does not count as a change.
func schemeState(s assignments.SchemeDetail) (string, error) {
	for i := range s.Kinds {
		s.Kinds[i].Assignments = 0
	}
	text, err := json.Marshal(s)
	return string(text), err
}

func (p *linePlan) preview() Preview {
	out := newPreview(p.table)
	for _, it := range p.items {
		out.Rows[string(it.class)]++
		if it.marked {
			out.Marked++
		}
		if it.open() {
			out.Open++
		}
		out.Lines = append(out.Lines, it.shown())
	}
	out.addSkipped(p.skipped)
	return out
}

// decisionLines are the rows of one decision, in their order.
type decisionLines []*lineItem

// byDecision puts the rows that are taken together by decision, in the order of the file.
func (p *linePlan) byDecision() []decisionLines {
	var out []decisionLines
	at := map[paper]int{}
	for _, it := range p.items {
		if !it.taken() {
			continue
		}
		i, known := at[it.paper()]
		if !known {
			i = len(out)
			at[it.paper()], out = i, append(out, nil)
		}
		out[i] = append(out[i], it)
	}
	return out
}

func (g decisionLines) decision() assignments.DecisionIn {
	first := g[0]
	in := assignments.DecisionIn{
		Number:    first.number,
		Symbol:    first.symbol,
		DocDate:   first.docDate,
		Issuer:    first.issuer,
		Action:    assignments.PhanCong,
		LineTotal: len(g),
	}
	for _, it := range g {
		if in.Subject == "" {
			in.Subject = it.subject
		}
		if in.EffectiveDate == dates.None || it.from < in.EffectiveDate {
			in.EffectiveDate = it.from
		}
		in.Lines = append(in.Lines, it.line)
	}
	return in
}

var rowNamed = regexp.MustCompile(`([Dd]òng) (\d+)`)

// markRefused puts what a decision is refused for on its rows, with the numbers of the file instead of those of the annex, and
// gives the first row refused and the rows that are left. What is not said of one row is said of all.
func (g decisionLines) markRefused(e *fault.Error) (bad *lineItem, rest decisionLines) {
	whole := ""
	for field, said := range e.Fields {
		var line int
		if n, _ := fmt.Sscanf(field, "lines.%d.", &line); n == 1 && line < len(g) {
			g[line].fail("%s", rowNamed.ReplaceAllStringFunc(said, g.renumber))
		} else {
			whole = said
		}
	}
	if len(e.Fields) == 0 {
		whole = e.Message
	}
	for _, it := range g {
		if whole != "" {
			it.fail("%s", whole)
		}
		switch {
		case it.class != ClassError:
			rest = append(rest, it)
		case bad == nil:
			bad = it
		}
	}
	return bad, rest
}

// renumber turns "dòng 2" of the annex into the row of the file.
func (g decisionLines) renumber(found string) string {
	m := rowNamed.FindStringSubmatch(found)
	if n, err := strconv.Atoi(m[2]); err == nil && n >= 1 && n <= len(g) {
		return m[1] + " " + strconv.Itoa(g[n-1].row)
	}
	return found
}
