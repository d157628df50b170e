package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/issuing"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

// write runs fn in one write transaction on the folder of a job.
func (j job) write(action string, fn func(*store.Tx) error) error {
	d, err := j.open()
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Store().Write(context.Background(), as(action), fn)
}

// issuePaper gives a report its number and seals it; the file goes to --out where one is named.
func issuePaper(j job) error {
	in, err := j.paperInput()
	if err != nil {
		return err
	}
	var done issuing.Sealed
	err = j.write("cli.issue", func(tx *store.Tx) error {
		if err := j.completeInput(tx, &in); err != nil {
			return err
		}
		if err := j.relation(tx, &in); err != nil {
			return err
		}
		in.Estimate = j.flags.has("estimate")
		issue := issuing.IssueInput{Input: in, Suffix: j.flags.get("suffix", "")}
		done, err = issuing.SealFromCommand(tx, issue, j.flags.has("confirm"))
		return err
	})
	if fault.Is(err, fault.CodeConfirm) {
		return fault.Conflict(err.Error() + "\nChưa ban hành. Nếu vẫn ban hành như vậy, hãy chạy lại với --confirm.")
	}
	if err != nil {
		return err
	}
	for _, warning := range done.Warnings {
		fmt.Fprintln(j.err, warning)
	}
	p := done.Paper
	fmt.Fprintf(j.out, "Đã ban hành %s %s, ngày %s, %d trang. Mã: %s\n", p.TypeName, p.Symbol, p.Day.Show(), p.Pages, p.ID)
	if !j.flags.has("out") {
		return nil
	}
	return j.writeOut(done.Content)
}

// relation reads what the paper says of one that went out before: --replaces or --supplements, with its id or its symbol.
func (j job) relation(tx *store.Tx, in *reports.Input) error {
	if j.flags.has("replaces") && j.flags.has("supplements") {
		return usageError{"Chỉ ghi một trong --replaces, --supplements.", groupHelp("issue")}
	}
	for flag, kind := range map[string]string{"replaces": papers.Replaces, "supplements": papers.Supplements} {
		if !j.flags.has(flag) {
			continue
		}
		other, err := papers.FindByIDOrSymbol(tx, j.flags.get(flag, ""))
		if err != nil {
			return err
		}
		in.Relation, in.RelatedID = kind, other.ID
	}
	return nil
}

// reserveNumbers keeps numbers for papers that are not made here.
func reserveNumbers(j job) error {
	form, err := j.oneOf(
		"form",
		string(document.FormParty),
		string(document.FormParty),
		string(document.FormState),
		string(document.FormFront),
	)
	if err != nil {
		return err
	}
	cause, err := j.oneOf("cause", "", papers.KeptSecret, papers.KeptElsewhere, papers.KeptByMistake)
	if err != nil {
		return err
	}
	in := papers.ReserveInput{Form: document.Form(form), TypeName: j.words[0], Cause: cause, Note: j.flags.get("note", "")}
	for _, t := range papers.PaperTypes {
		if store.FoldName(t.Name) == store.FoldName(in.TypeName) {
			in.TypeName, in.Series = t.Name, t.State
			if in.Form.IsParty() {
				in.Series = t.Party
			}
		}
	}
	for flag, value := range map[string]*int{"number": &in.Number, "to": &in.To} {
		if text := j.flags.get(flag, ""); text != "" {
			if *value, err = strconv.Atoi(text); err != nil {
				return usageError{"--" + flag + " phải là số.", groupHelp("reserve")}
			}
		}
	}
	var kept []papers.Reserved
	err = j.write("cli.reserve", func(tx *store.Tx) error {
		in.Day = tx.Today
		if j.flags.has("date") {
			if in.Day, err = j.day("date", tx.Today); err != nil {
				return err
			}
		}
		kept, err = papers.Reserve(tx, in)
		if asked, ok := fault.Of(err); ok && asked.Code == fault.CodeConfirm && j.flags.has("confirm") {
			in.Accepted = asked.Questions
			kept, err = papers.Reserve(tx, in)
		}
		return err
	})
	if fault.Is(err, fault.CodeConfirm) {
		return fault.Conflict(err.Error() + "\nChưa giữ số. Nếu vẫn giữ như vậy, hãy chạy lại với --confirm.")
	}
	for _, each := range kept {
		fmt.Fprintf(j.out, "Đã giữ số %s, ngày %s: %s. Mã: %s\n", each.Symbol, each.Day.Show(), store.LowerFirst(each.Words), each.ID)
	}
	return err
}

// releaseNumber gives a kept number free again.
func releaseNumber(j job) error {
	if !j.flags.has("reason") {
		return usageError{"Cần --reason.", groupHelp("release")}
	}
	var freed papers.Reserved
	err := j.write("cli.release", func(tx *store.Tx) error {
		kept, err := papers.FindReserved(tx, j.words[0])
		if err != nil {
			return err
		}
		freed, err = papers.Release(tx, kept.ID, j.flags.get("reason", ""))
		return err
	})
	if err == nil {
		fmt.Fprintf(j.out, "Đã bỏ giữ số %s: %s.\n", freed.Symbol, freed.ReleaseReason)
	}
	return err
}

// writeOut writes a file to --out.
func (j job) writeOut(content []byte) error {
	out := j.flags.get("out", "")
	if err := writeWhole(out, content); err != nil {
		return fault.Unavailable(fmt.Sprintf("Không ghi được tệp “%s”. Hãy kiểm tra thư mục, quyền ghi, hoặc đóng tệp nếu đang mở.", out))
	}
	fmt.Fprintln(j.out, "Đã ghi tệp:", out)
	return nil
}

// listIssued lists the register of papers that went out, oldest first, and what is wrong in its numbers.
func listIssued(j job) error {
	f := papers.Filter{Limit: -1}
	if j.flags.has("period") {
		period, err := dates.ParsePeriod(j.flags.get("period", ""))
		if err != nil {
			return err
		}
		f.Span = period.Span()
	}
	return j.read(func(tx *store.Tx) error {
		page, err := papers.List(tx, f)
		for _, p := range page.Items {
			mark := ""
			if p.CancelledAt != "" {
				mark = " (đã hủy)"
			}
			for _, r := range p.Related {
				mark += " (" + store.LowerFirst(r.Word) + " " + r.Symbol + ")"
			}
			fmt.Fprintf(j.out, "%s\t%s\t%s %s%s\t%s\n", p.Symbol, p.Day.Show(), p.TypeName, p.Subject, mark, p.ID)
		}
		for _, r := range page.Reserved {
			word := "Số giữ"
			if r.ReleasedAt != "" {
				word = "Đã bỏ giữ (" + r.ReleaseReason + ")"
			}
			fmt.Fprintf(j.out, "%s\t%s\t%s: %s\t%s\n", r.Symbol, r.Day.Show(), word, store.LowerFirst(r.Words), r.ID)
		}
		for _, f := range page.Faults {
			fmt.Fprintln(j.out, f.Sentence)
		}
		return err
	})
}

// reprintPaper writes the sealed file of an issued paper, byte for byte.
func reprintPaper(j job) error {
	if !j.flags.has("out") {
		return usageError{"Cần --out.", groupHelp("reprint")}
	}
	var done issuing.Sealed
	err := j.write("cli.reprint", func(tx *store.Tx) error {
		p, err := papers.FindByIDOrSymbol(tx, j.words[0])
		if err != nil {
			return err
		}
		done, err = issuing.PrintAgain(tx, p.ID)
		return err
	})
	if err != nil {
		return err
	}
	return j.writeOut(done.Content)
}

// copyPaper makes a numbered copy of a sealed paper; the paper itself stays as it is.
func copyPaper(j job) error {
	if !j.flags.has("to") {
		return usageError{"Cần --to.", groupHelp("copy")}
	}
	kind, err := j.oneOf("kind", "", "", papers.CopyWhole, papers.CopyOfCopy, papers.CopyExtract)
	if err != nil {
		return err
	}
	in := issuing.CopyInput{Kind: kind, Recipients: strings.Split(j.flags.get("to", ""), ";")}
	for _, text := range strings.FieldsFunc(j.flags.get("parts", ""), func(r rune) bool { return r == ',' || r == ' ' }) {
		n, err := strconv.Atoi(text)
		if err != nil {
			return usageError{"--parts là số thứ tự các mục, ví dụ 1,3.", groupHelp("copy")}
		}
		in.Parts = append(in.Parts, n-1)
	}
	var done issuing.Sealed
	err = j.write("cli.copy", func(tx *store.Tx) error {
		p, err := papers.FindByIDOrSymbol(tx, j.words[0])
		if err != nil {
			return err
		}
		in.PaperID = p.ID
		if j.flags.has("date") {
			if in.Day, err = j.day("date", tx.Today); err != nil {
				return err
			}
		}
		done, err = issuing.MakeCopy(tx, in)
		return err
	})
	if err != nil {
		return err
	}
	p := done.Paper
	fmt.Fprintf(j.out, "Đã lập bản sao %s, ngày %s, %d trang: %s. Mã: %s\n", p.Symbol, p.Day.Show(), p.Pages, p.Subject, p.ID)
	if !j.flags.has("out") {
		return nil
	}
	return j.writeOut(done.Content)
}

// comparePaper writes the page of differences of an issued paper.
func comparePaper(j job) error {
	if !j.flags.has("out") {
		return usageError{"Cần --out.", groupHelp("differences")}
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
	var doc document.Document
	var at time.Time
	err = j.read(func(tx *store.Tx) error {
		p, err := papers.FindByIDOrSymbol(tx, j.words[0])
		if err != nil {
			return err
		}
		at = tx.Now
		doc, _, err = issuing.Compare(tx, p.ID)
		return err
	})
	if err != nil {
		return err
	}
	file, err := typeset.Render(doc, at, typeset.Format(format))
	if err != nil {
		return err
	}
	return j.writeOut(file.Bytes)
}
