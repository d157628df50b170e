package reports

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// wordFigures are the figures that are words and count nothing.
const wordFigures = "Kỳ, ngày"

// CheckNamedFigures holds that each figure of a report's text, used or only offered, opens exactly what it counts, and that no
// number stands in the text that is not a figure.
func CheckNamedFigures(t *testing.T, tx *store.Tx, in Input) (figures int) {
	t.Helper()
	s, list, _, err := storyOf(tx, in)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range s.named.list {
		if f.Group == wordFigures || f.Group == nameFigures {
			if f.Link != "" {
				t.Errorf("{%s} leads to %s", f.Name, f.Link)
			}
			continue
		}
		figures++
		if got, err := opens(tx, f); err != nil || got != f.Text {
			t.Errorf("%s %s: {%s} says %s, what it opens has %s (%v): %s", in.Report, in.Period, f.Name, f.Text, got, err, f.Link)
		}
	}
	for _, p := range list {
		if p.kind == passagePart || p.kind == passageSection {
			continue
		}
		runs, unknown := s.named.fill(p.text)
		if len(unknown) > 0 {
			t.Errorf("%s uses unknown figures: %q", p.key, unknown)
		}
		for _, run := range runs {
			if run.Figure == "" && loose.MatchString(annexes.ReplaceAllString(run.Text, "")) {
				t.Errorf("%s: a number that opens nothing: %q", p.key, run.Text)
			}
		}
	}
	return figures
}

var (
	loose   = regexp.MustCompile(`\d`)
	annexes = regexp.MustCompile(`Phụ lục (\d+|[IV]+)`)
)

// opens asks the function of the room a figure leads to, and counts what the figure counts.
func opens(tx *store.Tx, f NamedFigure) (string, error) {
	at, err := url.Parse(f.Link)
	if err != nil {
		return "", err
	}
	if f.Text == "–" {
		return f.Text, nil // a share of nothing
	}
	read := func(filter any) error { return json.Unmarshal([]byte(at.Query().Get("loc")), filter) }
	name := f.Name
	switch at.Path {
	case registerScreen:
		var filter assignments.RegisterFilter
		if err := read(&filter); err != nil {
			return "", err
		}
		filter.Limit = 10_000
		page, err := assignments.Register(tx, filter)
		return document.TwoDigits(distinctOf(page.Items, func(r assignments.RegisterRow) string {
			switch {
			case strings.Contains(name, "đồng chí"):
				return r.OfficerID
			case strings.Contains(name, "tổ công tác"):
				return r.TeamID
			}
			return r.TargetID
		})), err
	case logScreen:
		var filter activities.LogFilter
		if err := read(&filter); err != nil {
			return "", err
		}
		return openedLog(tx, filter, f)
	case mattersScreen:
		var filter matters.Filter
		if err := read(&filter); err != nil {
			return "", err
		}
		rows, err := matters.Register(tx, filter)
		if name == "số ý kiến tương tự" {
			voices := 0
			for _, r := range rows {
				voices += r.Voices
			}
			return document.TwoDigits(voices), err
		}
		if strings.HasPrefix(name, "tỷ lệ") {
			told := 0
			for _, r := range rows {
				if r.State == matters.Conveyed || r.State == matters.Closed || r.State == matters.OnSpot {
					told++
				}
			}
			return share(told, len(rows)), err
		}
		return document.TwoDigits(len(rows)), err
	case cellsScreen:
		var filter fulfilment.CellsFilter
		if err := read(&filter); err != nil {
			return "", err
		}
		cells, err := fulfilment.Cells(tx, filter)
		if err != nil || !strings.HasPrefix(name, "tỷ lệ") {
			return document.TwoDigits(cells.Total), err
		}
		done := 0
		for _, c := range cells.Items {
			counts := c.Outcome == activities.Outcome(activities.Attended)
			if c.Outcome == activities.Outcome(activities.Substituted) {
				if err := tx.Raw("SELECT counts_substitute FROM duty_rule WHERE id = ?", c.RuleID).Scan(&counts).Error; err != nil {
					return "", err
				}
			}
			if counts {
				done++
			}
		}
		return share(done, len(cells.Items)), err
	case coverageScreen:
		var filter assignments.CoverageQuery
		if err := read(&filter); err != nil {
			return "", err
		}
		view, err := assignments.ViewCoverage(tx, filter)
		if strings.HasPrefix(name, "tỷ lệ") {
			return share(view.Covered, view.VacantTotal), err
		}
		return document.TwoDigits(view.VacantTotal), err
	}
	return "không có màn hình này", nil
}

func openedLog(tx *store.Tx, filter activities.LogFilter, f NamedFigure) (string, error) {
	entries, err := activities.Log(tx, filter)
	n := 0
	for _, e := range entries {
		switch {
		case strings.HasPrefix(f.Name, "số góp ý") || strings.HasPrefix(f.Name, "góp ý") || f.Name == "số nội dung góp ý":
			for _, c := range e.Contributions {
				taken := c.Accepted == activities.AcceptedYes || c.Accepted == activities.AcceptedPartly
				if (filter.FieldCode == "" || c.FieldCode == filter.FieldCode) && (filter.With != activities.WithAccepted || taken) {
					n++
				}
			}
		case strings.Contains(f.Name, "truyền đạt"):
			for _, c := range e.Conveyances {
				if filter.Topic == "" || c.Topic == filter.Topic {
					n++
				}
			}
		case f.Name == "số nơi đã họp":
		case strings.Contains(f.Name, "lượt"):
			turns, err := logged(tx, filter, true)
			return document.TwoDigits(turns), err
		default:
			n++
		}
	}
	if f.Name == "số nơi đã họp" {
		hosts := map[string]bool{}
		for _, e := range entries {
			for _, h := range e.Hosts {
				hosts[h.ID] = true
			}
		}
		n = len(hosts)
	}
	if strings.HasPrefix(f.Name, "tỷ lệ") {
		held, err := logged(tx, filter, true)
		if err != nil {
			return "", err
		}
		filter.Outcome = activities.Outcome(activities.Attended)
		done, err := logged(tx, filter, true)
		return share(done, held), err
	}
	return document.TwoDigits(n), err
}

func distinctOf[T any](list []T, key func(T) string) int {
	seen := map[string]bool{}
	for _, each := range list {
		if k := key(each); k != "" {
			seen[k] = true
		}
	}
	return len(seen)
}
