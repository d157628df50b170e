package matters

import (
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// testOffice is a commune with two hamlets, a group, a household and a cell, two officers, two bodies and one meeting. The
// clock stands on Sunday 22/11/2026.
type testOffice struct {
	*accesstest.Office
	s *Service
}

func openOffice(t testing.TB) *testOffice {
	t.Helper()
	o := accesstest.Open(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		unit := func(id, tree, kind, name, parent string) {
			put(t, tx, "INSERT INTO unit (id, tree, created_at) VALUES (?, ?, '2020-01-01T00:00:00Z')", id, tree)
			put(
				t,
				tx,
				`INSERT INTO unit_version (id, unit_id, name, type, parent_id, valid_from, valid_to, fold, sort_key)
				VALUES (?, ?, ?, ?, ?, '2020-01-01', '', ?, ?)`,
				"v-"+id,
				id,
				name,
				kind,
				parent,
				store.Fold(name),
				store.SortKey(name),
			)
		}
		unit("xa", "hanhchinh", "XA", "Xã Mẫu", "")
		unit("ap1", "hanhchinh", "AP", "Ấp Mẫu Một", "xa")
		unit("ap2", "hanhchinh", "AP", "Ấp Mẫu Hai", "xa")
		unit("to1", "hanhchinh", "TO_NDTQ", "Tổ 17", "ap1")
		unit("ho1", "hanhchinh", "HO", "Hộ số 5", "to1")
		unit("cb1", "dang", "CHI_BO", "Chi bộ ấp Mẫu Một", "")
		put(t, tx, "INSERT INTO unit_territory (id, org_id, unit_id, valid_from) VALUES ('t1', 'cb1', 'ap1', '2020-01-01')")
		for id, name := range map[string]string{"an": "Nguyễn Mẫu An", "binh": "Trần Mẫu Bình"} {
			put(
				t,
				tx,
				"INSERT INTO officer (id, full_name, fold, sort_key, created_at) VALUES (?, ?, ?, ?, '')",
				id,
				name,
				store.Fold(name),
				store.NameSortKey(name),
			)
		}
		put(t, tx, "INSERT INTO scheme (id, name, valid_from, created_at) VALUES ('s', 'Kế hoạch mẫu', '2020-01-01', '')")
		put(
			t,
			tx,
			`INSERT INTO scheme_kind (id, scheme_id, code, name, verb, target_tree, target_types)
			VALUES ('k', 's', 'A3', 'Phụ trách ấp', 'phụ trách', 'hanhchinh', '["AP"]')`,
		)
		put(t, tx, "INSERT INTO decision (id, action, state, created_at) VALUES ('d', 'phan_cong', 'ban_hanh', '')")
		put(
			t,
			tx,
			"INSERT INTO assignment (id, kind_id, officer_id, target_id, valid_from, decision_in) "+
				"VALUES ('a1', 'k', 'an', 'ap1', '2026-01-01', 'd')",
		)
		put(
			t,
			tx,
			"INSERT INTO meeting (id, kind, planned_on, held_on, day, state, created_at) "+
				"VALUES ('m1', 'GROUP', '2026-09-24', '2026-09-24', '2026-09-24', 'HELD', '')",
		)
		for id, name := range map[string]string{"pnn": "Phòng Nông nghiệp và Môi trường", "pkt": "Phòng Kinh tế"} {
			put(
				t,
				tx,
				"INSERT INTO body (id, name, fold, sort_key, created_at) VALUES (?, ?, ?, ?, '')",
				id,
				name,
				store.Fold(name),
				store.SortKey(name),
			)
		}
		return nil
	})
	return &testOffice{o, New(o.Gate)}
}

func put(t testing.TB, tx *store.Tx, sql string, args ...any) {
	t.Helper()
	if err := tx.Exec(sql, args...).Error; err != nil {
		t.Fatal(err)
	}
}

// plain is a statement that can be stored, to be changed by a test. 24/09/2026 was a Thursday.
func plain() RecordInput {
	return RecordInput{RaisedOn: "2026-09-24", PlaceID: "to1", Origin: FromMeeting, MeetingID: "m1",
		Items: []ItemInput{{Kind: Request, FieldCode: "02", Summary: "Nạo vét kênh nội đồng trước mùa mặn", Voices: 4, Households: "6-20"}}}
}

func (o *testOffice) record(t testing.TB, in RecordInput) Row {
	t.Helper()
	return must(t)(o.s.Record(in)).Items[0]
}

// must gives a function that fails the test on an error.
func must(t testing.TB) func(ActionResult, error) ActionResult {
	return func(d ActionResult, err error) ActionResult {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
}

func (o *testOffice) refer(t testing.TB, day dates.Date, body string, ids ...string) ActionResult {
	t.Helper()
	return must(t)(o.s.Refer(ReferInput{MatterIDs: ids, BodyID: body, Day: day, DocNumber: "215-CV/HU"}))
}

func (o *testOffice) reply(t testing.TB, day dates.Date, outcome Outcome, id string) ActionResult {
	t.Helper()
	in := ReplyInput{
		MatterIDs: []string{id},
		Day:       day,
		DocNumber: "88/PNN",
		Outcome:   outcome,
		Specific:  true,
		Text:      "Đã bố trí máy, làm xong trong tháng.",
	}
	if outcome.Promises() {
		in.PromisedOn = day.AddDays(20)
	}
	return must(t)(o.s.Reply(in))
}

func (o *testOffice) convey(t testing.TB, day dates.Date, reaction Reaction, id string) ActionResult {
	t.Helper()
	return must(
		t,
	)(
		o.s.Convey(ConveyInput{MatterIDs: []string{id}, Day: day, How: AtMeeting, MeetingID: "m1", OfficerID: "an", Reaction: reaction}),
	)
}

func (o *testOffice) one(t testing.TB, id string) MatterDetail {
	t.Helper()
	w, err := o.s.One(id)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func refused(t testing.TB, err error, field, words string) {
	t.Helper()
	e, ok := fault.Of(err)
	if !ok {
		t.Fatalf("want a refusal at %q, got %v", field, err)
	}
	text := e.Message
	if field != "" {
		text = e.Fields[field]
	}
	if !strings.Contains(text, words) {
		t.Fatalf("want %q at %q, got %v %v", words, field, e.Message, e.Fields)
	}
}
