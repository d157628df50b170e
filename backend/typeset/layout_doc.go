package typeset

import (
	"strings"

	"caunoi/backend/document"
)

// pageHeight is the height of the text block in mm.
func (l *Layout) pageHeight() float64 {
	if l.landscape {
		return 165
	}
	return 257
}

// part opens a part of the paper with page numbers of its own.
func (l *Layout) part(landscape bool) {
	l.landscape, l.number, l.w = landscape, 0, 165
	if landscape {
		l.w = 257
	}
}

// LayOut lays out a whole paper. The same document always gives the same pages.
func LayOut(doc document.Document) (*Layout, error) {
	if err := doc.Validate(); err != nil {
		return nil, err
	}
	l := &Layout{Profile: doc.Profile.Filled(), lost: &losses{}}
	l.part(doc.Landscape)
	chunks := l.letterhead(doc)
	chunks = append(chunks, l.title(doc)...)
	chunks = append(chunks, l.address(doc.Address)...)
	opening := len(chunks)
	chunks = append(chunks, l.setTexts(l.bases(doc))...)
	chunks = append(chunks, l.blocks(doc.Blocks, doc.Signing, doc.Signing != nil)...)
	chunks = append(chunks, l.copied(doc.Copy)...)
	if opening > 0 && opening < len(chunks) {
		chunks[opening].before = 0 // the title's own gap is enough
	}
	if len(chunks) > 0 || len(doc.Annexes) == 0 { // a list that goes with somebody else's paper has annexes only
		l.flow(chunks)
	}
	l.contact(doc.Contact)
	l.marks(doc)
	l.proof(doc.Proof)
	for _, annex := range doc.Annexes {
		l.annex(annex)
	}
	return l, l.err
}

// annex sets a phụ lục: label, title, the bracket line and the mark, then its blocks.
func (l *Layout) annex(a document.Annex) {
	l.part(a.Landscape)
	var chunks []chunk
	longest := 0.0
	add := func(text string, style FontStyle) {
		for _, line := range balance(l.clean(text), style, l.w-35, 14) {
			longest = line.w
			chunks = append(chunks, l.centredChunk(line, 6, 14, 0, RoleAnnex))
		}
	}
	title := a.Title
	if !l.Profile.IsParty() {
		title = strings.ToUpper(l.clean(title))
	}
	add(a.Label, Bold)
	add(title, Bold)
	chunks = headed(chunks, rankAnnex, document.JoinParts(": ", CleanText(a.Label), CleanText(a.Title)))
	add(a.Note, Italic)
	if len(chunks) > 0 {
		if l.Profile.IsParty() {
			chunks = append(chunks, l.centredChunk(oneLine("-----", Bold, 14), 6, 14, 0, RoleDashes), chunk{h: 3, keep: true})
		} else {
			chunks = append(chunks, l.titleEnd(longest)...)
		}
	}
	opening := len(chunks)
	chunks = append(chunks, l.blocks(a.Blocks, a.Signing, false)...)
	if opening > 0 && opening < len(chunks) {
		chunks[opening].before = 0
	}
	l.flow(chunks)
}
