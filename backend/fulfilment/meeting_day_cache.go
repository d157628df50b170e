package fulfilment

import (
	"strings"
	"sync"

	"gorm.io/gorm"

	"caunoi/backend/activities"
	"caunoi/backend/store"
)

// album keeps the meetings of days in memory, as fulfilment needs them, between one question and the next: reading a
// year of a province from the file takes some seconds, counting it a fraction of one. A day is believed only while its
// row of meeting_stamp, read in the same transaction as everything else, is the one it was read under; see migration
// 0011. So what another window or the command line writes is seen at once, and a day nobody changed is never read twice.
type album struct {
	mu       sync.Mutex
	days     map[string]*dayPicture
	meetings int // in all days
	units    names
	officers names
}

// mostKept bounds the meetings in memory, two years of a province: at about ninety bytes each, less than 40 MB.
const mostKept = 400_000

// dayPicture is one day: what is found in it never changes, a changed day is a new picture.
type dayPicture struct {
	stamp    int64
	day      int32
	meetings []pictured
	hostings []hosting
	seen     []sight
}

// pictured is one meeting. Its attendances are those of the day up to seen, from where the meeting before ends.
type pictured struct {
	id      string
	planned int32 // day first planned for, else the day
	seen    int32
	kind    uint8 // place in Kinds
	state   uint8 // place in States
}

// hosting is one host of one meeting of the day.
type hosting struct{ meeting, unit int32 }

// sight is what became of one officer at a meeting.
type sight struct {
	officer int32
	result  uint8 // place in Results
}

// names gives keys a number.
type names struct {
	at  map[string]int32
	ids []string
}

func (n *names) number(id string) int32 {
	i, known := n.at[id]
	if !known {
		if n.at == nil {
			n.at = map[string]int32{}
		}
		id = strings.Clone(id) // it is a piece of a text of many megabytes
		i = int32(len(n.ids))
		n.at[id] = i
		n.ids = append(n.ids, id)
	}
	return i
}

func albumOf(tx *store.Tx) *album {
	return store.Cached(tx, "activities.album", func() *album { return &album{days: map[string]*dayPicture{}} })
}

// pictures is what one question looks at.
type pictures struct {
	days            []*dayPicture // in order
	units, officers []string      // by the numbers used in days
}

// between gives the days of a span, both as dates, the end exclusive, and reads those that are new or have changed.
func (a *album) between(tx *store.Tx, from, to string) (pictures, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	var stamps []struct {
		Day   string
		Stamp int64
	}
	if err := tx.Raw("SELECT day, stamp FROM meeting_stamp WHERE day >= ? AND day < ? ORDER BY day", from, to).
		Scan(&stamps).
		Error; err != nil {
		return pictures{}, err
	}
	held := func(i int) bool {
		p := a.days[stamps[i].Day]
		return p != nil && p.stamp == stamps[i].Stamp
	}
	out := pictures{}
	for i := 0; i < len(stamps); i++ {
		if held(i) {
			out.days = append(out.days, a.days[stamps[i].Day])
			continue
		}
		last := i // neighbours are read together
		for last+1 < len(stamps) && !held(last+1) {
			last++
		}
		d := newDeveloper(a)
		for ; i <= last; i++ {
			p := d.day(stamps[i].Day)
			p.stamp = stamps[i].Stamp
			out.days = append(out.days, p)
		}
		i--
		if err := d.read(tx.Raw(recordsByDay, d.first, d.last)); err != nil {
			return pictures{}, err
		}
		for day, p := range d.days {
			a.put(day, p)
		}
	}
	a.bound(from, to)
	out.units, out.officers = a.units.ids, a.officers.ids
	return out, nil
}

func (a *album) put(day string, p *dayPicture) {
	a.drop(day)
	a.days[day] = p
	a.meetings += len(p.meetings)
}

func (a *album) drop(day string) {
	if p := a.days[day]; p != nil {
		a.meetings -= len(p.meetings)
		delete(a.days, day)
	}
}

// bound forgets days when there are too many, those outside the span first.
func (a *album) bound(from, to string) {
	for _, also := range []bool{false, true} {
		for day := range a.days {
			if a.meetings <= mostKept {
				return
			}
			if inside := day >= from && day < to; inside == also {
				a.drop(day)
			}
		}
	}
}

// developer turns rows into pictures of days.
type developer struct {
	album       *album
	days        map[string]*dayPicture
	at          map[string]hosting // day's picture and place of a meeting, by its id
	first, last string
	list        []*dayPicture
	numbers     dayNumbers
}

func newDeveloper(a *album) *developer {
	return &developer{album: a, days: map[string]*dayPicture{}, at: map[string]hosting{}, numbers: dayNumbers{}}
}

// day is the picture of a day, empty at first.
func (d *developer) day(text string) *dayPicture {
	p := d.days[text]
	if p == nil {
		text = strings.Clone(text)
		p = &dayPicture{day: d.numbers.of(text)}
		d.days[text] = p
		d.list = append(d.list, p)
		if d.first == "" || text < d.first {
			d.first = text
		}
		d.last = max(d.last, text)
	}
	return p
}

// read takes the rows of recordsByDay or recordsByHost.
func (d *developer) read(query *gorm.DB) error {
	before, at := "", hosting{}
	places := map[*dayPicture]int32{}
	for i, p := range d.list {
		places[p] = int32(i)
	}
	err := store.ReadPacked(query, 7, func(f []string) {
		if f[0] != before {
			known := false
			if at, known = d.at[f[0]]; !known {
				p := d.day(f[3])
				place, listed := places[p]
				if !listed {
					place = int32(len(d.list) - 1)
					places[p] = place
				}
				at = hosting{int32(len(p.meetings)), place}
				d.at[f[0]] = at
				d.add(p, f)
			}
			before = f[0]
		}
		p := d.list[at.unit]
		p.hostings = append(p.hostings, hosting{at.meeting, d.album.units.number(f[5])})
	})
	for _, p := range d.list {
		p.settle()
	}
	return err
}

func (d *developer) add(p *dayPicture, f []string) {
	m := pictured{id: f[0], planned: p.day, kind: kindAt[activities.Kind(f[1])], state: stateAt[f[2]]}
	if f[4] != "" {
		m.planned = d.numbers.of(f[4])
	}
	for text := f[6]; text != ""; {
		one, rest, _ := strings.Cut(text, "\x1c")
		officer, result, _ := strings.Cut(one, "\x1d")
		if r, known := resultAt[result]; known {
			p.seen = append(p.seen, sight{d.album.officers.number(officer), r})
		}
		text = rest
	}
	m.seen = int32(len(p.seen))
	p.meetings = append(p.meetings, m)
}

// settle gives the keys of the day a text of their own, so that the text they were read from can go, and lists their
// own length.
func (p *dayPicture) settle() {
	size := 0
	for i := range p.meetings {
		size += len(p.meetings[i].id)
	}
	var b strings.Builder
	b.Grow(size)
	for i := range p.meetings {
		b.WriteString(p.meetings[i].id)
	}
	all := b.String()
	for i := range p.meetings {
		n := len(p.meetings[i].id)
		p.meetings[i].id, all = all[:n], all[n:]
	}
	p.meetings, p.hostings, p.seen = append(
		[]pictured(nil),
		p.meetings...), append(
		[]hosting(nil),
		p.hostings...), append(
		[]sight(nil),
		p.seen...)
}

func places(list []store.Word) map[string]uint8 {
	m := map[string]uint8{}
	for i, w := range list {
		m[w.Code] = uint8(i)
	}
	return m
}

var stateAt, resultAt = places(activities.States), places(activities.Results)
