package typeset

import (
	"math"
	"unicode"
	"unicode/utf8"

	"caunoi/backend/document"
)

// fit is the slack allowed when comparing widths, in mm: less than the PDF's own rounding of coordinates.
const fit = 0.005

// wrap sets frags in lines, the first of width first, the others of width rest. Words bound together stay together
// while they fit; a word longer than a whole line is cut, so that no ink ever leaves its column.
func wrap(frags []frag, first, rest, size float64) []textLine {
	var lines []textLine
	room := first
	for len(frags) > 0 {
		n, w := takeLine(frags, room, size)
		if n == 0 && utf8.RuneCountInString(frags[0].text) < 2 {
			n, w = 1, frags[0].w // a letter or square wider than its column: set all the same, or setting would never end
		}
		if n == 0 {
			head, tail := cutFrag(frags[0], room, size)
			lines = append(lines, textLine{frags: []frag{head}, w: head.w})
			tail.space, tail.brk, tail.hard = false, false, false
			frags[0] = tail
		} else {
			lines = append(lines, textLine{frags: frags[:n:n], w: w})
			frags = frags[n:]
		}
		if len(frags) == 0 || frags[0].hard {
			lines[len(lines)-1].end = true
			room = first
		} else {
			room = rest
		}
	}
	return lines
}

// takeLine counts the frags that make the next line and gives their width; 0 when not even the first one fits.
func takeLine(frags []frag, room, size float64) (int, float64) {
	x := frags[0].w
	if x > room+fit {
		return 0, 0
	}
	lastBreak, breakW, lastSpace, spaceAt := 0, 0.0, 0, 0.0
	for i := 1; i < len(frags); i++ {
		f := frags[i]
		if f.hard {
			return i, x
		}
		if f.brk {
			lastBreak, breakW = i, x
		}
		if f.space {
			lastSpace, spaceAt = i, x
			x += TextWidth(" ", f.style, size)
		}
		if x += f.w; x > room+fit {
			switch {
			case lastBreak > 0:
				return lastBreak, breakW
			case lastSpace > 0: // bound words wider than the line: better parted than outside
				return lastSpace, spaceAt
			}
			return i, x - f.w // pieces of one word in several styles
		}
	}
	return len(frags), x
}

// cutFrag divides a word too long for a line, after a hyphen or slash where one stands in the second half.
func cutFrag(f frag, room, size float64) (head, tail frag) {
	table := loaded[f.style]()
	scale := size * mmPerPt / 1000
	x, at, soft := 0.0, 0, 0
	for i, r := range f.text {
		if r < 1<<16 && table[r] != noGlyph {
			x += float64(table[r]) * scale
		}
		if x > room+fit && i > 0 && !unicode.Is(unicode.Mn, r) {
			break
		}
		at = i + utf8.RuneLen(r)
		if r == '-' || r == '/' {
			soft = at
		}
	}
	if soft > at/2 {
		at = soft
	}
	if at == 0 || at >= len(f.text) {
		_, at = utf8.DecodeRuneInString(f.text)
	}
	head, tail = f, f
	head.text, tail.text = f.text[:at], f.text[at:]
	head.w, tail.w = TextWidth(head.text, f.style, size), TextWidth(tail.text, f.style, size)
	return head, tail
}

// wrapText sets a plain text in one style.
func wrapText(text string, style FontStyle, room, size float64) []textLine {
	return wrap(fragments([]document.Run{{Text: text}}, size, style), room, room, size)
}

// balance sets a text in as few lines as it needs, of nearly equal length: titles and names of bodies.
func balance(text string, style FontStyle, room, size float64) []textLine {
	source := bindCompounds(fragments([]document.Run{{Text: text}}, size, style), room, size)
	try := func(room float64) []textLine {
		return wrap(append([]frag(nil), source...), room, room, size)
	}
	best := try(room)
	if len(best) < 2 || len(best) > 12 {
		return best
	}
	low, high := room/2, room
	for range 12 {
		middle := (low + high) / 2
		if lines := try(middle); len(lines) <= len(best) && unbroken(lines, source) {
			best, high = lines, middle
		} else {
			low = middle
		}
	}
	return best
}

// unbroken tells that no word was cut and nothing bound together was parted to make the lines.
func unbroken(lines []textLine, source []frag) bool {
	count := 0
	for i, line := range lines {
		count += len(line.frags)
		if first := line.frags[0]; i > 0 && !first.brk && !first.hard {
			return false
		}
	}
	return count == len(source)
}

func widest(lines []textLine) float64 {
	w := 0.0
	for _, line := range lines {
		w = math.Max(w, line.w)
	}
	return w
}
