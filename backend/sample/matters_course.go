package sample

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// makeMatters records the opinions and proposals of the made-up office, in every state, and takes each as far as its
// course says.
func (o *office) makeMatters() error {
	bodies := map[string]string{}
	for _, b := range sampleBodies {
		made, err := matters.SaveBody(
			o.tx,
			matters.BodyInput{Name: b.name, ShortName: b.short, Level: b.level, Police: b.nick == "công an"},
		)
		if err != nil {
			return err
		}
		bodies[b.nick] = made.ID
	}
	numbers := newSerials()
	for i, s := range sampleMatters { // first only the days, so that the office's papers bear numbers in the order of their days
		w := walk{o: o, day: o.today.AddDays(-s.days), number: 200 + i, numbers: numbers, dry: true}
		w.along(s.course, s.body)
	}
	numbers.give()
	first := ""
	for i, s := range sampleMatters {
		in := o.statement(i)
		done, err := matters.RecordStatement(o.tx, in)
		if err != nil {
			return fmt.Errorf("sample matter %d: %w", i, err)
		}
		if first == "" {
			first = done.Items[0].ID
		}
		w := walk{o: o, id: done.Items[0].ID, day: in.ReceivedOn, number: 200 + i, bodies: bodies, into: first, numbers: numbers}
		if w.along(s.course, s.body); w.err != nil {
			return fmt.Errorf("sample matter %d: %w", i, w.err)
		}
	}
	return o.makeReceptions()
}

// statement is what was raised: at the last meeting of the place before its day where there was one.
func (o *office) statement(i int) matters.RecordInput {
	s := sampleMatters[i]
	h := o.places[s.commune].hamlets[s.hamlet]
	place := h.id
	if s.group && len(h.groups) > 0 {
		place = h.groups[0].id
	}
	day := o.today.AddDays(-s.days)
	in := matters.RecordInput{
		RaisedOn:   day,
		ReceivedOn: day,
		PlaceID:    place,
		Origin:     matters.FromVisit,
		Items: []matters.ItemInput{
			{
				Kind:       s.kind,
				FieldCode:  s.field,
				Summary:    s.summary,
				Proposal:   s.proposal,
				Voices:     s.voices,
				Households: s.band,
				Urgent:     s.field == "11" && s.course == fresh,
			},
		},
	}
	if s.kind == matters.Obstacle {
		in.Origin = matters.FromUnit
		return in
	}
	var met struct {
		ID  string
		Day dates.Date
	}
	err := o.tx.Table("meeting m").Joins("JOIN meeting_host h ON h.meeting_id = m.id").Select("m.id, m.day").
		Where("h.unit_id IN ? AND m.state = 'HELD' AND m.day <= ? AND m.day >= ?", []string{place, h.id, h.cell}, day, day.AddDays(-25)).
		Order("m.day DESC, m.id").Limit(1).Scan(&met).Error
	if err == nil && met.ID != "" {
		in.Origin, in.MeetingID, in.RaisedOn = matters.FromMeeting, met.ID, met.Day
	}
	return in
}

// walk takes one matter along; the first error stops it.
type walk struct {
	o       *office
	id      string
	day     dates.Date
	number  int
	bodies  map[string]string
	into    string
	noticed bool
	numbers *serials
	dry     bool // only the days are walked; nothing is stored
	err     error
}

// later moves the day on, but never past today.
func (w *walk) later(days int) dates.Date {
	if next := w.day.AddDays(days); next < w.o.today {
		w.day = next
	} else {
		w.day = w.o.today
	}
	return w.day
}

func (w *walk) do(step func(tx *store.Tx, ids []string) (matters.ActionResult, error)) {
	if w.err == nil && !w.dry {
		_, w.err = step(w.o.tx, []string{w.id})
	}
}

func (w *walk) along(c course, body string) {
	switch c {
	case fresh, forgotten:
	case onSpot, spotDone:
		w.spot()
		if c == spotDone {
			w.close("")
		}
	case inHand:
		day := w.later(2)
		w.do(func(tx *store.Tx, ids []string) (matters.ActionResult, error) {
			return matters.TakeInHand(tx, matters.TakeInHandInput{MatterIDs: ids, Day: day})
		})
	case outside:
		day := w.later(3)
		w.do(func(tx *store.Tx, ids []string) (matters.ActionResult, error) {
			return matters.LeaveScope(tx, matters.ReasonInput{MatterIDs: ids, Day: day, Reason: matters.ReasonCourt})
		})
	case duplicate:
		w.do(func(tx *store.Tx, ids []string) (matters.ActionResult, error) {
			return matters.Merge(tx, matters.MergeInput{IntoID: w.into, MatterIDs: ids, Day: w.o.today})
		})
	default:
		w.passOn(body)
		w.answered(c)
	}
}

// answered goes on from a letter sent.
func (w *walk) answered(c course) {
	switch c {
	case passed, passedOld:
		return
	case paused:
		day := w.later(4)
		w.do(func(tx *store.Tx, ids []string) (matters.ActionResult, error) {
			return matters.Pause(
				tx,
				matters.DayInput{MatterIDs: ids, Day: day, Text: "Chờ xã bổ sung sơ đồ và ý kiến các hộ hai bên ngã ba"},
			)
		})
		return
	case vague, sentBack:
		w.reply(matters.ReplyInput{Vagueness: "chưa nêu thời gian, cơ quan làm và kinh phí", Text: "Ghi nhận, sẽ xem xét."}, 9)
		if c == sentBack {
			w.later(3)
			w.paper(matters.EventReturnReply, w.numbers.next("CV/HU", w.day))
		}
		return
	case handedOn:
		w.reply(matters.ReplyInput{Outcome: matters.PassedOn, Specific: true, Text: "Việc thuộc cơ quan y tế, đã có văn bản chuyển."}, 8)
		w.passOn("y tế")
		return
	case promised:
		w.reply(
			matters.ReplyInput{
				Outcome:    matters.Roadmap,
				Specific:   true,
				PromisedOn: w.o.today.AddDays(5 + w.number%40),
				Text:       "Đưa vào kế hoạch, thông báo khi có kinh phí.",
			},
			12,
		)
		w.tell(matters.Agreed)
		return
	}
	switch c {
	case refused:
		w.reply(matters.ReplyInput{Outcome: matters.Refused, Refusal: "KHONG_DU_DIEU_KIEN", Specific: true,
			Text: "Không đủ điều kiện theo quy hoạch đã duyệt."}, 11)
		w.tell(matters.Agreed)
		w.close("")
		return
	case lookedAt, unchanged:
		w.reply(matters.ReplyInput{Outcome: matters.Resolved, Specific: true, Text: "Đã kiểm tra tại chỗ và xử lý theo thẩm quyền."}, 10)
		w.tell(matters.Agreed)
		w.close("")
		day := w.later(26)
		result := map[course]string{lookedAt: matters.Changed, unchanged: matters.NotChanged}[c]
		w.do(func(tx *store.Tx, ids []string) (matters.ActionResult, error) {
			return matters.Recheck(
				tx,
				matters.RecheckInput{MatterIDs: ids, Day: day, Result: result, OfficerID: w.o.people["Huỳnh Mẫu Giang"]},
			)
		})
		return
	}
	w.reply(
		matters.ReplyInput{
			Outcome:  []matters.Outcome{matters.Resolved, matters.Explained}[w.number%2],
			Specific: true,
			Text:     "Đã kiểm tra tại chỗ và xử lý theo thẩm quyền.",
		},
		10,
	)
	switch c {
	case toldBack, closed:
		w.tell(matters.Agreed)
		if c == closed {
			w.close("")
		}
	case objected:
		w.tell(matters.StillObjects)
	case unplaced:
		w.close(matters.NoPlaceToTell)
	}
}

func (w *walk) spot() {
	w.do(func(tx *store.Tx, ids []string) (matters.ActionResult, error) {
		return matters.AnswerOnSpot(
			tx,
			matters.OnSpotInput{
				MatterIDs: ids,
				Day:       w.day,
				OfficerID: w.o.people["Mai Mẫu Ngọc"],
				Text:      "Đã giải thích và dẫn văn bản ngay tại cuộc họp.",
			},
		)
	})
}

func (w *walk) passOn(body string) {
	if body == "" {
		body = "hạ tầng"
	}
	w.later(3)
	number := w.numbers.next("CV/HU", w.day)
	w.do(func(tx *store.Tx, ids []string) (matters.ActionResult, error) {
		return matters.Refer(tx, matters.ReferInput{MatterIDs: ids, BodyID: w.bodies[body], Day: w.day, DocNumber: number})
	})
	if w.number%4 != 0 {
		w.later(1)
		w.paper(matters.EventAcknowledge, fmt.Sprintf("%d/XN", w.number-170)) // the body's own
	}
	if w.number%3 != 0 && !w.noticed {
		w.noticed = true
		w.paper(matters.EventNotice, w.numbers.next("TB/VPHU", w.day))
	}
}

// paper is a step that goes with a paper of its day.
func (w *walk) paper(e matters.Event, number string) {
	w.do(func(tx *store.Tx, ids []string) (matters.ActionResult, error) {
		return matters.ApplyPaperEvent(tx, e, matters.DocInput{MatterIDs: ids, Day: w.day, DocNumber: number})
	})
}

func (w *walk) reply(in matters.ReplyInput, days int) {
	w.later(days)
	w.do(func(tx *store.Tx, ids []string) (matters.ActionResult, error) {
		in.MatterIDs, in.Day, in.DocNumber = ids, w.day, fmt.Sprintf("%d/TL", 40+w.number%60)
		return matters.Reply(tx, in)
	})
}

func (w *walk) tell(reaction matters.Reaction) {
	w.later(6)
	w.do(func(tx *store.Tx, ids []string) (matters.ActionResult, error) {
		return matters.Convey(
			tx,
			matters.ConveyInput{
				MatterIDs: ids,
				Day:       w.day,
				How:       matters.AtMeeting,
				OfficerID: w.o.people["Huỳnh Mẫu Giang"],
				Reaction:  reaction,
			},
		)
	})
}

func (w *walk) close(reason string) {
	w.later(2)
	w.do(func(tx *store.Tx, ids []string) (matters.ActionResult, error) {
		return matters.Close(tx, matters.ReasonInput{MatterIDs: ids, Day: w.day, Reason: reason})
	})
}

// makeReceptions plans the days on which the head receives citizens, records those past, and holds one dialogue.
func (o *office) makeReceptions() error {
	head, n := o.people["Nguyễn Mẫu An"], 0
	for month := o.today.AddMonths(-3).MonthStart(); month <= o.today; month = month.AddMonths(1) {
		for _, day := range []dates.Date{month.AddDays(9), month.AddDays(19)} {
			in := matters.ReceptionInput{Kind: matters.KindReception, HeadID: head, PlannedOn: day, Place: "Trụ sở tiếp công dân huyện"}
			if day < o.today && n%6 != 5 {
				visits, noted, settled := 4+n%5, 2+n%3, 1+n%2
				in.State, in.HeldOn = matters.DayHeld, day
				in.Visits, in.Noted, in.Settled = &visits, &noted, &settled
				in.ExternalNo = fmt.Sprintf("%02d/%d/TCD", n+11, day.Year())
			}
			if _, err := matters.SaveReceptionDay(o.tx, in); err != nil {
				return err
			}
			n++
		}
	}
	day, visits, noted, settled := o.today.AddDays(-26), 86, 11, 6
	_, err := matters.SaveReceptionDay(
		o.tx,
		matters.ReceptionInput{
			Kind:        matters.KindDialogue,
			HeadID:      head,
			PlannedOn:   day,
			AnnouncedOn: day.AddDays(-10),
			HeldOn:      day,
			State:       matters.DayHeld,
			Place:       "Hội trường Ủy ban nhân dân xã",
			UnitIDs:     []string{o.places[0].id, o.places[1].id},
			Visits:      &visits,
			Noted:       &noted,
			Settled:     &settled,
			PublishedOn: day.AddDays(8),
		},
	)
	return err
}
