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
	"caunoi/backend/oldfont"
)

// Limits of what a workbook may unpack to. They hold while it is read, part by part and token by token: what lies
// beyond them is never in memory.
const (
	maxUnzipped = 64 << 20  // of all parts together
	maxStrings  = 16 << 20  // of the shared strings
	maxText     = 32 << 20  // of the cells together: a string may stand in a million of them
	maxToken    = 1 << 20   // of an element with the text behind it
	maxElements = 5_000_000 // of all parts that are read
	maxDepth    = 40        // of elements inside each other
	maxItems    = 500_000   // shared strings
	maxParts    = 2_000
	maxTabs     = 255
	maxFormats  = 1 << 16 // Excel itself keeps fewer
)

// workbook is a package that is read by our own hands, only the parts that hold cells, strings and number formats.
type workbook struct {
	name     string
	parts    map[string]*zip.File // by lower-case path
	tabs     []tab
	hidden   []string // tabs a person does not see; they are not read
	strings  []string // shared, brought to the stored form
	formats  formats
	oldFonts []oldfont.Font // of each style
	elements int
	cells    int
	text     int
}

type tab struct{ title, path string }

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

func tooLarge(name, what string) error {
	return fault.Invalid(
		"file",
		fmt.Sprintf("Tệp “%s” %s nên không được đọc. Hãy chỉ giữ lại trang tính cần nhập rồi lưu thành tệp mới.", name, what),
	)
}

// directoryEntry begins each part's line in the directory of a package.
var directoryEntry = []byte("PK\x01\x02")

// openWorkbook looks at the package before anything is unpacked: number and size of the parts, no part twice; then reads
// the lists every sheet rests on.
func openWorkbook(name string, content []byte) (*workbook, error) {
	if bytes.Count(content, directoryEntry) > maxParts { // the library would list them all before it could be asked
		return nil, tooLarge(name, fmt.Sprintf("có hơn %d phần", maxParts))
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, damaged(name, "tệp nén bị cắt hoặc sai")
	}
	w := &workbook{name: name, parts: map[string]*zip.File{}}
	var total uint64
	for _, part := range z.File {
		total += part.UncompressedSize64
		if part.UncompressedSize64 > maxUnzipped || total > maxUnzipped {
			return nil, tooLarge(name, fmt.Sprintf("khi mở ra lớn hơn %d MB", maxUnzipped>>20))
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
	for _, read := range []func() error{w.listTabs, w.readStrings, w.readFormats} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// errToken ends the reading of a part with an element or a text no program writes.
var errToken = errors.New("an element without end")

// tokenLimit refuses what the decoder would have to hold in memory as one piece. A "<" begins a new piece, but not
// inside "<!", where it is plain text.
type tokenLimit struct {
	r       io.Reader
	length  int
	last    [3]byte
	comment bool
}

func (l *tokenLimit) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for _, b := range p[:n] {
		switch {
		case l.comment:
			closed := string(l.last[1:]) == "--" || string(l.last[1:]) == "]]"
			l.comment = b != '>' || !closed
		case b == '!' && l.last[2] == '<':
			l.comment = true
		case b == '<':
			l.length = 0
		}
		if l.length++; l.length > maxToken {
			return 0, errToken
		}
		l.last = [3]byte{l.last[1], l.last[2], b}
	}
	return n, err
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
	d := xml.NewDecoder(&tokenLimit{r: io.LimitReader(r, maxUnzipped+1)})
	depth, seen := 0, false
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && (!seen || depth != 0):
			return damaged(w.name, path.Base(key)+" bị cắt cụt")
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return damaged(w.name, path.Base(key)+" sai cấu trúc")
		}
		switch token.(type) {
		case xml.StartElement:
			depth, seen = depth+1, true
			if w.elements++; w.elements > maxElements {
				return tooLong(w.name)
			}
			if depth > maxDepth {
				return damaged(w.name, path.Base(key)+" sai cấu trúc")
			}
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
