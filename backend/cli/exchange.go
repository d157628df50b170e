package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/exchange"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

func readFile(path string) ([]byte, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fault.Invalid("file", fmt.Sprintf("Không đọc được tệp “%s”. Hãy kiểm tra đường dẫn và quyền đọc.", path))
	}
	return content, nil
}

func (j job) decision() (exchange.Decision, error) {
	text, err := j.oneOf("ambiguous", "", "", "moi", "doi", "bo")
	return exchange.Decision(text), err
}

// agreedEndings is the number of units a person agrees to end; 0 = not said.
func (j job) agreedEndings() (int, error) {
	text := j.flags.get("ending", "")
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n <= 0 {
		return 0, usageError{fmt.Sprintf("--ending %s không phải là số đơn vị.", text), overview()}
	}
	return n, nil
}

// checkDay refuses to take today for the day of a list whose units the office has or had: they began or ended on other days.
func (j job) checkDay(p exchange.Preview) error {
	if j.flags.has("as-of") || p.Known == 0 {
		return nil
	}
	return fault.Invalid(
		"as-of",
		fmt.Sprintf(
			"Tệp có %d đơn vị đã có trong sổ (đang có hoặc đã kết thúc), nên không thể lấy ngày hôm nay. Hãy ghi --as-of NGÀY: ngày danh sách có hiệu lực. Chưa có gì được nhập.",
			p.Known,
		),
	)
}

// importChoices are the answers every import command takes.
type importChoices struct {
	bulk       exchange.Decision
	confirmed  int // units that may end; 0 = not said
	source     string
	skipErrors bool
}

func (j job) importChoices() (c importChoices, err error) {
	if c.bulk, err = j.decision(); err != nil {
		return c, err
	}
	c.source, c.skipErrors = j.flags.get("source", ""), j.flags.has("skip-errors")
	c.confirmed, err = j.agreedEndings()
	return c, err
}

// importer is what one import command adds to importFile: F is the file it reads, O the options of the import.
type importer[F, O any] struct {
	read func(name string, content []byte) (F, error)
	// choose fills in what only the folder and the file can tell, such as the day.
	choose  func(tx *store.Tx, file F, o *O) error
	preview func(*store.Tx, F, O) (exchange.Preview, error)
	apply   func(*store.Tx, F, O) (exchange.Batch, error)
}

// errShown throws the transaction of a preview away: some previews are the import itself.
var errShown = errors.New("preview only")

// importFile shows what an import would do and, with --apply, does it.
func importFile[F, O any](j job, o O, i importer[F, O]) error {
	content, err := readFile(j.words[0])
	if err != nil {
		return err
	}
	file, err := i.read(filepath.Base(j.words[0]), content)
	if err != nil {
		return err
	}
	d, err := j.open()
	if err != nil {
		return err
	}
	defer d.Close()
	var p exchange.Preview
	err = d.Store().Write(context.Background(), as("cli.import"), func(tx *store.Tx) (err error) {
		if err = i.choose(tx, file, &o); err != nil {
			return err
		}
		if p, err = i.preview(tx, file, o); err != nil {
			return err
		}
		return errShown
	})
	if !errors.Is(err, errShown) {
		return err
	}
	j.printPreview(p)
	if !j.flags.has("apply") {
		fmt.Fprintln(j.out, "Chỉ xem trước, chưa nhập gì. Thêm --apply để nhập.")
		return nil
	}
	if _, err := d.Store().Backup(context.Background(), store.BeforeImport); err != nil {
		return err
	}
	var b exchange.Batch
	err = d.Store().Write(context.Background(), as("cli.import"), func(tx *store.Tx) (err error) {
		b, err = i.apply(tx, file, o)
		return err
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(j.out, "Đã nhập: %d mới, %d thay đổi, %d kết thúc. Lần nhập: %s\n", b.Created, b.Changed, b.Closed, b.ID)
	return nil
}

func importUnits(j job) error {
	c, err := j.importChoices()
	if err != nil {
		return err
	}
	scope, err := j.oneOf("close", "none", "none", "province", "all")
	if err != nil {
		return err
	}
	o := exchange.UnitOptions{
		Confirmed:  c.confirmed,
		Bulk:       c.bulk,
		Close:      exchange.Scope(scope),
		Source:     c.source,
		CloseBelow: j.flags.has("close-below"),
		SkipErrors: c.skipErrors,
	}
	return importFile(j, o, importer[exchange.UnitFile, exchange.UnitOptions]{
		read: exchange.ReadUnitFile,
		choose: func(tx *store.Tx, _ exchange.UnitFile, o *exchange.UnitOptions) (err error) {
			o.AsOf, err = j.day("as-of", tx.Today)
			return err
		},
		preview: func(tx *store.Tx, file exchange.UnitFile, o exchange.UnitOptions) (exchange.Preview, error) {
			p, err := exchange.TryUnits(tx, file, o)
			if err == nil {
				err = j.checkDay(p)
			}
			return p, err
		},
		apply: exchange.ImportUnits,
	})
}

func importOfficers(j job) error {
	c, err := j.importChoices()
	if err != nil {
		return err
	}
	o := exchange.OfficerOptions{Bulk: c.bulk, Source: c.source, SkipErrors: c.skipErrors}
	return importFile(j, o, importer[exchange.OfficerFile, exchange.OfficerOptions]{
		read: exchange.ReadOfficerFile,
		choose: func(tx *store.Tx, _ exchange.OfficerFile, o *exchange.OfficerOptions) (err error) {
			o.AsOf, err = j.day("as-of", tx.Today)
			return err
		},
		preview: exchange.PlanOfficers,
		apply:   exchange.ImportOfficers,
	})
}

func importWorkbook(j job) error {
	c, err := j.importChoices()
	if err != nil {
		return err
	}
	order, err := j.oneOf("days", "", "", "ngay", "thang")
	if err != nil {
		return err
	}
	o := exchange.WorkbookOptions{
		Bulk:       c.bulk,
		Confirmed:  c.confirmed,
		Source:     c.source,
		SkipErrors: c.skipErrors,
		DayOrder:   exchange.DayOrder(order),
	}
	return importFile(j, o, importer[exchange.WorkbookFile, exchange.WorkbookOptions]{
		read: exchange.ReadWorkbook,
		choose: func(tx *store.Tx, file exchange.WorkbookFile, o *exchange.WorkbookOptions) (err error) {
			if o.AsOf, err = j.day("as-of", file.FirstDay(tx.Today, o.DayOrder)); err == nil {
				o.SchemeID, o.Preset, err = findScheme(tx, j.flags.get("scheme", ""))
			}
			return err
		},
		preview: exchange.TryWorkbook,
		apply:   exchange.ImportWorkbook,
	})
}

// findScheme finds a scheme by its key or name, or a preset by its code.
func findScheme(tx *store.Tx, said string) (id, preset string, err error) {
	if said == "" {
		return "", "", nil
	}
	known, err := assignments.Schemes(tx)
	if err != nil {
		return "", "", err
	}
	for _, s := range known {
		if s.ID == said || store.FoldName(s.Name) == store.FoldName(said) {
			return s.ID, "", nil
		}
	}
	for _, p := range assignments.Presets() {
		if p.Code == said && len(p.Scheme.Kinds) > 0 {
			return "", p.Code, nil
		}
	}
	return "", "", fault.Invalid(
		"scheme",
		fmt.Sprintf(
			"Không có chủ trương “%s”. Hãy ghi đúng tên một chủ trương đã có, hoặc mẫu ben_tre, kon_tum, dakrong_hai_lang, vi_thanh.",
			said,
		),
	)
}

var classWords = []struct {
	class exchange.Class
	word  string
}{
	{exchange.ClassNew, "mới"},
	{exchange.ClassSame, "đã có, không đổi"},
	{exchange.ClassChange, "thay đổi"},
	{exchange.ClassUnclear, "chưa rõ"},
	{exchange.ClassError, "lỗi"},
	{exchange.ClassSkipped, "bỏ qua (tiêu đề, tổng, trùng)"},
}

const mostShown = 30

func (j job) printPreview(p exchange.Preview) {
	fmt.Fprintf(j.out, "%s: %d dòng\n", p.File, p.RowCount)
	for _, c := range classWords {
		fmt.Fprintf(j.out, "  %s: %d", c.word, p.Rows[string(c.class)])
		if n := p.Derived[string(c.class)]; n > 0 {
			fmt.Fprintf(j.out, " (và %d đơn vị cấp trên)", n)
		}
		fmt.Fprintln(j.out)
	}
	if ending := p.Closing + p.Below + p.Replaced; ending > 0 {
		fmt.Fprintf(
			j.out,
			"  kết thúc: %d không còn trong danh sách, %d được thay bằng đơn vị mới, %d nằm dưới các đơn vị đó\n",
			p.Closing,
			p.Replaced,
			p.Below,
		)
		fmt.Fprintf(j.out, "  sẽ kết thúc %d trong %d đơn vị, %d bản ghi đang gắn với chúng\n", ending, p.Units, p.Records)
		if p.Confirm {
			fmt.Fprintf(j.out, "  muốn nhập, hãy thêm --ending %d\n", ending)
		}
	}
	for _, note := range p.Notes {
		fmt.Fprintln(j.out, "  lưu ý:", note)
	}
	if len(p.Unused) > 0 {
		fmt.Fprintln(j.out, "  không đọc:", strings.Join(p.Unused, ", "))
	}
	if p.AskDays != "" {
		fmt.Fprintln(j.out, "  "+p.AskDays+" Hãy ghi --days ngay (ngày trước) hoặc --days thang (tháng trước).")
	}
	if p.Blocked != "" {
		fmt.Fprintln(j.out, "  không nhập được:", p.Blocked)
	}
	if p.Assignments > 0 {
		fmt.Fprintf(j.out, "  còn %d phân công đang có hiệu lực ở các đơn vị kết thúc\n", p.Assignments)
	}
	shown := 0
	for _, l := range p.Lines {
		if l.Class != exchange.ClassError && (l.Class != exchange.ClassUnclear || l.Decision != "") {
			continue
		}
		if shown++; shown <= mostShown {
			sheet := ""
			if l.Sheet != "" {
				sheet = "trang " + l.Sheet + ", "
			}
			fmt.Fprintf(j.out, "  %sdòng %d, %s: %s\n", sheet, l.Row, l.Name, l.Reason)
		}
	}
	if shown > mostShown {
		fmt.Fprintf(j.out, "  … và %d dòng nữa\n", shown-mostShown)
	}
	if p.Repeated != "" {
		fmt.Fprintln(j.out, p.Repeated)
	}
}

func listImports(j job) error {
	return j.read(func(tx *store.Tx) error {
		list, err := exchange.Batches(tx)
		for _, b := range list {
			state := "đang có hiệu lực"
			if b.UndoneAt != "" {
				state = "đã hoàn tác"
			}
			fmt.Fprintf(j.out, "%s  %s  %s  tính đến %s  %d dòng  %s\n", b.ID, b.KindWord, b.FileName, b.AsOf.Show(), b.RowCount, state)
		}
		return err
	})
}

// read runs fn on the open folder.
func (j job) read(fn func(*store.Tx) error) error {
	d, err := j.open()
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Store().Read(context.Background(), as("cli.read"), fn)
}

func undoImport(j job) error {
	d, err := j.open()
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Store().Write(context.Background(), as("cli.undo"), func(tx *store.Tx) error {
		id := ""
		if len(j.words) > 0 {
			id = j.words[0]
		} else {
			list, err := exchange.Batches(tx)
			if err != nil {
				return err
			}
			for _, b := range list {
				if b.UndoneAt == "" {
					id = b.ID
					break
				}
			}
			if id == "" {
				return fault.NotFound("Không có lần nhập nào để hoàn tác.")
			}
		}
		r, err := exchange.Undo(tx, id)
		if err != nil {
			return err
		}
		fmt.Fprintf(j.out, "Đã hoàn tác “%s”: trả lại %d, giữ %d.\n", r.Batch.FileName, r.Restored, len(r.Kept))
		for _, kept := range r.Kept {
			fmt.Fprintln(j.out, "  giữ lại", kept)
		}
		return nil
	})
}
