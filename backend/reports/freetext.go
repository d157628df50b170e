package reports

import (
	"fmt"
	"strings"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// freeText is something a person typed and a paper prints again.
type freeText struct {
	where  string // "kiến nghị số 128/2026": where it can be corrected
	text   string
	reason string // why marked text was kept when it was saved; "" = it was not marked then
}

// freeTexts gathers them while a paper is built. The guard sees them once more before the paper leaves the office: a
// text may be older than the guard, or have been brought in by other ways than the forms.
type freeTexts struct {
	list []freeText
}

// noteFreeText notes a free text of the paper.
func (p Paper) noteFreeText(where, text, reason string) {
	if p.free != nil && strings.TrimSpace(text) != "" {
		p.free.list = append(p.free.list, freeText{where, text, reason})
	}
}

// mostPlaces is how many places a warning names.
const mostPlaces = 5

// found looks at every text. In a paper that leaves the office a marked text without a reason stops the printing, and one with a
// reason is pointed out; in the office's own books a marked text without a reason is pointed out. Both are sentences; "" = nothing.
func (f *freeTexts) found(tx *store.Tx, outgoing bool) (stop, warn string, err error) {
	var stops, warns []string
	seen := map[string]bool{}
	for _, t := range f.list {
		if seen[t.text] || (t.reason != "" && !outgoing) {
			continue
		}
		seen[t.text] = true
		found, err := guard.Check(tx, t.text)
		if err != nil {
			return "", "", err
		}
		if len(found) == 0 {
			continue
		}
		place := fmt.Sprintf("%s: “%s” %s", t.where, found[0].Text, found[0].Sentence)
		if outgoing && t.reason == "" {
			stops = append(stops, place)
		} else {
			warns = append(warns, place)
		}
	}
	if len(stops) > 0 {
		stop = "Văn bản gửi ra ngoài không được có thông tin của người dân. Hãy sửa rồi in lại: " + places(stops) + "."
	}
	if len(warns) > 0 {
		warn = "Có nội dung giống thông tin của người dân, hãy xem lại trước khi in: " + places(warns) + "."
	}
	return stop, warn, nil
}

func places(list []string) string {
	if len(list) > mostPlaces {
		list = append(list[:mostPlaces:mostPlaces], fmt.Sprintf("và %d chỗ nữa", len(list)-mostPlaces))
	}
	return strings.Join(list, "; ")
}

// CheckFreeTexts lets the guard look at what persons typed in the paper so far: what the clerk should see before printing.
// Error: fault.CodeConflict in a paper that goes outside with a marked text for which no reason was given.
func (p Paper) CheckFreeTexts(tx *store.Tx, outside bool) ([]string, error) {
	stop, warn, err := p.free.found(tx, outside)
	switch {
	case err != nil:
		return nil, err
	case stop != "":
		return nil, fault.Conflict(stop)
	case warn != "":
		return []string{warn}, nil
	}
	return nil, nil
}
