package reports

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

var reportR16 = Report{
	Code:        "R16",
	Use:         UseMeetings,
	Name:        "bieu-truyen-dat",
	Title:       "Biểu truyền đạt chủ trương",
	Description: "Văn bản, chủ trương nào đã truyền đạt đến nơi nào, ngày nào, bằng hình thức nào; nơi nào chưa.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Each:        placesAnd(EachOfficer),
	Signature:   SignedAsBook,
	Build:       conveyanceTable,
}

// topic is a policy passed on in the period and the first meeting at which it reached each place: the first time counts, a second
// one adds nothing (story 26).
type topic struct {
	name    string
	reached map[string]activities.Entry // by id of the unit that held the meeting
}

// days are the first and the last day on which the topic reached a new place.
func (t topic) days() (first, last dates.Date) {
	for _, e := range t.reached {
		if first == dates.None || e.Day < first {
			first = e.Day
		}
		last = dates.Later(last, e.Day)
	}
	return first, last
}

// mostAcross is how many policies stand beside each other across a sheet; more go into a further table.
const mostAcross = 7

// conveyanceTable is R16: policies by places (domain.md §3.9), so that an empty cell shows where one has not been passed on.
func conveyanceTable(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	filter := activities.LogFilter{Span: paper.Span, UnderID: in.UnitID, OfficerID: in.OfficerID, State: activities.Held}
	entries, err := activities.Log(tx, filter)
	if err != nil {
		return document.Document{}, err
	}
	doc := paper.Register(in, "BIỂU TRUYỀN ĐẠT CHỦ TRƯƠNG", in.Period.Label()+paper.inScope())
	topics := topicsOf(entries)
	if len(topics) == 0 {
		doc.Blocks = []document.Block{document.TableBlock(topicTable(nil, 0, filter, ""))}
		return doc, nil
	}
	places, err := placesToReach(tx, entries, filter, paper.AsOf)
	if err != nil {
		return document.Document{}, err
	}
	doc.Blocks = []document.Block{
		document.Head(2, "1", "Văn bản, chủ trương đã truyền đạt"),
		document.TableBlock(topicTable(topics, len(places), filter, paper.within)),
		document.Head(2, "2", "Ngày và hình thức truyền đạt ở từng nơi"),
		remark("Mỗi nơi ghi lần truyền đạt đầu tiên trong kỳ; “–” là chưa ghi nhận truyền đạt. " +
			"Bảng gồm những nơi được phân công phụ trách và những nơi có họp trong kỳ."),
	}
	for from := 0; from < len(topics); from += mostAcross {
		doc.Blocks = append(doc.Blocks, document.TableBlock(reachTable(topics, from, places)))
	}
	return doc, nil
}

// topicsOf gathers the policies passed on, in the order they first were.
func topicsOf(entries []activities.Entry) []topic {
	var out []topic
	for _, e := range entries {
		for _, c := range e.Conveyances {
			at := slices.IndexFunc(out, func(t topic) bool { return t.name == c.Topic })
			if at < 0 {
				at = len(out)
				out = append(out, topic{c.Topic, map[string]activities.Entry{}})
			}
			for _, h := range e.Hosts {
				if _, known := out[at].reached[h.ID]; !known {
					out[at].reached[h.ID] = e
				}
			}
		}
	}
	return out
}

// placesToReach are the places somebody was in charge of and those that met, by the commune they count under.
func placesToReach(tx *store.Tx, entries []activities.Entry, f activities.LogFilter, day dates.Date) ([]reachedPlace, error) {
	lines, err := assignments.Active(tx, assignments.Filter{Span: f.Span, UnderID: f.UnderID, OfficerID: f.OfficerID})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, line := range lines {
		ids = append(ids, line.TargetID)
	}
	for _, e := range entries {
		for _, h := range e.Hosts {
			ids = append(ids, h.ID)
		}
	}
	named, err := units.Refs(tx, unique(ids), day)
	if err != nil {
		return nil, err
	}
	communes, err := units.Communes(tx, slices.Collect(maps.Keys(named)), day)
	var places []reachedPlace
	for id, ref := range named {
		places = append(places, reachedPlace{ref, communes[id]})
	}
	slices.SortFunc(places, func(a, b reachedPlace) int {
		return cmp.Or(cmp.Compare(a.Tree, b.Tree), byName(a.commune, b.commune), cmp.Compare(a.tier(), b.tier()),
			cmp.Compare(store.SortKey(a.ParentName), store.SortKey(b.ParentName)), byName(a.Ref, b.Ref))
	})
	return places, err
}

// reachedPlace is a place with the commune it counts under.
type reachedPlace struct {
	units.Ref
	commune units.Ref
}

func (p reachedPlace) tier() int {
	t, _ := units.TypeOf(p.Type)
	return t.Tier
}

// name tells the place inside the group of its commune: "Tổ nhân dân tự quản số 05, ấp An Bình".
func (p reachedPlace) name() string {
	if p.ID == p.commune.ID || p.ParentID == p.commune.ID || p.ParentName == "" {
		return p.Name
	}
	return p.Name + ", " + store.LowerFirst(p.ParentName)
}

func byName(a, b units.Ref) int {
	return cmp.Or(cmp.Compare(store.SortKey(a.Name), store.SortKey(b.Name)), cmp.Compare(a.ID, b.ID))
}

// topicTable is the key of the columns: each policy under its number, with how many places it reached.
func topicTable(topics []topic, places int, f activities.LogFilter, within string) document.Table {
	table := document.Table{
		Columns: []document.Column{
			{Width: 18, Align: document.AlignCentre},
			{Width: 133},
			{Width: 30, Align: document.AlignCentre},
			{Width: 24, Align: document.AlignCentre},
			{Width: 26, Align: document.AlignCentre},
			{Width: 26, Align: document.AlignCentre},
		},
		Head: []document.Row{
			document.Cells(
				"Số hiệu",
				"Văn bản, chủ trương",
				"Số nơi đã truyền đạt",
				"Tỷ lệ trên "+strconv.Itoa(places)+" nơi",
				"Ngày đầu",
				"Ngày cuối",
			),
		},
		Empty: "Không phát sinh nội dung truyền đạt trong kỳ",
	}
	for i, t := range topics {
		f.Topic = t.name
		first, last := t.days()
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			{Text: topicMark(i)},
			leading(t.name, logLink(f, "Đã truyền đạt: "+t.name+within)),
			measured(len(t.reached)),
			{Text: share(len(t.reached), places)},
			dateCell(first),
			dateCell(last),
		}})
	}
	return table
}

func topicMark(i int) string { return "(" + strconv.Itoa(i+1) + ")" }

// reachTable crosses the places with the policies from the given one on.
func reachTable(topics []topic, from int, places []reachedPlace) document.Table {
	shown := topics[from:min(from+mostAcross, len(topics))]
	const forTopics = 163.0
	table := document.Table{
		Columns: []document.Column{{Width: 12, Align: document.AlignCentre}, {Width: 82}},
		Head:    []document.Row{document.Cells("STT", "Nơi được truyền đạt")},
		Size:    12,
	}
	for i := range shown {
		table.Columns = append(table.Columns, document.Column{Width: forTopics / float64(len(shown)), Align: document.AlignCentre})
		table.Head[0].Cells = append(table.Head[0].Cells, document.Cell{Text: topicMark(from + i)})
	}
	for i, place := range places {
		if i == 0 || place.commune.ID != places[i-1].commune.ID {
			table.Rows = append(table.Rows, document.GroupRow(len(table.Columns), place.commune.Name))
		}
		row := document.Row{Cells: []document.Cell{document.CountCell(i + 1), leading(place.name(), unitLink(place.ID))}}
		for _, t := range shown {
			row.Cells = append(row.Cells, reachedCell(t.reached[place.ID]))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// reachedCell tells on which day and at what meeting a policy reached a place.
func reachedCell(e activities.Entry) document.Cell {
	if e.ID == "" {
		return document.Cell{Text: "–"}
	}
	return leading(joinLines(e.Day.ShowInPaper(), store.LowerFirst(strings.TrimSpace(e.KindWord))), meetingLink(e.ID))
}
