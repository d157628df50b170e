package reports

import (
	"cmp"
	"slices"
	"strconv"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/store"
)

// passedOn is a policy brought to one unit: the first time counts, a second one adds nothing (story 26).
type passedOn struct {
	unit, unitID, kind, meetingID string
	day                           dates.Date
	officers                      string
}

var reportR16 = Report{
	Code:        "R16",
	Use:         UseMeetings,
	Name:        "bieu-truyen-dat",
	Title:       "Biểu truyền đạt chủ trương",
	Description: "Chủ trương nào đã truyền đạt đến đơn vị nào, ngày nào, bằng hình thức nào.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Each:        placesAnd(EachOfficer),
	Signature:   SignedAsBook,
	Build:       conveyanceTable,
}

// conveyanceTable is R16: which policies were passed on to which units, on which day and at what kind of meeting.
func conveyanceTable(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	entries, err := activities.Log(tx, activities.LogFilter{Span: paper.Span, UnderID: in.UnitID, OfficerID: in.OfficerID})
	if err != nil {
		return document.Document{}, err
	}
	topics := []string{}
	reached := map[string]map[string]passedOn{}
	for _, e := range entries {
		for _, c := range e.Conveyances {
			if reached[c.Topic] == nil {
				reached[c.Topic] = map[string]passedOn{}
				topics = append(topics, c.Topic)
			}
			for _, h := range e.Hosts {
				if _, known := reached[c.Topic][h.ID]; !known && e.State == activities.Held {
					reached[c.Topic][h.ID] = passedOn{h.Label, h.ID, e.KindWord, e.ID, e.Day, attendanceNames(e)}
				}
			}
		}
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 90},
			{Width: 28, Align: document.AlignCentre},
			{Width: 62},
			{Width: 65},
		},
		Head:  []document.Row{document.Cells("STT", "Đơn vị", "Ngày truyền đạt", "Hình thức", "Cán bộ truyền đạt")},
		Empty: "Không phát sinh nội dung truyền đạt trong kỳ",
	}
	for _, topic := range topics {
		list := make([]passedOn, 0, len(reached[topic]))
		for _, p := range reached[topic] {
			list = append(list, p)
		}
		if len(list) == 0 {
			continue
		}
		slices.SortFunc(list, func(a, b passedOn) int {
			return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(store.SortKey(a.unit), store.SortKey(b.unit)))
		})
		group := document.GroupRow(5, topic+" ("+document.TwoDigits(len(list))+" đơn vị)")
		group.Cells[0].Link = logLink(
			activities.LogFilter{Span: paper.Span, UnderID: in.UnitID, OfficerID: in.OfficerID, State: activities.Held, Topic: topic},
			"Đã truyền đạt: "+topic+paper.within,
		)
		table.Rows = append(table.Rows, group)
		for i, p := range list {
			row := document.Cells(strconv.Itoa(i+1), p.unit, p.day.ShowInPaper(), p.kind, p.officers)
			row.Cells[0].Number, row.Cells[2].Date = number(i+1), p.day
			row.Cells[1].Link, row.Cells[2].Link = unitLink(p.unitID), meetingLink(p.meetingID)
			table.Rows = append(table.Rows, row)
		}
	}
	doc := paper.Register(in, "BIỂU TRUYỀN ĐẠT CHỦ TRƯƠNG", in.Period.Label()+paper.inScope())
	doc.Blocks = []document.Block{document.TableBlock(table)}
	return doc, nil
}
