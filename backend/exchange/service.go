package exchange

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

// Service is the room as the page calls it.
type Service struct {
	gate *access.Gate

	mu   sync.Mutex
	open map[string]opened // by token
}

// opened is a file that was read and waits to be imported. Reading a large workbook takes longer than planning, and
// each decision of the person plans anew.
type opened struct {
	kind  string
	table Table
	hash  string
	book  WorkbookFile // of a workbook, in place of the table
	here  func() bool  // whether the person who read it is still the one at the desk
}

const mostOpen = 4

// New makes the room; it touches no disk.
func New(gate *access.Gate) *Service { return &Service{gate: gate, open: map[string]opened{}} }

// OpenedFile tells how to go on with a file that was read.
type OpenedFile struct {
	Token string `json:"token"`
	Name  string `json:"name"`
	Rows  int    `json:"rows"`
	// AsOf is the day proposed: the first one the file itself names, else today.
	AsOf   dates.Date `json:"asOf"`
	Assign bool       `json:"assign"` // the workbook assigns, so a scheme has to be chosen
}

// Open reads a file the person has handed over under /files/ and keeps it for the preview. kind is units, officers or
// workbook.
func (s *Service) Open(kind, file string) (OpenedFile, error) {
	return access.Read(s.gate, "exchange.Open", func(tx *store.Tx) (OpenedFile, error) {
		columns, known := map[string][]Column{kindUnits: unitColumns, kindOfficers: officerColumns, kindWorkbook: nil}[kind]
		if !known {
			return OpenedFile{}, fault.Invalid("kind", "Hãy chọn loại danh sách: sổ nhiều trang, địa bàn hoặc cán bộ.")
		}
		given, ok := s.gate.Files().Get(file)
		if !ok {
			return OpenedFile{}, fault.NotFound("Tệp đã chọn không còn trong bộ nhớ. Hãy chọn lại tệp.")
		}
		name := filepath.Base(strings.ReplaceAll(store.CleanLine(given.Name), `\`, "/"))
		if kind == kindWorkbook {
			book, err := ReadWorkbook(name, given.Content)
			if err != nil {
				return OpenedFile{}, err
			}
			return OpenedFile{
				Token:  s.keep(opened{kind: kind, book: book}),
				Name:   name,
				Rows:   book.rows(),
				AsOf:   book.FirstDay(tx.Today, ""),
				Assign: book.has(kindLines),
			}, nil
		}
		table, err := ReadTable(name, given.Content, columns)
		if err != nil {
			return OpenedFile{}, err
		}
		return OpenedFile{
			Token: s.keep(opened{kind: kind, table: table, hash: hashOf(given.Content)}),
			Name:  name,
			Rows:  len(table.Rows),
			AsOf:  tx.Today,
		}, nil
	})
}

func (s *Service) keep(o opened) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for token, earlier := range s.open { // the page works on one file at a time; older ones only take memory
		if len(s.open) >= mostOpen || !earlier.here() {
			delete(s.open, token)
		}
	}
	token := store.Secret()
	o.here = s.gate.SamePerson()
	s.open[token] = o
	return token
}

func (s *Service) find(token, kind string) (opened, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	o, ok := s.open[token]
	if !ok || o.kind != kind || !o.here() {
		return opened{}, fault.NotFound("Tệp đã chọn không còn trong bộ nhớ. Hãy chọn lại tệp.")
	}
	return o, nil
}

// LineFilter chooses the lines of a preview that are shown.
type LineFilter struct {
	Class  Class  `json:"class"` // "" = all
	Search string `json:"search"`
	Offset int    `json:"offset"`
	Limit  int    `json:"limit"`
}

const mostLines = 500

// PreviewPage is a preview with the lines asked for; Total counts the lines of the filter.
type PreviewPage struct {
	Preview Preview `json:"preview"`
	Total   int     `json:"total"`
}

func (f LineFilter) apply(p Preview) PreviewPage {
	limit := f.Limit
	if limit <= 0 || limit > mostLines {
		limit = mostLines
	}
	out := PreviewPage{Preview: p}
	out.Preview.Lines, out.Total = pick(p.Lines, f.Class, f.Search, max(0, f.Offset), limit)
	return out
}

// PreviewUnits says row by row what importing an opened list of units would do.
func (s *Service) PreviewUnits(token string, o UnitOptions, show LineFilter) (PreviewPage, error) {
	return previewOf(s.gate, "exchange.PreviewUnits", show, func(tx *store.Tx) (Preview, error) {
		f, err := s.find(token, kindUnits)
		if err != nil {
			return Preview{}, err
		}
		return TryUnits(tx, UnitFile{f.table, f.hash}, o)
	})
}

// ImportUnits carries the import out, all of it or nothing.
func (s *Service) ImportUnits(token string, o UnitOptions) (Batch, error) {
	return access.Write(s.gate, "exchange.ImportUnits", func(tx *store.Tx) (Batch, error) {
		f, err := s.find(token, kindUnits)
		if err != nil {
			return Batch{}, err
		}
		return ImportUnits(tx, UnitFile{f.table, f.hash}, o)
	})
}

// PreviewOfficers says row by row what importing an opened list of officers would do.
func (s *Service) PreviewOfficers(token string, o OfficerOptions, show LineFilter) (PreviewPage, error) {
	return access.Read(s.gate, "exchange.PreviewOfficers", func(tx *store.Tx) (PreviewPage, error) {
		f, err := s.find(token, kindOfficers)
		if err != nil {
			return PreviewPage{}, err
		}
		p, err := PlanOfficers(tx, OfficerFile{f.table, f.hash}, o)
		return show.apply(p), err
	})
}

// ImportOfficers carries the import out, all of it or nothing.
func (s *Service) ImportOfficers(token string, o OfficerOptions) (Batch, error) {
	return access.Write(s.gate, "exchange.ImportOfficers", func(tx *store.Tx) (Batch, error) {
		f, err := s.find(token, kindOfficers)
		if err != nil {
			return Batch{}, err
		}
		return ImportOfficers(tx, OfficerFile{f.table, f.hash}, o)
	})
}

// PreviewWorkbook says row by row what importing an opened workbook would do. It does the import and throws it away, which
// is the surest way to know.
func (s *Service) PreviewWorkbook(token string, o WorkbookOptions, show LineFilter) (PreviewPage, error) {
	return previewOf(s.gate, "exchange.PreviewWorkbook", show, func(tx *store.Tx) (Preview, error) {
		f, err := s.find(token, kindWorkbook)
		if err != nil {
			return Preview{}, err
		}
		return TryWorkbook(tx, f.book, o)
	})
}

// previewOf runs an import for its preview and throws away what it wrote.
func previewOf(gate *access.Gate, method string, show LineFilter, try func(*store.Tx) (Preview, error)) (PreviewPage, error) {
	var p Preview
	_, err := access.Write(gate, method, func(tx *store.Tx) (done bool, err error) {
		if p, err = try(tx); err != nil {
			return false, err
		}
		return true, errTried
	})
	if err != nil && !errors.Is(err, errTried) {
		return PreviewPage{}, err
	}
	return show.apply(p), nil
}

// ImportWorkbook carries the import of every list out, all of it or nothing.
func (s *Service) ImportWorkbook(token string, o WorkbookOptions) (Batch, error) {
	return access.Write(s.gate, "exchange.ImportWorkbook", func(tx *store.Tx) (Batch, error) {
		f, err := s.find(token, kindWorkbook)
		if err != nil {
			return Batch{}, err
		}
		return ImportWorkbook(tx, f.book, o)
	})
}

// Match says whom or which place pasted words mean.
func (s *Service) Match(q MatchQuery) ([]Match, error) {
	return access.Read(s.gate, "exchange.Match", func(tx *store.Tx) ([]Match, error) { return MatchWords(tx, q) })
}

// Batches lists the imports, the newest first.
func (s *Service) Batches() ([]Batch, error) {
	return access.Read(s.gate, "exchange.Batches", Batches)
}

// Undo takes an import back; what was edited or used since stays and is named.
func (s *Service) Undo(batchID string) (UndoResult, error) {
	return access.Write(s.gate, "exchange.Undo", func(tx *store.Tx) (UndoResult, error) { return Undo(tx, batchID) })
}

// Produced is a file ready to be fetched under /files/<token>.
type Produced struct {
	Token string `json:"token"`
	Name  string `json:"name"`
}

// Template makes the empty workbook to fill in for an import.
func (s *Service) Template(kind string) (Produced, error) {
	return access.Read(s.gate, "exchange.Template", func(*store.Tx) (Produced, error) {
		name, content, err := Template(kind)
		if err != nil {
			return Produced{}, err
		}
		return Produced{s.gate.Files().Put(name, xlsxType, content), name}, nil
	})
}

// Export writes a list as a workbook. The trail keeps which list left the office.
func (s *Service) Export(in Sheet) (Produced, error) {
	return access.Write(s.gate, "exchange.Export", func(tx *store.Tx) (Produced, error) {
		if err := guardSheet(tx, in); err != nil {
			return Produced{}, err
		}
		tx.Audit("", fmt.Sprintf("Xuất danh sách “%s”: %d dòng.%s", store.CleanLine(in.Title), len(in.Rows), guard.Kept(in.GuardReason)))
		content, err := WriteSheet(in)
		if err != nil {
			return Produced{}, err
		}
		name := fmt.Sprintf("%s-%s.xlsx", fileName(in.Title), strings.ReplaceAll(string(tx.Today), "-", ""))
		return Produced{s.gate.Files().Put(name, xlsxType, content), name}, nil
	})
}

// Print sets a list as pages: letterhead, the list's title, what it is narrowed to, and its rows as they stand on the screen. The
// trail keeps which list was printed. The data are read in one transaction; the pages are drawn after it has ended.
func (s *Service) Print(in Sheet) (reports.Printed, error) {
	const call = "exchange.Print"
	type read struct {
		doc document.Document
		at  *store.Tx
	}
	sessionGoesOn := s.gate.SessionGuard()
	got, err := access.Read(s.gate, call, func(tx *store.Tx) (read, error) {
		if err := guardSheet(tx, in); err != nil {
			return read{}, err
		}
		doc, err := listPaper(tx, in)
		return read{doc, tx}, err
	})
	if err != nil {
		return reports.Printed{}, err
	}
	name := fmt.Sprintf("%s-%s.pdf", fileName(in.Title), strings.ReplaceAll(string(got.at.Today), "-", ""))
	out, err := reports.RenderAndStore(s.gate, sessionGoesOn, call, name, func() (typeset.Rendered, error) {
		return typeset.Render(got.doc, got.at.Now, typeset.FormatPDF)
	})
	if err != nil {
		return reports.Printed{}, err
	}
	return out, access.Do(s.gate, call, func(tx *store.Tx) error {
		tx.Audit("", fmt.Sprintf("In danh sách “%s”: %d dòng.%s", store.CleanLine(in.Title), len(in.Rows), guard.Kept(in.GuardReason)))
		return nil
	})
}

// fileName makes a name every system takes out of a title.
func fileName(title string) string {
	name := strings.ReplaceAll(headingKey(title), " ", "-")
	if name == "" {
		return "danh-sach"
	}
	return name[:min(len(name), 60)]
}
