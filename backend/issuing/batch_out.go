package issuing

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode"

	"caunoi/backend/document"
	"caunoi/backend/typeset"
)

// onePDF is a batch as one file to print.
type onePDF struct{ file *typeset.Binder }

func (o *onePDF) add(_, label string, doc document.Document, _ time.Time) (int, []string, error) {
	return o.file.Add(doc, label)
}

func (o *onePDF) size() int { return o.file.Size() }

// zipped is a batch as one file for each sheet, packed together.
type zipped struct {
	format typeset.Format
	buffer bytes.Buffer
	pack   *zip.Writer
}

func newZipped(format typeset.Format) *zipped {
	z := &zipped{format: format}
	z.pack = zip.NewWriter(&z.buffer)
	return z
}

func (z *zipped) add(name, _ string, doc document.Document, at time.Time) (int, []string, error) {
	file, err := typeset.Render(doc, at, z.format)
	if err != nil {
		return 0, nil, err
	}
	// The files are packed already; packing them again would only take time.
	entry, err := z.pack.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store, Modified: at})
	if err != nil {
		return 0, nil, err
	}
	_, err = entry.Write(file.Bytes)
	return file.Pages, file.Warnings, err
}

func (z *zipped) size() int { return z.buffer.Len() }

// folderOut hands each file to somebody else to store.
type folderOut struct {
	format typeset.Format
	take   func(name string, content []byte) error
}

func (f folderOut) add(name, _ string, doc document.Document, at time.Time) (int, []string, error) {
	file, err := typeset.Render(doc, at, f.format)
	if err != nil {
		return 0, nil, err
	}
	return file.Pages, file.Warnings, f.take(name, file.Bytes)
}

func (folderOut) size() int { return 0 }

// fileNames gives the files of one folder names that differ, in capitals or not, because Windows does not tell those apart.
type fileNames map[string]bool

// longestLabel keeps a path below the 260 characters of old Windows programs.
const longestLabel = 90

// of names a file by the place first, because that is what a person looks for: "Xã Mẫu - ho-so-dia-ban 2026-06.pdf".
func (f fileNames) of(label, fileName string) string {
	label = safeName(label)
	name := label + " - " + fileName
	for n := 2; f[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s (%d) - %s", label, n, fileName)
	}
	f[strings.ToLower(name)] = true
	return name
}

// safeName takes out of a label what Windows forbids in the name of a file. Vietnamese letters stay. With " - " and the
// paper's name behind it, a label can be no device name and end in no dot.
func safeName(label string) string {
	label = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r) || r == unicode.ReplacementChar:
			return -1
		case strings.ContainsRune(`<>:"/\|?*`, r):
			return '-'
		}
		return r
	}, label)
	if letters := []rune(label); len(letters) > longestLabel {
		label = string(letters[:longestLabel])
	}
	if label = strings.Trim(label, " ."); label == "" {
		return "Khong-ten"
	}
	return label
}
