package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/issuing"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
	"caunoi/backend/units"
)

func listReports(j job) error {
	for _, r := range reports.Catalog {
		kinds := make([]string, len(r.Periods))
		for i, kind := range r.Periods {
			kinds[i] = string(kind)
		}
		forms := make([]string, len(r.Forms))
		for i, form := range r.Forms {
			forms[i] = string(form)
		}
		fmt.Fprintf(j.out, "%s\t%s\t%s\t%s\t%s\n", r.Name, r.Code, r.Title, strings.Join(kinds, " "), strings.Join(forms, " "))
	}
	return nil
}

func printReport(j job) error {
	report, err := reports.Find(j.words[0])
	if err != nil {
		return err
	}
	if !j.flags.has("period") || !j.flags.has("out") {
		return usageError{"Cần --period và --out.", groupHelp("report")}
	}
	format, err := j.oneOf(
		"format",
		string(typeset.FormatPDF),
		string(typeset.FormatPDF),
		string(typeset.FormatWord),
		string(typeset.FormatExcel),
	)
	if err != nil {
		return err
	}
	in, err := j.paperInput()
	if err != nil {
		return err
	}
	if j.flags.has("each") {
		return j.printEach(in, typeset.Format(format))
	}
	var ready reports.Prepared
	var at time.Time
	err = j.read(func(tx *store.Tx) (err error) {
		at = tx.Now
		if err := j.completeInput(tx, &in); err != nil {
			return err
		}
		if ready, err = reports.Prepare(tx, in); err != nil {
			return err
		}
		return ready.Stopped()
	})
	if err != nil {
		return err
	}
	file, err := typeset.Render(ready.Doc, at, typeset.Format(format))
	if err != nil {
		return err
	}
	for _, o := range ready.Obstacles {
		fmt.Fprintln(j.err, o.Told())
	}
	for _, warning := range file.Warnings {
		fmt.Fprintln(j.err, warning)
	}
	out := j.flags.get("out", "")
	if err := writeWhole(out, file.Bytes); err != nil {
		return fault.Unavailable(fmt.Sprintf("Không ghi được tệp “%s”. Hãy kiểm tra thư mục, quyền ghi, hoặc đóng tệp nếu đang mở.", out))
	}
	pages := ""
	if file.Pages > 0 {
		pages = fmt.Sprintf(" (%d trang)", file.Pages)
	}
	fmt.Fprintf(j.out, "Đã in %s: %s%s\n", report.Title, out, pages)
	return nil
}

// printEach prints the sheet of every commune, hamlet, officer or body into a folder, each under its own name. --unit narrows
// it to what lies at that unit or below. A sheet that fails is named and costs the others nothing.
func (j job) printEach(in reports.Input, format typeset.Format) error {
	dir := j.flags.get("out", "")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fault.Unavailable(fmt.Sprintf("Không tạo được thư mục “%s”. Hãy chọn thư mục khác.", dir))
	}
	take := func(name string, content []byte) error {
		if writeWhole(filepath.Join(dir, name), content) != nil {
			return fault.Unavailable(
				fmt.Sprintf("Không ghi được tệp “%s”. Hãy kiểm tra quyền ghi, dung lượng đĩa, hoặc đóng tệp nếu đang mở.", name),
			)
		}
		return nil
	}
	var done issuing.BatchStatus
	err := j.read(func(tx *store.Tx) (err error) {
		if j.flags.has("date") {
			if in.Date, err = j.day("date", tx.Today); err != nil {
				return err
			}
		}
		under, err := j.unit(tx)
		if err != nil {
			return err
		}
		batch := issuing.BatchInput{Input: in, Each: reports.BatchEach(j.flags.get("each", "")), UnderID: under, Format: format}
		done, err = issuing.BatchFiles(tx, batch, take, func(n, total int, label string) {
			if label != "" {
				fmt.Fprintf(j.err, "%d/%d\t%s\n", n+1, total, label)
			}
		})
		return err
	})
	if err != nil {
		return err
	}
	for _, warning := range done.Warnings {
		fmt.Fprintln(j.err, warning)
	}
	for _, f := range done.Failed {
		fmt.Fprintf(j.err, "Không in được %s: %s\n", f.Label, f.Reason)
	}
	for _, label := range done.Skipped {
		fmt.Fprintf(j.err, "Bỏ qua %s: không có nội dung.\n", label)
	}
	fmt.Fprintf(j.out, "Đã in %s: %d tờ trong %s\n", done.Title, done.Made, dir)
	if len(done.Failed) > 0 {
		return fault.Conflict(fmt.Sprintf("Có %d tờ không in được.", len(done.Failed)))
	}
	return nil
}

// paperInput reads what the flags choose for a paper.
func (j job) paperInput() (reports.Input, error) {
	report, err := reports.Find(j.words[0])
	if err != nil {
		return reports.Input{}, err
	}
	form, err := j.oneOf("form", string(document.FormParty), string(document.FormParty), string(document.FormState))
	if err != nil {
		return reports.Input{}, err
	}
	in := reports.Input{Report: report.Name, Form: document.Form(form), Draft: j.flags.has("draft")}
	if !report.AsOfToday() || j.flags.has("period") {
		if in.Period, err = dates.ParsePeriod(j.flags.get("period", "")); err != nil {
			return in, err
		}
	}
	if text := j.flags.get("number", ""); text != "" {
		if in.Number, err = strconv.Atoi(text); err != nil {
			return in, usageError{"--number phải là số.", groupHelp("report")}
		}
	}
	return in, nil
}

// completeInput completes the input with what only the folder can tell: the day typed, the unit of a code, the usual choices.
func (j job) completeInput(tx *store.Tx, in *reports.Input) (err error) {
	if j.flags.has("date") {
		if in.Date, err = j.day("date", tx.Today); err != nil {
			return err
		}
	}
	if in.UnitID, err = j.unit(tx); err != nil {
		return err
	}
	*in, err = reports.Usual(tx, *in)
	return err
}

// unit finds the unit of --unit by its official code on the day of the run.
func (j job) unit(tx *store.Tx) (string, error) {
	code := j.flags.get("unit", "")
	if code == "" {
		return "", nil
	}
	refs, err := units.Of(tx, units.Filter{Day: tx.Today})
	if err != nil {
		return "", err
	}
	found := ""
	for _, r := range refs {
		if r.Code != code {
			continue
		}
		if found != "" {
			return "", fault.Invalid("unit", fmt.Sprintf("Có nhiều đơn vị mang mã %s ở các cấp khác nhau; hãy dùng mã của xã.", code))
		}
		found = r.ID
	}
	if found == "" {
		return "", fault.NotFound(fmt.Sprintf("Không có đơn vị nào đang mang mã %s.", code))
	}
	return found, nil
}

// writeWhole writes beside the target first, so that a full disk never leaves half a file under its name.
func writeWhole(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	part := path + ".part"
	if err := os.WriteFile(part, content, 0o644); err != nil {
		_ = os.Remove(part)
		return err
	}
	return os.Rename(part, path)
}
