package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

func listReports(j job) error {
	for _, r := range reports.Catalog {
		fmt.Fprintf(j.out, "%s\t%s\t%s\n", r.Name, r.Code, r.Title)
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
	format, err := j.oneOf("format", string(reports.FormatPDF), string(reports.FormatPDF), string(reports.FormatWord), string(reports.FormatExcel))
	if err != nil {
		return err
	}
	form, err := j.oneOf("form", string(reports.FormParty), string(reports.FormParty), string(reports.FormState))
	if err != nil {
		return err
	}
	in := reports.Input{Report: report.Name, Form: reports.Form(form), Draft: j.flags.has("draft")}
	if in.Period, err = dates.ParsePeriod(j.flags.get("period", "")); err != nil {
		return err
	}
	if text := j.flags.get("number", ""); text != "" {
		if in.Number, err = strconv.Atoi(text); err != nil {
			return usageError{"--number phải là số.", groupHelp("report")}
		}
	}
	var doc reports.Document
	var at time.Time
	err = j.read(func(tx *store.Tx) (err error) {
		at = tx.Now
		if j.flags.has("date") {
			if in.Date, err = j.day("date", tx.Today); err != nil {
				return err
			}
		}
		if in.UnitID, err = j.unit(tx); err != nil {
			return err
		}
		if in, err = reports.Usual(tx, in); err != nil {
			return err
		}
		doc, err = reports.Make(tx, in)
		return err
	})
	if err != nil {
		return err
	}
	file, err := reports.Render(doc, at, reports.Format(format))
	if err != nil {
		return err
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
