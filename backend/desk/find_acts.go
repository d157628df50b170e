package desk

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/find"
	"caunoi/backend/reports"
	"caunoi/backend/store"
)

// act is something that can be done from the search box, with what it is about: "đi cơ sở quí đức b hôm nay".
type act struct {
	id, name string
	also     []string // other ways to say it
	needs    string   // method the person must be allowed to call
	kinds    []string // of what record it can be about
	must     bool     // it must be about one
	day      bool     // it takes a day
	periods  []dates.PeriodKind
	ahead    bool // its period may be still to come
	kind     string
	path     func(about) string
}

// about is what was typed behind an act.
type about struct {
	record find.Hit // zero = nothing
	day    dates.Date
	period dates.Period
}

func (a about) param(name string) string {
	switch name {
	case "ky":
		return string(a.period)
	case "ngay":
		return string(a.day)
	case "id":
		return a.record.ID
	}
	return a.record.Name
}

// address writes a path with those of the parameters that say something; "don-vi=id" takes the record's key for don-vi.
func address(path string, a about, params ...string) string {
	values := url.Values{}
	for _, p := range params {
		name, what, _ := strings.Cut(p, "=")
		value := a.param(what)
		if fixed, is := strings.CutPrefix(what, ":"); is {
			value = fixed
		}
		if value != "" {
			values.Set(name, value)
		}
	}
	if len(values) == 0 {
		return path
	}
	return path + "?" + values.Encode()
}

// to opens one fixed address with these parameters.
func to(path string, params ...string) func(about) string {
	return func(a about) string { return address(path, a, params...) }
}

var (
	places  = []string{FoundPlace, FoundParty}
	monthly = []dates.PeriodKind{dates.Month}
)

// acts are what can be done, besides those of every kind of meeting and every report, which follow from their own lists.
var acts = []act{
	{
		id:    "don-doc",
		name:  "Đôn đốc cơ quan trả lời",
		also:  []string{"đôn đốc"},
		needs: "matters.Chase",
		kinds: []string{FoundBody},
		must:  true,
		path:  to("/kien-nghi", "don-doc=id"),
	},
	{id: "kien-nghi", name: "Ghi kiến nghị", also: []string{"kiến nghị mới", "thêm kiến nghị"}, needs: "matters.Record",
		path: to("/kien-nghi", "mo=:moi")},
	{
		id:    "quyet-dinh",
		name:  "Lập quyết định phân công",
		also:  []string{"quyết định mới", "phân công mới"},
		needs: "assignments.SaveDecision",
		path:  to("/phan-cong/quyet-dinh/moi"),
	},
	{id: "ban-giao", name: "Bàn giao địa bàn của cán bộ", also: []string{"bàn giao"}, needs: "assignments.ApplyHandover",
		kinds: []string{FoundOfficer}, must: true,
		path: func(a about) string { return "/phan-cong/ban-giao/" + a.record.ID }},
	{id: "phien-hop", name: "Lập phiên họp", also: []string{"phiên họp mới"}, needs: "sessions.Save", path: to("/phien-hop/moi")},
	{id: "luoi", name: "Nhập lưới tháng", also: []string{"lưới tháng", "lưới"}, needs: "activities.MonthGrid", periods: monthly,
		path: to("/nhat-ky/luoi", "ky=ky")},
	{
		id:      "lich",
		name:    "Đăng ký lịch tháng",
		also:    []string{"đăng ký lịch", "lịch tháng"},
		needs:   "activities.Schedule",
		periods: monthly,
		ahead:   true,
		path:    to("/lich/dang-ky", "ky=ky"),
	},
	{id: "nhat-ky", name: "Xem nhật ký", also: []string{"nhật ký"}, needs: "activities.Log", periods: monthly,
		kinds: append(slices.Clone(places), FoundOfficer),
		path: func(a about) string {
			if a.record.Kind == FoundOfficer {
				return address("/nhat-ky", a, "ky=ky", "can-bo=id", "ten-can-bo=name")
			}
			return address("/nhat-ky", a, "ky=ky", "don-vi=id", "ten-don-vi=name")
		}},
}

// otherWords are how people call kinds of meetings besides their word.
var otherWords = map[activities.Kind][]string{
	activities.CellRegular:  {"họp chi bộ", "sinh hoạt chi bộ"},
	activities.CellThematic: {"chuyên đề", "sinh hoạt chuyên đề"},
	activities.Committee:    {"họp đảng ủy", "họp ban chấp hành"},
	activities.Group:        {"họp tổ"},
	activities.Visit:        {"xuống cơ sở"},
	activities.Other:        {"ghi cuộc họp", "cuộc họp mới"},
}

// everyAct is the table with what the rooms add to it.
var everyAct = func() []act {
	all := slices.Clone(acts)
	for _, k := range activities.Kinds {
		all = append(
			all,
			act{id: "ghi-" + k.Code, name: "Ghi: " + k.Word, also: append([]string{k.Word}, otherWords[activities.Kind(k.Code)]...),
				needs: "activities.SaveMeeting", kinds: places, day: true,
				path: to("/nhat-ky", "mo=:moi", "ghi-loai=:"+k.Code, "ghi-noi=id", "ghi-ten=name", "ghi-ngay=ngay")},
		)
	}
	for _, r := range reports.Catalog {
		all = append(all, reportAct(r))
	}
	for i := range all {
		all[i].kind = cmp.Or(all[i].kind, FoundAct)
	}
	return all
}()

func reportAct(r reports.Report) act {
	a := act{
		id:      r.Code,
		name:    r.Title,
		also:    []string{r.Code, r.Code + " " + r.Title},
		needs:   "reports.Preview",
		kind:    FoundReport,
		periods: r.Periods,
	}
	params := []string{"ky=ky"}
	for _, takes := range r.Takes {
		switch takes {
		case reports.ChooseUnit:
			a.kinds = append(a.kinds, places...)
		case reports.ChooseOfficer:
			a.kinds = append(a.kinds, FoundOfficer)
		case reports.ChooseBody:
			a.kinds = append(a.kinds, FoundBody)
		}
	}
	a.path = func(about about) string {
		params := slices.Clone(params)
		switch about.record.Kind {
		case FoundPlace, FoundParty:
			params = append(params, "don-vi=id", "ten-don-vi=name")
		case FoundOfficer:
			params = append(params, "can-bo=id", "ten-can-bo=name")
		case FoundBody:
			params = append(params, "co-quan=id", "ten-co-quan=name")
		}
		return address("/bao-cao/"+r.Name, about, params...)
	}
	return a
}

func possibleActs(may func(action string) bool) (list []act) {
	for _, a := range everyAct {
		if may(a.needs) {
			list = append(list, a)
		}
	}
	return list
}

// actEntries are the acts as things to be found by their words alone.
func actEntries(list []act) (entries []find.Entry) {
	for i, a := range list {
		if a.must {
			continue // it begins with what it is about
		}
		e := find.Entry{Kind: a.kind, ID: a.id, Name: a.name, Path: a.path(about{}), Rank: rankOf(a.kind, i)}
		if a.kind == FoundReport {
			e.Note = a.id
		}
		for _, other := range a.also {
			word := "còn gọi là"
			if a.kind == FoundReport {
				word = "" // its code stands in the note
			}
			e.Also = append(e.Also, find.Alias{Text: other, Word: word})
		}
		entries = append(entries, e)
	}
	return entries
}

// mostFilled is how many records one act is offered for when the text fits several equally well.
const mostFilled = 3

// fillActs understands an act with what it is about: a record, a day, a period, in any order behind it. Nothing is guessed: an
// act is offered only when every word is understood.
func fillActs(today dates.Date, ix *find.Index, list []act, text string) []Found {
	out := []Found{}
	for _, a := range list {
		rest, is := behind(a, text)
		if !is || rest == "" {
			continue
		}
		given := about{}
		if a.day {
			rest, given.day = cutDay(rest, today)
		}
		if len(a.periods) > 0 {
			rest, given.period = cutPeriod(rest, today, a.ahead)
			if given.period != "" && !slices.Contains(a.periods, given.period.Kind()) {
				continue
			}
		}
		if rest == "" {
			if !a.must {
				out = append(out, a.line(ix, given, text))
			}
			continue
		}
		hits := find.Mix(mostFilled, ix.Best(rest, func(e find.Entry) bool { return slices.Contains(a.kinds, e.Kind) && !e.Gone }))
		for _, h := range hits {
			if h.Fit > hits[0].Fit {
				break
			}
			given.record = h
			out = append(out, a.line(ix, given, text))
		}
	}
	return out[:min(len(out), foundLines/2)]
}

// behind is the text behind the words of an act, the longest that fit.
func behind(a act, text string) (rest string, is bool) {
	for _, phrase := range append([]string{a.name}, a.also...) {
		if r, fits := find.After(text, phrase); fits && (!is || len(r) < len(rest)) {
			rest, is = r, true
		}
	}
	return rest, is
}

func (a act) line(ix *find.Index, given about, typed string) Found {
	f := Found{Kind: a.kind, ID: a.id + " " + given.record.ID, Text: a.name, Path: a.path(given)}
	notes := []string{}
	if given.record.ID != "" {
		f.Text += " – " + given.record.Name
		notes = append(notes, ix.Places(given.record.Entry)...)
	}
	if given.day != dates.None {
		notes = append(notes, given.day.WeekdayShort()+" "+given.day.Show())
	}
	if given.period != "" {
		notes = append(notes, given.period.Label())
	}
	f.Note = strings.Join(notes, ", ")
	marks, _ := find.Marks(typed, given.record.ByLetters(), f.Text, f.Note)
	f.TextMarks, f.NoteMarks = marks[0], marks[1]
	return f
}

// daysSaid are days by their words, counted from today.
var daysSaid = map[string]int{"hom nay": 0, "nay": 0, "hom qua": -1, "hom kia": -2, "ngay mai": 1, "mai": 1, "ngay kia": 2}

var weekdaysSaid = map[string]int{"thu hai": 0, "thu ba": 1, "thu tu": 2, "thu nam": 3, "thu sau": 4, "thu bay": 5, "chu nhat": 6,
	"thu 2": 0, "thu 3": 1, "thu 4": 2, "thu 5": 3, "thu 6": 4, "thu 7": 5}

// cutDay takes a day off the end of a text: "hôm nay", "thứ 5" of this week, "24/11", "ngày 24 tháng 11". A number alone is no
// day: it is that of a group.
func cutDay(text string, today dates.Date) (rest string, day dates.Date) {
	return cutEnd(text, func(end string) dates.Date {
		if n, said := daysSaid[end]; said {
			return today.AddDays(n)
		}
		if n, said := weekdaysSaid[strings.TrimPrefix(end, "ngay ")]; said {
			return today.WeekStart().AddDays(n)
		}
		if !strings.ContainsAny(end, "/.") && !strings.Contains(end, "thang") {
			return dates.None
		}
		day, err := dates.ParseTyped(strings.TrimPrefix(end, "ngay "), today)
		if err != nil {
			return dates.None
		}
		return day
	})
}

// cutPeriod takes a period off the end of a text: "tháng 11", "tháng trước", "quý 3", "năm 2026". Without a year it is the last
// one that has begun, or with ahead that of this year.
func cutPeriod(text string, today dates.Date, ahead bool) (rest string, period dates.Period) {
	return cutEnd(text, func(end string) dates.Period {
		month := dates.PeriodOf(dates.Month, today)
		switch end {
		case "thang nay":
			return month
		case "thang truoc":
			return month.Previous()
		case "thang sau":
			return month.Next()
		case "quy nay":
			return dates.PeriodOf(dates.Quarter, today)
		case "quy truoc":
			return dates.PeriodOf(dates.Quarter, today).Previous()
		case "nam nay":
			return dates.PeriodOf(dates.Year, today)
		case "nam truoc", "nam ngoai":
			return dates.PeriodOf(dates.Year, today).Previous()
		}
		if p, err := dates.ParsePeriod(end); err == nil && strings.ContainsAny(end, " /.") {
			return p
		}
		p, err := dates.ParsePeriod(fmt.Sprintf("%s nam %d", end, today.Year()))
		if err != nil {
			return ""
		}
		if !ahead && p.Span().From > today {
			p = p.SamePeriodLastYear()
		}
		return p
	})
}

// cutEnd takes the longest understood end off a text.
func cutEnd[T ~string](text string, understand func(folded string) T) (rest string, value T) {
	fields := strings.Fields(text)
	for from := range fields {
		if value := understand(store.Fold(strings.Join(fields[from:], " "))); value != "" {
			return strings.Join(fields[:from], " "), value
		}
	}
	return text, ""
}
