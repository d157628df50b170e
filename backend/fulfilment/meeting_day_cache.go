package fulfilment

import (
	"strings"
	"sync"

	"gorm.io/gorm"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// meetingDayCache keeps the meetings of days in memory between one question and the next: reading a year of a province from
// the file takes some seconds, counting it a fraction of one. A day is believed only while its row of meeting_stamp, read
// in the same transaction as everything else, is the one it was read under; see migration 0011. So what another window or
// the command line writes is seen at once, and a day nobody changed is never read twice.
type meetingDayCache struct {
	mu       sync.Mutex
	days     map[string]*cachedDay
	meetings int // in all days
	units    keyNumbers
	officers keyNumbers
}

// maxCachedMeetings bounds the meetings in memory, two years of a province: at about ninety bytes each, less than 40 MB.
const maxCachedMeetings = 400_000

// cachedDay is one day. Nothing in it changes after it was read; a changed day is read into a new one.
type cachedDay struct {
	stamp    int64
	day      int32
	meetings []cachedMeeting
	hosts    []hostRef
	marks    []attendanceMark
}

// cachedMeeting is one meeting. Its attendance marks are those of the day up to marksEnd, from where the meeting before
// ends.
type cachedMeeting struct {
	id       string
	planned  int32 // day first planned for, else the day
	marksEnd int32
	kind     uint8 // place in Kinds
	state    uint8 // place in States
}

// hostRef is one host of one meeting: the meeting's place in its day, the unit's number.
type hostRef struct{ meeting, unit int32 }

// attendanceMark is what became of one officer at a meeting.
type attendanceMark struct {
	officer int32
	result  uint8 // place in Results
}

// keyNumbers numbers keys in the order they are first met.
type keyNumbers struct {
	byKey map[string]int32
	keys  []string
}

func (n *keyNumbers) numberOf(id string) int32 {
	i, known := n.byKey[id]
	if !known {
		if n.byKey == nil {
			n.byKey = map[string]int32{}
		}
		id = strings.Clone(id) // it is a piece of a text of many megabytes
		i = int32(len(n.keys))
		n.byKey[id] = i
		n.keys = append(n.keys, id)
	}
	return i
}

func meetingDays(tx *store.Tx) *meetingDayCache {
	return store.Cached(tx, "fulfilment.meetings", func() *meetingDayCache { return &meetingDayCache{days: map[string]*cachedDay{}} })
}

// ReadMeetings reads the meetings of a span into memory, so that the first question about it need not wait for the file.
func ReadMeetings(tx *store.Tx, span dates.Span) error {
	_, err := meetingDays(tx).daysBetween(tx, string(span.From), string(span.To))
	return err
}

// cachedSpan is what one question looks at: the days of its span.
type cachedSpan struct {
	days            []*cachedDay // in order
	units, officers []string     // by the numbers used in days
}

// daysBetween gives the days of a span, both as dates, the end exclusive, and reads those that are new or have changed.
func (a *meetingDayCache) daysBetween(tx *store.Tx, from, to string) (cachedSpan, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	var stamps []struct {
		Day   string
		Stamp int64
	}
	if err := tx.Raw("SELECT day, stamp FROM meeting_stamp WHERE day >= ? AND day < ? ORDER BY day", from, to).
		Scan(&stamps).
		Error; err != nil {
		return cachedSpan{}, err
	}
	held := func(i int) bool {
		p := a.days[stamps[i].Day]
		return p != nil && p.stamp == stamps[i].Stamp
	}
	out := cachedSpan{}
	for i := 0; i < len(stamps); i++ {
		if held(i) {
			out.days = append(out.days, a.days[stamps[i].Day])
			continue
		}
		last := i // neighbours are read together
		for last+1 < len(stamps) && !held(last+1) {
			last++
		}
		d := newDayDecoder(a)
		for ; i <= last; i++ {
			p := d.day(stamps[i].Day)
			p.stamp = stamps[i].Stamp
			out.days = append(out.days, p)
		}
		i--
		if err := d.readRows(tx.Raw(recordsByDay, d.first, d.last)); err != nil {
			return cachedSpan{}, err
		}
		for day, p := range d.days {
			a.put(day, p)
		}
	}
	a.evict(from, to)
	out.units, out.officers = a.units.keys, a.officers.keys
	return out, nil
}

func (a *meetingDayCache) put(day string, p *cachedDay) {
	a.drop(day)
	a.days[day] = p
	a.meetings += len(p.meetings)
}

func (a *meetingDayCache) drop(day string) {
	if p := a.days[day]; p != nil {
		a.meetings -= len(p.meetings)
		delete(a.days, day)
	}
}

// evict forgets days when there are too many meetings, days outside the span first.
func (a *meetingDayCache) evict(from, to string) {
	for _, also := range []bool{false, true} {
		for day := range a.days {
			if a.meetings <= maxCachedMeetings {
				return
			}
			if inside := day >= from && day < to; inside == also {
				a.drop(day)
			}
		}
	}
}

// dayDecoder turns the rows of recordsByDay or recordsByHost into days.
type dayDecoder struct {
	cache       *meetingDayCache
	days        map[string]*cachedDay
	placeOf     map[string]hostRef // place in its day, and of its day, of a meeting by its id
	first, last string
	ordered     []*cachedDay
	numbers     dayNumberMemo
}

func newDayDecoder(a *meetingDayCache) *dayDecoder {
	return &dayDecoder{cache: a, days: map[string]*cachedDay{}, placeOf: map[string]hostRef{}, numbers: dayNumberMemo{}}
}

// day is the day under way, empty at first.
func (d *dayDecoder) day(text string) *cachedDay {
	p := d.days[text]
	if p == nil {
		text = strings.Clone(text)
		p = &cachedDay{day: d.numbers.of(text)}
		d.days[text] = p
		d.ordered = append(d.ordered, p)
		if d.first == "" || text < d.first {
			d.first = text
		}
		d.last = max(d.last, text)
	}
	return p
}

// readRows takes the rows of recordsByDay or recordsByHost.
func (d *dayDecoder) readRows(query *gorm.DB) error {
	before, at := "", hostRef{}
	places := map[*cachedDay]int32{}
	for i, p := range d.ordered {
		places[p] = int32(i)
	}
	err := store.ReadPacked(query, 7, func(f []string) {
		if f[0] != before {
			known := false
			if at, known = d.placeOf[f[0]]; !known {
				p := d.day(f[3])
				place, listed := places[p]
				if !listed {
					place = int32(len(d.ordered) - 1)
					places[p] = place
				}
				at = hostRef{int32(len(p.meetings)), place}
				d.placeOf[f[0]] = at
				d.addMeeting(p, f)
			}
			before = f[0]
		}
		p := d.ordered[at.unit]
		p.hosts = append(p.hosts, hostRef{at.meeting, d.cache.units.numberOf(f[5])})
	})
	for _, p := range d.ordered {
		p.compact()
	}
	return err
}

func (d *dayDecoder) addMeeting(p *cachedDay, f []string) {
	m := cachedMeeting{id: f[0], planned: p.day, kind: kindIndex[activities.Kind(f[1])], state: stateIndex[f[2]]}
	if f[4] != "" {
		m.planned = d.numbers.of(f[4])
	}
	for text := f[6]; text != ""; {
		one, rest, _ := strings.Cut(text, "\x1c")
		officer, result, _ := strings.Cut(one, "\x1d")
		if r, known := resultIndex[result]; known {
			p.marks = append(p.marks, attendanceMark{d.cache.officers.numberOf(officer), r})
		}
		text = rest
	}
	m.marksEnd = int32(len(p.marks))
	p.meetings = append(p.meetings, m)
}

// compact copies the keys of the day into one text of their own, so that the text of many megabytes they were cut from can
// go, and trims the lists.
func (p *cachedDay) compact() {
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
	p.meetings, p.hosts, p.marks = append(
		[]cachedMeeting(nil),
		p.meetings...), append(
		[]hostRef(nil),
		p.hosts...), append(
		[]attendanceMark(nil),
		p.marks...)
}

func indexOfCodes(list []store.Word) map[string]uint8 {
	m := map[string]uint8{}
	for i, w := range list {
		m[w.Code] = uint8(i)
	}
	return m
}

var stateIndex, resultIndex = indexOfCodes(activities.States), indexOfCodes(activities.Results)
