package issuing

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

// BatchInput is a batch as it is started.
type BatchInput struct {
	Input     reports.Input     `json:"input"`
	Each      reports.BatchEach `json:"each"`
	UnderID   string            `json:"underId"`
	IDs       []string          `json:"ids"`       // those ticked; empty = all of them
	Format    typeset.Format    `json:"format"`    // "" = pdf; docx only with Separate
	Separate  bool              `json:"separate"`  // a .zip with one file for each, instead of one PDF to print
	SkipEmpty bool              `json:"skipEmpty"` // leave out sheets whose tables list nothing
	FrontSide bool              `json:"frontSide"` // one PDF: each sheet begins on a front side, for printing on both sides
}

// BatchFailure is a sheet that could not be made, with the reason.
type BatchFailure struct {
	Label  string `json:"label"`
	Reason string `json:"reason"`
}

// mostSheets bounds one batch of the window, whose result is kept in memory until it is saved.
const mostSheets = 1000

// mostBytes is how large its result may grow.
const mostBytes = 200 << 20

// mostWarnings is how many notices a batch repeats; the rest are counted.
const mostWarnings = 20

var errStopped = errors.New("batch stopped")

// batchRun makes the sheets of a batch one by one. What it has done so far is told after every sheet.
type batchRun struct {
	report reports.Report
	in     BatchInput
	places []BatchPlace
	names  fileNames
	out    batchOut
	tell   func(done int, next string)
	stop   func() bool

	Made     int
	Pages    int
	Skipped  []string // labels left out because they had nothing to say
	Failed   []BatchFailure
	Warnings []string
	unsaid   int // warnings beyond mostWarnings
}

// batchOut takes finished sheets.
type batchOut interface {
	// add takes one sheet; a fault means that this one could not be drawn, and leaves the others as they were.
	add(name, label string, doc document.Document, at time.Time) (pages int, warnings []string, err error)
	// size is how many bytes the result has so far, about.
	size() int
}

// planBatch checks a batch and lists its sheets. One that could not begin is refused here, before anything is made.
func planBatch(tx *store.Tx, in BatchInput, most int) (*batchRun, error) {
	report, err := reports.Find(in.Input.Report)
	if err != nil {
		return nil, err
	}
	if in.Format == "" {
		in.Format = typeset.FormatPDF
	}
	if in.Format != typeset.FormatPDF && in.Format != typeset.FormatWord || in.Format == typeset.FormatWord && !in.Separate {
		return nil, fault.Invalid("format", "In hàng loạt ra một tệp PDF, hoặc mỗi nơi một tệp PDF hay Word. Hãy chọn lại.")
	}
	if in.Input.Number != 0 {
		return nil, fault.Invalid(
			"number",
			"In hàng loạt là in dự thảo, không cấp số: mọi tờ sẽ mang cùng một số. Hãy để trống số, rồi ban hành từng tờ.",
		)
	}
	list, err := batchList(tx, BatchAsk{Input: in.Input, Each: in.Each, UnderID: in.UnderID})
	if err != nil {
		return nil, err
	}
	if len(list.Kinds) == 0 {
		return nil, fault.Invalid("each", "Báo cáo này không có mục nào để in hàng loạt. Hãy chọn kỳ hoặc báo cáo khác.")
	}
	in.Each = list.Each
	places := list.Places
	if len(in.IDs) > 0 {
		ticked := map[string]bool{}
		for _, id := range in.IDs {
			ticked[id] = true
		}
		places = nil
		for _, p := range list.Places {
			if ticked[p.ID] {
				places = append(places, p)
			}
		}
	}
	if len(places) == 0 {
		return nil, fault.Invalid("ids", "Chưa chọn nơi nào để in. Hãy đánh dấu ít nhất một dòng.")
	}
	if most > 0 && len(places) > most {
		return nil, fault.Invalid(
			"ids",
			fmt.Sprintf("Đã chọn %d tờ; một lần in nhiều nhất %d tờ. Hãy chọn một đơn vị cấp trên để in từng phần.", len(places), most),
		)
	}
	if _, err := reports.NewPaper(tx, aboutOne(in.Each, in.Input, ""), report); err != nil {
		return nil, err // what stops every sheet is said once, at once
	}
	return &batchRun{
		report:   report,
		in:       in,
		places:   places,
		names:    fileNames{},
		Skipped:  []string{},
		Failed:   []BatchFailure{},
		Warnings: []string{},
		tell:     func(int, string) {},
		stop:     func() bool { return false },
	}, nil
}

// run makes every sheet from one picture of the data, so that the figures of a batch agree. It gives errStopped when it was
// told to stop.
func (b *batchRun) run(tx *store.Tx) error {
	for i, place := range b.places {
		if b.stop() {
			return errStopped
		}
		b.tell(i, place.Label)
		if b.out.size() > mostBytes {
			return fault.Conflict(fmt.Sprintf("Kết quả đã quá lớn ở tờ thứ %d. Hãy chọn ít nơi hơn rồi in từng phần.", i))
		}
		if err := b.sheet(tx, place); err != nil {
			if b.stop() || errors.Is(err, context.Canceled) {
				return errStopped
			}
			b.Failed = append(b.Failed, BatchFailure{place.Label, reasonOf(err)})
		}
	}
	b.tell(len(b.places), "")
	if b.unsaid > 0 {
		b.Warnings = append(b.Warnings, fmt.Sprintf("Còn %d lưu ý khác.", b.unsaid))
	}
	return nil
}

// sheet makes one sheet. A panic of a report costs this sheet only.
func (b *batchRun) sheet(tx *store.Tx, place BatchPlace) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("sheet: panic with a %T", cause)
		}
	}()
	in := aboutOne(b.in.Each, b.in.Input, place.ID)
	ready, err := reports.Prepare(tx, in)
	if err != nil {
		return err
	}
	doc := ready.Doc
	// A letter that has nothing to say goes to nobody, whatever was ticked: there is no page of it that could be sent.
	page, act := reports.SplitObstacles(ready.Obstacles)
	if slices.ContainsFunc(page, func(o reports.Obstacle) bool { return o.Condition == reports.SomethingToSay }) ||
		b.in.SkipEmpty && saysNothing(doc) {
		b.Skipped = append(b.Skipped, place.Label)
		return nil
	}
	if len(page) > 0 {
		return fault.Conflict(reports.Reasons(page))
	}
	for _, o := range act {
		if warning := o.Told(); !slices.Contains(b.Warnings, warning) {
			b.warn(warning) // most often the same for every sheet
		}
	}
	for _, o := range reports.Weighing(ready.Obstacles, reports.Remarks) {
		b.warn(place.Label + ": " + store.LowerFirst(o.Reason))
	}
	name := b.names.of(place.Label, b.in.Format.FileName(reports.FileName(b.report, in)))
	pages, warnings, err := b.out.add(name, place.Label, doc, tx.Now)
	if err != nil {
		return err
	}
	b.Made, b.Pages = b.Made+1, b.Pages+pages
	for _, w := range warnings {
		b.warn(place.Label + ": " + w)
	}
	return nil
}

// warn repeats a notice while there is room for it, else counts it.
func (b *batchRun) warn(text string) {
	if len(b.Warnings) < mostWarnings {
		b.Warnings = append(b.Warnings, text)
	} else {
		b.unsaid++
	}
}

// reasonOf says why a sheet failed, in words for a person.
func reasonOf(err error) string {
	if f, known := fault.Of(err); known {
		return f.Message
	}
	return "Có lỗi ngoài dự kiến. Hãy mở riêng tờ này để xem, nếu vẫn lỗi thì báo người quản trị."
}

// saysNothing tells that no table of a paper lists anything and no list has an item: rows whose fields are empty but the
// first, which counts, are room to write by hand.
func saysNothing(doc document.Document) bool {
	blocks := doc.Blocks
	for _, a := range doc.Annexes {
		blocks = append(blocks[:len(blocks):len(blocks)], a.Blocks...)
	}
	for _, b := range blocks {
		if b.List != nil && len(b.List.Items) > 0 {
			return false
		}
		if b.Table == nil {
			continue
		}
		for _, row := range b.Table.Rows {
			for i, cell := range row.Cells {
				if row.Kind == document.RowPlain && i > 0 && cell.Text != "" {
					return false
				}
			}
		}
	}
	return true
}

// BatchFiles makes the sheets of a batch one by one and hands each to take with a file name of its own, for a program
// without a window. It gives how many were made, and those left out or failed by name.
func BatchFiles(
	tx *store.Tx,
	in BatchInput,
	take func(name string, content []byte) error,
	tell func(done, total int, label string),
) (BatchStatus, error) {
	in.Separate = true
	run, err := planBatch(tx, in, 0)
	if err != nil {
		return BatchStatus{}, err
	}
	run.out = folderOut{run.in.Format, take}
	run.tell = func(done int, next string) { tell(done, len(run.places), next) }
	err = run.run(tx)
	return run.status(), err
}

// status is what a run has done.
func (b *batchRun) status() BatchStatus {
	return BatchStatus{
		Report: b.report.Code,
		Title:  b.report.Title,
		Total:  len(b.places),
		Made:   b.Made,
		Pages:  b.Pages,
		Skipped: append(
			[]string{},
			b.Skipped...),
		Failed:   append([]BatchFailure{}, b.Failed...),
		Warnings: append([]string{}, b.Warnings...),
		File:     reports.Printed{Warnings: []string{}},
	}
}
