package activities

import (
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Saved is what was stored, with notices: things that are allowed but worth a second look.
type Saved struct {
	Entry   Entry    `json:"entry"`
	Notices []string `json:"notices"`
}

// next says what an entry may become. A record of what happened can be corrected into another one; it never goes back
// to "planned", which would silently drop what was written about it.
var allowedNext = map[State][]State{
	"":        {Planned, Held, Postponed, Cancelled, Suspended},
	Planned:   {Planned, Held, Postponed, Cancelled, Suspended},
	Held:      {Held, Cancelled, Suspended},
	Cancelled: {Cancelled, Held, Suspended, Postponed},
	Suspended: {Suspended, Held, Cancelled, Postponed},
	Postponed: {Postponed, Held, Cancelled, Suspended},
}

// Save stores the whole log of one meeting, or nothing of it. Faults name fields by path.
func Save(tx *store.Tx, in MeetingInput) (Saved, error) { return save(tx, in, false) }

// save stores a log; judged says that its texts come from an entry that was looked at in this very call.
func save(tx *store.Tx, in MeetingInput, judged bool) (Saved, error) {
	in.clean()
	var f fault.Fields
	in.check(&f, tx.Today)
	old, err := loadOld(tx, in, &f)
	if err != nil {
		return Saved{}, err
	}
	if err := f.Err(); err != nil {
		return Saved{}, err
	}
	w := meetingSave{tx: tx, in: in, old: old, textsJudged: judged, notices: []string{}}
	for _, step := range []func(*fault.Fields) error{w.checkReferences, w.checkDuplicates, w.matchAssignments, w.guardTexts} {
		if err := step(&f); err != nil {
			return Saved{}, err
		}
	}
	if err := f.Err(); err != nil {
		return Saved{}, err
	}
	id, err := w.store()
	if err != nil {
		return Saved{}, err
	}
	entry, err := Get(tx, id)
	if err != nil {
		return Saved{}, err
	}
	tx.Audit(
		id,
		fmt.Sprintf(
			"Ghi %s ngày %s, %s: %s.%s",
			strings.ToLower(entry.KindWord),
			entry.Day.Show(),
			hostNames(entry.Hosts),
			entry.StateWord,
			guard.Kept(in.GuardReason),
		),
	)
	return Saved{Entry: entry, Notices: w.notices}, nil
}

// loadOld reads the entry that is being changed and checks that its state may change that way.
func loadOld(tx *store.Tx, in MeetingInput, f *fault.Fields) (Meeting, error) {
	var old Meeting
	if in.ID != "" {
		err := tx.Where("id = ? AND deleted_at = ''", in.ID).Take(&old).Error
		if store.Missing(err) {
			return old, fault.NotFound("Không còn cuộc họp này, có thể đã vào thùng rác. Hãy tải lại danh sách.")
		}
		if err != nil {
			return old, err
		}
	}
	if !slices.Contains(allowedNext[old.State], in.State) && in.State.Word() != "" {
		f.Add(
			"state",
			fmt.Sprintf(
				"Cuộc họp đã ghi “%s” nên không đổi lại thành “%s” được. Hãy ghi đúng kết quả, hoặc bỏ bản ghi vào thùng rác rồi lên lịch lại.",
				old.State.Word(),
				in.State.Word(),
			),
		)
	}
	return old, nil
}

// meetingSave is one Save under way.
type meetingSave struct {
	tx           *store.Tx
	in           MeetingInput
	old          Meeting
	textsJudged  bool
	notices      []string
	hosts        map[string]units.Ref
	who          map[string]officers.Ref
	assignmentOf map[string]string // officer → assignment
	expected     []string          // officer ids in the order typed
}

// checkReferences checks that units were in force on the day, that officers exist and fields are known.
func (w *meetingSave) checkReferences(f *fault.Fields) (err error) {
	day := w.in.day()
	if w.hosts, err = units.Refs(w.tx, slices.Clone(w.in.HostIDs), day); err != nil {
		return err
	}
	for _, id := range w.in.HostIDs {
		switch ref, known := w.hosts[id]; {
		case !known:
			f.Add("hostIds", "Không còn một đơn vị đã chọn. Hãy chọn lại nơi họp.")
		case !ref.ValidOn(day):
			f.Add("hostIds", fmt.Sprintf("“%s” không hoạt động vào ngày %s (%s). Hãy chọn đơn vị khác hoặc sửa ngày.",
				ref.Label, day.Show(), dates.Span{From: ref.ValidFrom, To: ref.ValidTo}.Show()))
		}
	}
	ids := []string{}
	for _, a := range w.in.Attendances {
		ids = append(ids, a.OfficerID)
		w.expected = append(w.expected, a.OfficerID)
		if a.SubstituteID != "" {
			ids = append(ids, a.SubstituteID)
		}
	}
	if w.who, err = officers.Refs(w.tx, store.Distinct(ids), day); err != nil {
		return err
	}
	for i, a := range w.in.Attendances {
		if _, known := w.who[a.OfficerID]; !known {
			f.Add(fmt.Sprintf("attendances.%d.officerId", i), "Không còn cán bộ này. Hãy chọn lại.")
		}
		if _, known := w.who[a.SubstituteID]; a.SubstituteID != "" && !known {
			f.Add(fmt.Sprintf("attendances.%d.substituteId", i), "Không còn cán bộ dự thay này. Hãy chọn lại.")
		}
	}
	fields, err := FieldNames(w.tx)
	if err != nil {
		return err
	}
	for i, c := range w.in.Contributions {
		if _, known := fields[c.FieldCode]; c.FieldCode != "" && !known {
			f.Add(fmt.Sprintf("contributions.%d.fieldCode", i), "Không có lĩnh vực này. Hãy chọn trong danh sách.")
		}
	}
	return nil
}

// duplicateMeeting is another entry of the same kind, day and host.
type duplicateMeeting struct {
	MeetingID string
	OfficerID string
	UnitID    string
}

// checkDuplicates refuses the same officer, kind, host and day twice, and says so when the meeting itself is there already.
func (w *meetingSave) checkDuplicates(f *fault.Fields) error {
	var twins []duplicateMeeting
	err := w.tx.Raw(`SELECT m.id AS meeting_id, h.unit_id, COALESCE(a.officer_id, '') AS officer_id
FROM meeting m JOIN meeting_host h ON h.meeting_id = m.id LEFT JOIN attendance a ON a.meeting_id = m.id
WHERE m.kind = ? AND m.day = ? AND m.deleted_at = '' AND m.id <> ? AND m.state <> ? AND h.unit_id IN ?`,
		w.in.Kind, w.in.day(), w.in.ID, Postponed, w.in.HostIDs).Scan(&twins).Error
	if err != nil || len(twins) == 0 {
		return err
	}
	met := false
	for _, t := range twins {
		if i := slices.Index(w.expected, t.OfficerID); i >= 0 {
			met = true
			f.Add(
				fmt.Sprintf("attendances.%d.officerId", i),
				fmt.Sprintf("%s đã được ghi cho cuộc họp này (%s, %s, ngày %s). Hãy mở bản ghi có sẵn để sửa, không ghi lần hai.",
					w.who[t.OfficerID].Name, w.in.Kind.Word(), w.hosts[t.UnitID].Label, w.in.day().Show()),
			)
		}
	}
	if !met {
		w.notices = append(w.notices, fmt.Sprintf("Ngày %s đã có một bản ghi “%s” của %s. Nếu là cùng một cuộc họp, hãy bỏ một bản.",
			w.in.day().Show(), w.in.Kind.Word(), w.hosts[twins[0].UnitID].Label))
	}
	return nil
}

// matchAssignments finds which assignment each attendance serves. Going to a place of somebody else is allowed, and said:
// it may be a slip of the pen. Going to one's own place outside the time of the assignment is refused.
func (w *meetingSave) matchAssignments(f *fault.Fields) error {
	w.assignmentOf = map[string]string{}
	if len(w.expected) == 0 {
		return nil
	}
	inCharge, err := responsible(w.tx, w.in.HostIDs, w.in.day())
	if err != nil {
		return err
	}
	for _, id := range w.in.HostIDs {
		for _, p := range inCharge[id] {
			if _, known := w.assignmentOf[p.OfficerID]; !known {
				w.assignmentOf[p.OfficerID] = p.AssignmentID
			}
		}
	}
	for _, id := range w.expected {
		if _, assigned := w.assignmentOf[id]; !assigned {
			w.notices = append(w.notices, fmt.Sprintf("%s không được phân công ở %s vào ngày %s; bản ghi vẫn được lưu.",
				w.who[id].Name, hostNames(w.refs()), w.in.day().Show()))
		}
	}
	return w.checkOutsideTerm(f, inCharge)
}

func (w *meetingSave) refs() []units.Ref {
	refs := make([]units.Ref, 0, len(w.in.HostIDs))
	for _, id := range w.in.HostIDs {
		refs = append(refs, w.hosts[id])
	}
	return refs
}

// HostNames lists the places of an entry as a person reads them.
func (e *Entry) HostNames() string { return hostNames(e.Hosts) }

func hostNames(hosts []units.Ref) string {
	names := make([]string, len(hosts))
	for i, h := range hosts {
		names[i] = h.Label
	}
	return strings.Join(names, "; ")
}
