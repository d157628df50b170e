package reports

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
	"caunoi/backend/units"
)

// topicsBack is how long ago, in days, a policy may have been passed on elsewhere to be due here.
const topicsBack = 60

// agenda is what one meeting's sheet is made of.
type agenda struct {
	entry  activities.Entry
	open   []assignments.OpenItem
	last   *activities.Entry
	topics []string
}

var reportP1 = Report{
	Code:        "P1",
	Use:         UseMeetings,
	Name:        "phieu-chuan-bi-hop",
	Title:       "Phiếu chuẩn bị dự họp",
	Description: "Một trang mang theo khi đi họp: việc chờ trả lời, góp ý lần trước, nội dung cần truyền đạt, chỗ ghi tay.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Needs:       NeedMeeting,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Each:        []BatchEach{EachMeeting},
	Signature:   Unsigned,
	Build:       meetingAgenda,
}

// meetingAgenda is P1: the agenda that writes itself, one sheet to carry to a meeting (experience §3.3).
func meetingAgenda(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	a := agenda{}
	var err error
	if a.entry, err = activities.Get(tx, in.MeetingID); err != nil {
		return document.Document{}, err
	}
	if a.entry.DeletedAt != "" {
		return document.Document{}, fault.Conflict("Cuộc họp này đang ở thùng rác; hãy lấy lại hoặc chọn cuộc họp khác.")
	}
	for _, step := range []func(*store.Tx) error{a.readOpen, a.readLast, a.readTopics} {
		if err := step(tx); err != nil {
			return document.Document{}, err
		}
	}
	// First room for handwriting is given up, then the longest lists are cut.
	doc := document.Document{}
	for _, most := range []int{8, 6, 4, 3, 2} {
		if doc, err = typeset.FitOnePage(8, 2, func(rows int) document.Document { return a.page(in, paper, most, rows) }); err != nil {
			return doc, err
		}
		if set, err := typeset.LayOut(doc); err != nil || len(set.Pages) <= 1 {
			return doc, err
		}
	}
	return doc, nil
}

// readOpen gathers what waits at the hosts and at the places they answer for.
func (a *agenda) readOpen(tx *store.Tx) error {
	held, seen := []assignments.HeldPlace{}, map[string]bool{}
	for _, h := range a.entry.Hosts {
		around, err := units.Territories(tx, h.ID, a.entry.Day)
		if err != nil {
			return err
		}
		if h.Tree == units.TreeAdmin {
			around = nil // what an organisation of the place has belongs to its own meetings
		}
		for _, id := range append([]string{h.ID}, around...) {
			if !seen[id] {
				seen[id] = true
				held = append(held, assignments.HeldPlace{TargetID: id, On: a.entry.Day})
			}
		}
	}
	byPlace, err := assignments.OpenAt(tx, held)
	known := map[string]bool{a.entry.ID: true}
	for _, h := range held {
		for _, item := range byPlace[h.TargetID] {
			if item.Code != "nhiem_vu" && item.Code != "cuoc_hop" && !known[item.ID] {
				known[item.ID] = true
				a.open = append(a.open, item)
			}
		}
	}
	return err
}

// readLast finds the meeting held before this one by the first host, of the same kind if there is one.
func (a *agenda) readLast(tx *store.Tx) error {
	if len(a.entry.Hosts) == 0 {
		return nil
	}
	for _, kind := range []activities.Kind{a.entry.Kind, ""} {
		entries, err := activities.Log(
			tx,
			activities.LogFilter{Span: dates.Span{To: a.entry.Day}, UnderID: a.entry.Hosts[0].ID, Kind: kind, Newest: true, Limit: 20},
		)
		if err != nil {
			return err
		}
		for i := range entries {
			e := &entries[i]
			if e.State == activities.Held && slices.ContainsFunc(e.Hosts, func(h units.Ref) bool { return h.ID == a.entry.Hosts[0].ID }) {
				a.last = e
				return nil
			}
		}
	}
	return nil
}

// readTopics lists what this meeting is planned to pass on, then what was passed on elsewhere lately and not here.
func (a *agenda) readTopics(tx *store.Tx) error {
	add := func(topic string) {
		if !slices.Contains(a.topics, topic) {
			a.topics = append(a.topics, topic)
		}
	}
	for _, c := range a.entry.Conveyances {
		add(c.Topic)
	}
	entries, err := activities.Log(
		tx,
		activities.LogFilter{Span: dates.Span{From: a.entry.Day.AddDays(-topicsBack), To: a.entry.Day}, Newest: true},
	)
	if err != nil {
		return err
	}
	here := map[string]bool{}
	for _, e := range entries {
		for _, h := range e.Hosts {
			for _, c := range e.Conveyances {
				here[c.Topic] = here[c.Topic] || slices.ContainsFunc(a.entry.Hosts, func(mine units.Ref) bool { return mine.ID == h.ID })
			}
		}
	}
	for _, e := range entries {
		for _, c := range e.Conveyances {
			if !here[c.Topic] {
				add(c.Topic)
			}
		}
	}
	return nil
}

func (a *agenda) page(in Input, paper Paper, most, rows int) document.Document {
	e := a.entry
	doc := paper.document(in, "PHIẾU CHUẨN BỊ DỰ HỌP", store.LowerFirst(e.KindWord)+", "+oneLineHosts(e))
	doc.Head, doc.Signing = document.Letterhead{}, nil
	doc.Blocks = []document.Block{
		document.Rich(
			document.Run{Text: "Thời gian: ", Bold: true},
			document.Run{Text: document.WhenWords(e.PlannedTime, e.Day, e.Lunar) + ". "},
			document.Run{Text: "Địa điểm: ", Bold: true},
			document.Run{Text: cmp.Or(e.Place, "chưa ghi") + "."},
		),
		document.Rich(document.Run{Text: "Cán bộ dự: ", Bold: true}, document.Run{Text: cmp.Or(listNames(e), "chưa ghi") + "."}),
		document.Head(2, "1", "Việc chờ kết quả, cần thông tin lại"),
		bullets(a.openTexts(), most, "Không có việc nào đang chờ."),
		document.Head(2, "2", "Lần họp trước"),
		bullets(a.lastTexts(), most, "Chưa ghi nhận cuộc họp nào trước đó."),
		document.Head(2, "3", "Nội dung cần truyền đạt"),
		bullets(a.topics, most, "Không có nội dung chờ truyền đạt."),
		document.Head(2, "4", "Ghi tại cuộc họp (không ghi họ tên, địa chỉ của người dân)"),
		document.TableBlock(notes(rows)),
	}
	return doc
}

func (a *agenda) openTexts() []string {
	var out []string
	for _, item := range a.open {
		tail := ""
		if item.Day != "" {
			tail = " (" + item.Day.ShowInPaper() + ")"
		}
		out = append(out, glance(store.UpperFirst(item.Word)+": "+item.Text, tail))
	}
	return out
}

func (a *agenda) lastTexts() []string {
	if a.last == nil {
		return nil
	}
	out := []string{
		"Ngày " + a.last.Day.ShowInPaper() + " (" + document.LunarWords(a.last.Lunar) + "): " + store.LowerFirst(a.last.KindWord) + ".",
	}
	for _, c := range a.last.Contributions {
		tail := ""
		if c.AcceptedWord != "" {
			tail = " – " + store.LowerFirst(c.AcceptedWord)
		}
		out = append(out, glance("Góp ý: "+c.Summary, tail))
	}
	if topics := conveyed(*a.last); topics != "" {
		out = append(out, "Đã truyền đạt: "+topics)
	}
	return out
}

// bullets lists at most so many texts, each cut to what a glance takes in, and tells how many more there are.
func bullets(texts []string, most int, none string) document.Block {
	if len(texts) == 0 {
		return document.Text(none)
	}
	var out []string
	for _, text := range texts[:min(most, len(texts))] {
		out = append(out, glance(text, ""))
	}
	if more := len(texts) - most; more > 0 {
		out = append(out, "Còn "+document.TwoDigits(more)+" nội dung khác, xem trên máy.")
	}
	return document.Dashes(out...)
}

// glance cuts a text between words to what a glance takes in. The tail behind it, a day or what became of it, stays whole.
func glance(text, tail string) string {
	const longest = 160
	if tail != "" {
		text = strings.TrimRight(text, ". ")
	}
	runes, room := []rune(text), longest-len([]rune(tail))
	if len(runes) <= room {
		return text + tail
	}
	text = string(runes[:room-1])
	if at := strings.LastIndexByte(text, ' '); at > len(text)/2 {
		text = text[:at]
	}
	return strings.TrimRight(text, " ,.;:(–") + "…" + tail
}

func listNames(e activities.Entry) string {
	var names []string
	for _, a := range e.Attendances {
		names = append(names, a.OfficerName)
	}
	return document.JoinParts("; ", names...)
}

// notes is room for what is heard at the meeting, row by row as the log takes it.
func notes(rows int) document.Table {
	table := document.Table{
		Columns: []document.Column{{Width: 14, Align: document.AlignCentre}, {Width: 86}, {Width: 30}, {Width: 35}},
		Head:    []document.Row{document.Cells("Mã dòng", "Ý kiến, góp ý, nội dung", "Lĩnh vực", "Trả lời tại chỗ")},
	}
	for i := range rows {
		table.Rows = append(table.Rows, blankRow(4, document.TwoDigits(i+1)))
	}
	return table
}
