package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"caunoi/backend/fault"
)

// Limits of what a workbook may unpack to. Both are the same for the reading library, so that it never spills a part
// into a file: what is imported would lie unencrypted in the temporary folder after a crash.
const (
	maxUnzipped = 64 << 20
	maxStrings  = 16 << 20 // the shared strings are held in memory as objects, many times their size
	maxItems    = 500_000  // shared strings
	maxParts    = 2_000
)

// workbook is the package opened by our own hands, independent of the reading library.
type workbook struct {
	name   string
	parts  map[string]*zip.File // by lower-case path
	sheets []sheetPart
	items  int // shared strings
}

type sheetPart struct{ title, path string }

func damaged(name, what string) error {
	return fault.Invalid(
		"file",
		fmt.Sprintf(
			"Tệp “%s” bị hỏng (%s), không đọc được đầy đủ nên không nhập dòng nào. Hãy mở bằng Excel, lưu lại thành tệp .xlsx mới rồi nhập.",
			name,
			what,
		),
	)
}

// openWorkbook checks the package before anything is unpacked in full: number and size of the parts, no part twice,
// well-formed lists of sheets and strings.
func openWorkbook(name string, content []byte) (*workbook, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, damaged(name, "tệp nén bị cắt hoặc sai")
	}
	w := &workbook{name: name, parts: map[string]*zip.File{}}
	var total uint64
	for _, part := range z.File {
		total += part.UncompressedSize64
		if part.UncompressedSize64 > maxUnzipped || total > maxUnzipped || len(z.File) > maxParts {
			return nil, fault.Invalid(
				"file",
				fmt.Sprintf(
					"Tệp “%s” khi mở ra lớn hơn %d MB nên không được đọc. Hãy chỉ giữ lại trang tính cần nhập rồi lưu thành tệp mới.",
					name,
					maxUnzipped>>20,
				),
			)
		}
		key := strings.ToLower(strings.ReplaceAll(part.Name, `\`, "/"))
		if w.parts[key] != nil {
			return nil, damaged(name, "một phần bị lặp")
		}
		w.parts[key] = part
	}
	if w.parts["xl/workbook.xml"] == nil {
		return nil, fault.Invalid(
			"file",
			fmt.Sprintf(
				"Tệp “%s” không phải là sổ làm việc Excel (.xlsx). Hãy mở bằng Excel, chọn Lưu thành “Sổ làm việc Excel (*.xlsx)” rồi nhập tệp mới.",
				name,
			),
		)
	}
	if s := w.parts["xl/sharedstrings.xml"]; s != nil && s.UncompressedSize64 > maxStrings {
		return nil, tooLong(name)
	}
	if err := w.listSheets(); err != nil {
		return nil, err
	}
	return w, w.countStrings()
}

// walk reads one part as XML to its very end and hands over every start and end of an element and every text.
func (w *workbook) walk(key string, visit func(xml.Token) error) error {
	part := w.parts[key]
	if part == nil {
		return damaged(w.name, "thiếu "+path.Base(key))
	}
	r, err := part.Open()
	if err != nil {
		return damaged(w.name, path.Base(key))
	}
	defer r.Close()
	d := xml.NewDecoder(io.LimitReader(r, maxUnzipped+1))
	depth, seen := 0, false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if !seen || depth != 0 {
				return damaged(w.name, path.Base(key)+" bị cắt cụt")
			}
			return nil
		}
		if err != nil {
			return damaged(w.name, path.Base(key)+" sai cấu trúc")
		}
		switch token.(type) {
		case xml.StartElement:
			depth, seen = depth+1, true
		case xml.EndElement:
			depth--
		}
		if err := visit(token); err != nil {
			return err
		}
	}
}

func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// listSheets finds the visible worksheets in the order of the tabs.
func (w *workbook) listSheets() error {
	type tab struct{ title, id string }
	var tabs []tab
	err := w.walk("xl/workbook.xml", func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "sheet" {
			if state := attribute(e, "state"); state == "" || state == "visible" {
				tabs = append(tabs, tab{attribute(e, "name"), attribute(e, "id")})
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	targets := map[string]string{}
	err = w.walk("xl/_rels/workbook.xml.rels", func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" && strings.HasSuffix(attribute(e, "Type"), "/worksheet") {
			target := attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = "/xl/" + target
			}
			targets[attribute(e, "Id")] = strings.ToLower(strings.TrimPrefix(path.Clean(target), "/"))
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, t := range tabs {
		if target := targets[t.id]; target != "" {
			w.sheets = append(w.sheets, sheetPart{t.title, target})
		}
	}
	if len(w.sheets) == 0 {
		return damaged(w.name, "không có trang tính nào")
	}
	return nil
}

func (w *workbook) countStrings() error {
	const key = "xl/sharedstrings.xml"
	if w.parts[key] == nil {
		return nil
	}
	return w.walk(key, func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "si" {
			if w.items++; w.items > maxItems {
				return tooLong(w.name)
			}
		}
		return nil
	})
}
