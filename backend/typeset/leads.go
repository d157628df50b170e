package typeset

import "math"

// Lead is a text on a page that opens the records behind it. Lengths in mm from the top left corner of the sheet.
type Lead struct {
	Page  int          `json:"page"`  // the first is 1
	To    string       `json:"to"`    // address inside the program
	Words string       `json:"words"` // the text as printed
	At    [][4]float64 `json:"at"`    // left, top, width, height of each line of it
}

// Place is where a paragraph with a key stands on a page; one over two pages has a place on each. Lengths in mm from the top left
// corner of the sheet.
type Place struct {
	Key  string     `json:"key"`  // of document.Paragraph or document.ListItem
	Page int        `json:"page"` // the first is 1
	At   [4]float64 `json:"at"`   // left, top, width, height
}

// placed notes a line of a paragraph with a key; the lines of one paragraph are one place.
func (pg *Page) placed(key string, x, y, w, h float64) {
	if key == "" {
		return
	}
	if n := len(pg.places) - 1; n >= 0 && pg.places[n].Key == key {
		pg.places[n].At[3] = hundredths(y + h - pg.places[n].At[1])
		return
	}
	pg.places = append(pg.places, Place{Key: key, At: [4]float64{hundredths(x), hundredths(y), hundredths(w), hundredths(h)}})
}

// placesOf lists where the paragraphs with a key stand, in the order of reading; nil for none.
func placesOf(pages []*Page) (all []Place) {
	for n, pg := range pages {
		for _, place := range pg.places {
			place.Page = n + 1
			all = append(all, place)
		}
	}
	return all
}

// Part of the size of a letter above and below its baseline, as the font has them.
const (
	ascent  = 0.9
	descent = 0.22
)

// leadsOf finds what leads somewhere, in the order of reading. A text over several lines is one lead, one over two pages is
// one on each.
func leadsOf(pages []*Page) []Lead {
	var leads []Lead
	for n, pg := range pages {
		var last *DrawnText
		for i := range pg.leads {
			item := &pg.leads[i]
			if item.link == "" {
				last = nil
				continue
			}
			if last == nil || last.link != item.link || last.Cell != item.Cell {
				leads = append(leads, Lead{Page: n + 1, To: item.link})
			}
			leads[len(leads)-1].add(*item, last)
			last = item
		}
	}
	return leads
}

// led notes a word that opens something, and that the one before it has ended.
func (pg *Page) led(item DrawnText) {
	if n := len(pg.leads); item.link != "" || n > 0 && pg.leads[n-1].link != "" {
		pg.leads = append(pg.leads, item)
	}
}

// add joins a piece of text to the lead; last is the piece before it, nil for the first.
func (l *Lead) add(item DrawnText, last *DrawnText) {
	h := item.Size * mmPerPt
	box := [4]float64{hundredths(item.X), hundredths(item.Y - ascent*h), hundredths(item.Width), hundredths((ascent + descent) * h)}
	if l.Words != "" {
		l.Words += " "
	}
	l.Words += plainSpaces(item.Text)
	if n := len(l.At) - 1; n >= 0 && last != nil && last.Y == item.Y {
		l.At[n][2] = hundredths(item.X + item.Width - l.At[n][0])
		return
	}
	l.At = append(l.At, box)
}

func hundredths(mm float64) float64 { return math.Round(mm*100) / 100 }
