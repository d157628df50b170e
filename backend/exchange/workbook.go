package exchange

import (
	"fmt"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// WorkbookOptions is everything that decides what the import of a workbook does. Keys of Decisions are those of the
// preview's lines.
type WorkbookOptions struct {
	AsOf       dates.Date          `json:"asOf"` // units and posts count from this day
	Source     string              `json:"source"`
	Bulk       Decision            `json:"bulk"`
	Decisions  map[string]Decision `json:"decisions"`
	CloseBelow bool                `json:"closeBelow"`
	SkipErrors bool                `json:"skipErrors"`
	Confirmed  int                 `json:"confirmed"` // units that may end, as in UnitOptions
	SchemeID   string              `json:"schemeId"`  // the scheme the assignments are made under
	Preset     string              `json:"preset"`    // else a new scheme from this preset; both "" = the only scheme there is
	// GuardReason is why text that looks like a person's data is taken in all the same, a code.
	GuardReason string `json:"guardReason"`
	// DayOrder is how days are written where a column does not tell; "" = not said.
	DayOrder DayOrder `json:"dayOrder"`
}

// keyOf names a line of one list among those of the workbook.
func keyOf(kind, key string) string { return kind + ":" + key }

// of gives the decisions about one list by the keys the list itself uses.
func (o WorkbookOptions) of(kind string) map[string]Decision {
	out := map[string]Decision{}
	for key, d := range o.Decisions {
		if own, found := strings.CutPrefix(key, keyOf(kind, "")); found {
			out[own] = d
		}
	}
	return out
}

// workbookRun takes a workbook in, list after list in one transaction. A trial goes as far as it can, so that the preview
// is what the import itself would do; its transaction is thrown away.
type workbookRun struct {
	tx      *store.Tx
	file    WorkbookFile
	o       WorkbookOptions
	trial   bool
	out     Preview
	batch   Batch
	changes []batchChange
}

// errTried throws the transaction of a trial away; nobody sees it.
var errTried = fault.Conflict("Chỉ xem trước.")

// TryWorkbook says what importing the workbook would do, by doing it; the caller throws the transaction away.
func TryWorkbook(tx *store.Tx, f WorkbookFile, o WorkbookOptions) (Preview, error) {
	r := &workbookRun{tx: tx, file: f, o: o, trial: true}
	if err := r.run(); err != nil {
		return Preview{}, err
	}
	return r.out, nil
}

// ImportWorkbook takes every list of the workbook in, or nothing at all.
func ImportWorkbook(tx *store.Tx, f WorkbookFile, o WorkbookOptions) (Batch, error) {
	r := &workbookRun{tx: tx, file: f, o: o}
	if err := r.run(); err != nil {
		return Batch{}, err
	}
	if len(r.changes) == 0 {
		return Batch{}, fault.Conflict("Tệp này khớp hoàn toàn với dữ liệu đang có; không có gì để nhập.")
	}
	b := &r.batch
	tx.Audit(
		"import",
		fmt.Sprintf(
			"Nhập sổ “%s”: %d mới, %d thay đổi, %d kết thúc.%s",
			b.FileName,
			b.Created,
			b.Changed,
			b.Closed,
			guard.Kept(r.o.GuardReason),
		),
	)
	return *b, keepBatch(tx, b, r.changes)
}

func (r *workbookRun) run() error {
	r.batch = Batch{Kind: kindWorkbook, FileName: r.file.Name, FileHash: r.file.Hash, AsOf: r.o.AsOf, RowCount: r.file.rows()}
	r.out = Preview{
		File:    r.file.Name,
		Rows:    map[string]int{},
		Derived: map[string]int{},
		Lines:   []Line{},
		Unused:  []string{},
		Notes:   append([]string{}, farNote(r.o.AsOf, r.tx.Today)...),
		Ending:  []string{},
	}
	var bad fault.Fields
	if r.o.DayOrder != "" && r.o.DayOrder != DayFirst && r.o.DayOrder != MonthFirst {
		bad.Add("dayOrder", "Hãy chọn ngày trước hoặc tháng trước.")
	}
	if checkReason(&bad, r.o.GuardReason); bad.Err() != nil {
		return bad.Err()
	}
	r.out.Unused = append(r.out.Unused, r.file.unread...)
	if err := refuseTwice(r.tx, kindWorkbook, r.file.Hash, r.o.AsOf); err != nil {
		if !r.trial {
			return err
		}
		r.out.Repeated = err.Error()
	}
	if err := r.units(); err != nil {
		return err
	}
	if err := r.officers(); err != nil {
		return err
	}
	err := r.lines()
	r.batch.Source = r.o.Source
	return err
}

func (r *workbookRun) units() error {
	if !r.file.has(kindUnits) {
		return nil
	}
	o := UnitOptions{
		AsOf:       r.o.AsOf,
		Source:     r.o.Source,
		Bulk:       r.o.Bulk,
		Decisions:  r.o.of(kindUnits),
		Close:      CloseNone,
		CloseBelow: r.o.CloseBelow,
		SkipErrors: r.o.SkipErrors,
		Confirmed:  r.o.Confirmed,
	}
	f := UnitFile{Table: r.file.tables[kindUnits]}
	p, err := preparePlan(r.tx, f, &o)
	if err != nil {
		return err
	}
	seen := p.preview(f)
	r.show(kindUnits, seen)
	if err := p.countUses(r.tx, &seen); err != nil {
		return err
	}
	r.out.Closing, r.out.Below, r.out.Replaced, r.out.Ending = seen.Closing, seen.Below, seen.Replaced, seen.Ending
	r.out.Records, r.out.Assignments, r.out.Units = seen.Records, seen.Assignments, seen.Units
	r.out.Confirm, r.out.Blocked = seen.Confirm, seen.Blocked
	if err := p.refuseUndecided(o); err != nil {
		if !r.trial {
			return err
		}
		o.Bulk, o.SkipErrors, o.CloseBelow = DecideSkip, true, true
		if p, err = preparePlan(r.tx, f, &o); err != nil {
			return err
		}
	}
	if !r.trial {
		if err := p.confirmed(o); err != nil {
			return err
		}
	}
	w, err := applyUnits(r.tx, p, o.Source)
	if err != nil {
		return err
	}
	changes, err := w.changes(r.tx)
	r.keep(changes)
	r.batch.Created, r.batch.Changed, r.batch.Closed = w.created, w.changed, w.closed
	return err
}

func (r *workbookRun) officers() error {
	if !r.file.has(kindOfficers) {
		return nil
	}
	o := OfficerOptions{
		AsOf:        r.o.AsOf,
		Source:      r.o.Source,
		Bulk:        r.o.Bulk,
		Decisions:   r.o.of(kindOfficers),
		SkipErrors:  r.o.SkipErrors,
		GuardReason: r.o.GuardReason,
	}
	if err := o.check(); err != nil {
		return err
	}
	t := r.file.tables[kindOfficers]
	p, err := planOfficers(r.tx, t, o)
	if err != nil {
		return err
	}
	r.show(kindOfficers, p.preview(t))
	if err := p.refuseUndecided(o); err != nil {
		if !r.trial {
			return err
		}
		o.Bulk, o.SkipErrors = DecideSkip, true
		if p, err = planOfficers(r.tx, t, o); err != nil {
			return err
		}
	}
	changes, err := p.carryOut(r.tx, o, &r.batch)
	r.keep(changes)
	return err
}

// keep numbers the items of one list after those of the lists before it: an undo tells them apart by number.
func (r *workbookRun) keep(changes []batchChange) {
	before := 0
	for _, c := range r.changes {
		before = max(before, c.Item)
	}
	for _, c := range changes {
		c.Item += before
		r.changes = append(r.changes, c)
	}
}

// show adds what one list would do to the preview of the workbook.
func (r *workbookRun) show(kind string, p Preview) {
	title := ""
	for _, l := range lists {
		if l.kind == kind {
			title = l.title
		}
	}
	r.out.RowCount += p.RowCount
	r.out.Open += p.Open
	r.out.Marked += p.Marked
	for class, n := range p.Rows {
		r.out.Rows[class] += n
	}
	for class, n := range p.Derived {
		r.out.Derived[class] += n
	}
	for _, column := range p.Unused {
		r.out.Unused = append(r.out.Unused, column+" ("+title+")")
	}
	for _, note := range p.Notes {
		r.out.Notes = append(r.out.Notes, "Trang “"+title+"”: "+note)
	}
	if r.out.HeaderRow == 0 {
		r.out.HeaderRow = p.HeaderRow
	}
	for _, l := range p.Lines {
		l.Sheet = title
		if l.Key != "" && !strings.HasPrefix(l.Key, keyOf(kind, "")) {
			l.Key = keyOf(kind, l.Key)
		}
		r.out.Lines = append(r.out.Lines, l)
	}
}
