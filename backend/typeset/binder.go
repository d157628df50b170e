package typeset

import (
	"fmt"
	"time"

	"caunoi/backend/document"
)

// Binder puts papers one after another into one PDF to print.
type Binder struct {
	file       *pdfFile
	frontSides bool // each paper begins on a front side
	items      int  // drawn so far
}

// NewBinder begins a file; at is the moment written into it.
func NewBinder(title string, at time.Time, frontSides bool) *Binder {
	return &Binder{file: newPDFFile(title, "", at), frontSides: frontSides}
}

// Add sets a paper behind those that are there and gives its pages and what could not be printed as written. A paper the
// rules forbid gives a fault and leaves the file as it was.
func (b *Binder) Add(doc document.Document) (pages int, warnings []string, err error) {
	l, err := LayOut(doc)
	if err != nil {
		return 0, nil, err
	}
	// A paper that ended on a front side gets an empty back, of its own size.
	if b.frontSides && b.file.pages%2 == 1 {
		blank := *l.Pages[0]
		b.file.add([]*Page{{Width: blank.Width, Height: blank.Height}})
	}
	b.file.add(l.Pages)
	for _, pg := range l.Pages {
		b.items += len(pg.Texts) + len(pg.Rules)
	}
	return len(l.Pages), append(append([]string{}, doc.Notices...), l.lost.warnings()...), nil
}

// Size is how many bytes the file takes so far, about.
func (b *Binder) Size() int { return 40 * b.items }

// Bytes writes the file; a panic of the library is an error.
func (b *Binder) Bytes() (out []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			out, err = nil, fmt.Errorf("write pdf: panic with a %T", cause)
		}
	}()
	return b.file.bytes()
}
