package assignments

import (
	"cmp"
	"fmt"
	"slices"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// chooseSeatSuccessors decides for every seat who takes it and gives the officers named.
func (h *handoverRun) chooseSeatSuccessors(f *fault.Fields) []string {
	typed := map[string]HandoverSeatIn{}
	for _, s := range h.in.Seats {
		typed[s.TeamID] = s
	}
	var ids []string
	for i, seat := range h.plan.Seats {
		in := typed[seat.TeamID]
		delete(typed, seat.TeamID)
		in.TeamID = seat.TeamID
		if in.Keep || in.Vacant {
			in.SuccessorID = ""
		} else {
			in.SuccessorID = cmp.Or(in.SuccessorID, h.in.SuccessorID)
		}
		field := fmt.Sprintf("seats.%d.successorId", i)
		switch {
		case in.Keep:
		case in.SuccessorID == h.in.OfficerID:
			f.Add(field, "Người nhận đang là người bàn giao; hãy chọn người khác.")
		case in.SuccessorID != "":
		case !in.Vacant:
			f.Add(field, "Hãy chọn người vào tổ “"+seat.TeamName+"”, hoặc chọn “Không thay người”.")
		case seat.Lead && len(seat.Members) > 0:
			f.Add(field, "Tổ “"+seat.TeamName+"” cần tổ trưởng mới; hãy chọn một thành viên hoặc người khác.")
		case len(seat.Members) == 0 && len(seat.Targets) > 0:
			f.Add(field, "Tổ “"+seat.TeamName+"” sẽ không còn ai mà vẫn đang phụ trách địa bàn; hãy chọn người vào thay.")
		}
		ids = append(ids, in.SuccessorID)
		h.seats = append(h.seats, in)
	}
	if len(typed) > 0 {
		f.Add("seats", "Danh sách tổ đã thay đổi; hãy mở lại màn hình bàn giao.")
	}
	return ids
}

// moveSeats gives the seats in teams over, with what the officer is expected at for the team.
func (h *handoverRun) moveSeats() error {
	for i, in := range h.seats {
		if in.Keep {
			continue
		}
		var before []Member
		if err := h.tx.Where("team_id = ?", in.TeamID).Order("id").Find(&before).Error; err != nil {
			return err
		}
		after := h.reseat(before, in)
		if err := checkLead(after); err != nil {
			if e, ok := fault.Of(err); ok {
				return fault.Invalid(fmt.Sprintf("seats.%d.successorId", i), "Tổ “"+h.plan.Seats[i].TeamName+"”: "+e.Message)
			}
			return err
		}
		if err := replaceSeats(h.tx, in.TeamID, after); err != nil {
			return err
		}
		h.row.SeatsBefore, h.row.SeatsAfter = append(h.row.SeatsBefore, before...), append(h.row.SeatsAfter, after...)
		h.gone = append(h.gone, handoverRow{HandoverID: h.row.ID, TeamID: in.TeamID, SuccessorID: in.SuccessorID})
		targets, err := teamTargets(h.tx, in.TeamID, h.in.On)
		if err != nil {
			return err
		}
		var passed []WorkTransfer
		for _, a := range targets {
			passed = append(
				passed,
				WorkTransfer{
					From:            h.in.OfficerID,
					To:              in.SuccessorID,
					AssignmentID:    a.ID,
					NewAssignmentID: a.ID,
					TargetID:        a.TargetID,
					On:              h.in.On,
				},
			)
		}
		if err := runMoveHooks(h.tx, h.row.ID, passed); err != nil {
			return err
		}
	}
	return nil
}

// reseat ends the officer's seats on the day and puts the successor there. A member who becomes the lead gets a new seat, so
// that who led when stays on record.
func (h *handoverRun) reseat(before []Member, in HandoverSeatIn) []Member {
	var after []Member
	lead, until := false, h.in.On
	on := h.in.On
	for _, m := range before {
		switch {
		case m.OfficerID != h.in.OfficerID || m.ValidTo != "" && m.ValidTo <= on:
			after = append(after, m)
			continue
		case m.Span().Contains(on) || m.ValidFrom > on:
			lead = lead || m.Lead
			if until != "" && (m.ValidTo == "" || m.ValidTo > until) {
				until = m.ValidTo
			}
		}
		if m.ValidFrom < on {
			m.ValidTo = on
			after = append(after, m)
		}
	}
	if in.SuccessorID == "" {
		return after
	}
	seat := Member{ID: store.NewID(), TeamID: in.TeamID, OfficerID: in.SuccessorID, Lead: lead, ValidFrom: on, ValidTo: until}
	for i, m := range after {
		if m.OfficerID != in.SuccessorID || !m.Span().Contains(on) {
			continue
		}
		if !lead || m.Lead {
			return after // sits there already
		}
		seat.ValidTo = m.ValidTo
		if m.ValidFrom == on {
			after[i].Lead = true
			return after
		}
		after[i].ValidTo = on
		return append(after, seat)
	}
	return append(after, seat)
}

// replaceSeats replaces the seats of a team.
func replaceSeats(tx *store.Tx, teamID string, seats []Member) error {
	if err := tx.Where("team_id = ?", teamID).Delete(&Member{}).Error; err != nil {
		return err
	}
	if len(seats) == 0 {
		return nil
	}
	return tx.Create(&seats).Error
}

// undoSeats restores the teams a handover touched, unless they were changed since.
func undoSeats(tx *store.Tx, h Handover) error {
	byTeam := map[string][]Member{}
	for _, m := range h.SeatsAfter {
		byTeam[m.TeamID] = append(byTeam[m.TeamID], m)
	}
	was := map[string][]Member{}
	for _, m := range h.SeatsBefore {
		was[m.TeamID] = append(was[m.TeamID], m)
	}
	for team, before := range was {
		var now []Member
		if err := tx.Where("team_id = ?", team).Find(&now).Error; err != nil {
			return err
		}
		same := len(now) == len(byTeam[team])
		for _, m := range now {
			same = same && slices.Contains(byTeam[team], m)
		}
		if !same {
			return fault.Conflict("Thành viên của tổ đã thay đổi sau lần bàn giao nên không hoàn tác được; hãy sửa thành viên của tổ.")
		}
		if err := replaceSeats(tx, team, before); err != nil {
			return err
		}
	}
	return nil
}
