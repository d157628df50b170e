package reports

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/duties"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// running are the columns whose numbers name their row.
var running = map[string]bool{"STT": true, "Số": true, "Mã dòng": true}

// counting is a cell that reads as a number, or as a share "3/4" above its percentage.
var counting = regexp.MustCompile(`^(\d+|\d{1,3}(\.\d{3})+|\d+/\d+)(\n|$)`)

// LinkCount is what CheckLinks saw in a paper.
type LinkCount struct{ Numbers, Linked, Equal, Records int }

// CheckLinks holds the rule of Cell: every number that counts records opens them, the list it opens has as many, every other
// link leads to something that is there, and every row that stands for a record leads to it.
func CheckLinks(t *testing.T, tx *store.Tx, doc document.Document) (seen LinkCount) {
	t.Helper()
	blocks := append([]document.Block{}, doc.Blocks...)
	for _, annex := range doc.Annexes {
		blocks = append(blocks, annex.Blocks...)
	}
	for _, block := range blocks {
		for _, run := range runsOf(block) {
			if run.Link != "" {
				if _, err := behind(tx, run.Link); err != nil {
					t.Errorf("“%s” leads to %s: %v", run.Text, run.Link, err)
				}
			}
		}
		if block.Table != nil {
			checkTable(t, tx, *block.Table, &seen)
		}
		if block.Drawing != nil {
			checkTable(t, tx, block.Drawing.Table(), &seen)
		}
	}
	return seen
}

func runsOf(b document.Block) (runs []document.Run) {
	if b.Paragraph != nil {
		runs = b.Paragraph.Runs
	}
	if b.List != nil {
		for _, item := range b.List.Items {
			runs = append(runs, item.Runs...)
		}
	}
	return runs
}

func checkTable(t *testing.T, tx *store.Tx, table document.Table, seen *LinkCount) {
	t.Helper()
	titles := make([]string, len(table.Columns))
	for _, c := range document.PlaceHead(table.Head, len(table.Columns)) {
		if c.Row+c.Rows == len(table.Head) {
			titles[c.Column] = c.Cell.Text
		}
	}
	for _, row := range table.Rows {
		column, said, leads := 0, 0, 0
		for _, cell := range row.Cells {
			title := titles[min(column, len(titles)-1)]
			where := fmt.Sprintf("row %.60q, column “%s”, “%s”", rowText(row), title, cell.Text)
			column += max(cell.ColSpan, 1)
			if cell.Text != "" && column > 1 {
				said++
			}
			if cell.Link != "" {
				leads++
			}
			checkCell(t, tx, cell, title, where, seen)
		}
		if row.Kind == document.RowPlain && said > 0 && leads == 0 {
			t.Errorf("row %.80q leads nowhere: give the cell that names its record leading(text, …Link(id)) of links.go", rowText(row))
		}
	}
}

func rowText(row document.Row) string {
	parts := []string{}
	for _, cell := range row.Cells {
		parts = append(parts, cell.Text)
	}
	return strings.Join(parts, " | ")
}

func checkCell(t *testing.T, tx *store.Tx, cell document.Cell, title, where string, seen *LinkCount) {
	t.Helper()
	found := counting.FindStringSubmatch(cell.Text)
	number := found != nil && cell.Date == dates.None && !cell.Measure && !running[title] && cell.Text != "0"
	if number {
		seen.Numbers++
		if cell.Link == "" {
			t.Errorf(
				"%s opens nothing: make it opened(n, …Link(filter, words)) of links.go with the filter of the function that counted it, or measured(n) where it counts no records",
				where,
			)
			return
		}
		seen.Linked++
	}
	if cell.Link == "" {
		return
	}
	have, err := behind(tx, cell.Link)
	if err != nil {
		t.Errorf("%s leads to %s: %v", where, cell.Link, err)
		return
	}
	if !number {
		seen.Records++
		return
	}
	_, whole, shared := strings.Cut(found[1], "/")
	if !shared {
		whole = found[1]
	}
	want, err := strconv.Atoi(strings.ReplaceAll(whole, ".", ""))
	if err != nil || want != have {
		t.Errorf("%s: the list it opens has %d (%s)", where, have, cell.Link)
		return
	}
	seen.Equal++
}

// behind asks the function of the room that has the records for what an address opens and counts it; 1 for a record that is
// there.
func behind(tx *store.Tx, address string) (int, error) {
	at, err := url.Parse(address)
	if err != nil {
		return 0, err
	}
	query := at.Query()
	if query.Has("loc") && query.Get("ten") == "" {
		return 0, errors.New("no words above the list")
	}
	read := func(filter any) error {
		d := json.NewDecoder(strings.NewReader(query.Get("loc")))
		d.DisallowUnknownFields()
		return d.Decode(filter)
	}
	switch {
	case at.Path == logScreen && query.Has("mo"):
		entry, err := activities.Get(tx, query.Get("mo"))
		if err == nil && entry.DeletedAt != "" {
			err = errors.New("in the bin")
		}
		return 1, err
	case at.Path == logScreen:
		var f activities.LogFilter
		if err := read(&f); err != nil {
			return 0, err
		}
		return logged(tx, f, strings.Contains(query.Get("ten"), "lượt"))
	case at.Path == cellsScreen:
		var f fulfilment.CellsFilter
		if err := read(&f); err != nil {
			return 0, err
		}
		list, err := fulfilment.Cells(tx, f)
		return list.Total, err
	case at.Path == mattersScreen:
		var f matters.Filter
		if err := read(&f); err != nil {
			return 0, err
		}
		rows, err := matters.Register(tx, f)
		return len(rows), err
	case at.Path == receptionScreen:
		var f matters.ReceptionFilter
		if err := read(&f); err != nil {
			return 0, err
		}
		days, err := matters.ReceptionDays(tx, f)
		return len(days), err
	case at.Path == registerScreen:
		var f assignments.RegisterFilter
		if err := read(&f); err != nil {
			return 0, err
		}
		page, err := assignments.Register(tx, f)
		return page.Total, err
	case at.Path == coverageScreen:
		var q assignments.CoverageQuery
		if err := read(&q); err != nil {
			return 0, err
		}
		view, err := assignments.ViewCoverage(tx, q)
		return view.VacantTotal, err
	}
	return record(tx, at.Path, query)
}

// logged counts the entries of the log, or the turns of officers in them.
func logged(tx *store.Tx, f activities.LogFilter, turns bool) (int, error) {
	entries, err := activities.Log(tx, f)
	if !turns {
		return len(entries), err
	}
	n := 0
	for _, e := range entries {
		for _, a := range e.Attendances {
			result := activities.Outcome(a.Result)
			if result == "" {
				result = activities.NotRecorded
			}
			if (f.OfficerID == "" || f.OfficerID == a.OfficerID) &&
				(f.Outcome == "" || f.Outcome == activities.Due || f.Outcome == result) {
				n++
			}
		}
	}
	return n, err
}

// record finds one record by its page.
func record(tx *store.Tx, path string, query url.Values) (int, error) {
	id := path[strings.LastIndexByte(path, '/')+1:]
	var err error
	if path == rulesScreen {
		var one duties.Rule
		return 1, tx.Take(&one).Error
	}
	if path == "/dia-ban" {
		_, err := units.Get(tx, query.Get("id"), tx.Today)
		return 1, err
	}
	switch strings.TrimSuffix(path, id) {
	case "/can-bo/":
		var who map[string]officers.Ref
		if who, err = officers.Refs(tx, []string{id}, tx.Today); err == nil && who[id].ID == "" {
			err = errors.New("no such officer")
		}
	case "/phien-hop/":
		_, err = sessions.Load(tx, id)
	case "/":
		var page papers.Page
		page, err = papers.List(tx, papers.Filter{Text: query.Get("tim"), Span: dates.Period(query.Get("ky")).Span()})
		if err == nil && (path != "/van-ban" || page.Total == 0) {
			err = errors.New("no such screen, or nothing on it")
		}
	case mattersScreen + "/":
		_, err = matters.LoadDetail(tx, id)
	case registerScreen + "/quyet-dinh/":
		_, err = assignments.AnnexOf(tx, id)
	case registerScreen + "/":
		if id != "chu-truong" {
			err = errors.New("no such screen")
		}
	default:
		err = errors.New("no such screen")
	}
	return 1, err
}
