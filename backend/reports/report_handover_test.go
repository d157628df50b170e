package reports

import (
	"slices"
	"strings"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/matters"
)

// The sides commit themselves subject by subject to what is really open, each once however many places name it, and always to
// files and places.
func TestCommitmentsAreBySubject(t *testing.T) {
	t.Parallel()
	open := func(code, id string, day dates.Date) assignments.OpenItem {
		return assignments.OpenItem{Code: code, ID: id, Text: id, Day: day}
	}
	done := assignments.HandoverDone{Lines: []assignments.HandoverGone{
		{Items: []assignments.OpenItem{open("kien_nghi", "a", "2026-12-09"), open("kien_nghi", "b", "2026-11-30"), open("gop_y", "c", "")}},
		{
			Items: []assignments.OpenItem{
				open("kien_nghi", "a", "2026-12-09"),
				open("cuoc_hop", "d", "2026-12-01"),
				open("nhiem_vu", "e", "2026-12-24"),
			},
		},
	}}
	got := commitments(done)
	for i, begins := range []string{
		"Về 02 ý kiến, kiến nghị đang mở (gần nhất ngày 30/11/2026): bên giao",
		"Về 01 góp ý chờ kết quả: bên nhận",
		"Về 02 cuộc họp, nhiệm vụ định kỳ sắp tới (gần nhất ngày 01/12/2026): bên nhận",
		"Về hồ sơ, tài liệu:",
		"Về địa bàn:",
	} {
		if i >= len(got) || !strings.HasPrefix(got[i], begins) {
			t.Fatalf("%d: %q, want %q", i, got, begins)
		}
	}
	if len(got) != 5 || len(commitments(assignments.HandoverDone{})) != 2 {
		t.Errorf("%d commitments, %d of nothing open", len(got), len(commitments(assignments.HandoverDone{})))
	}
}

// Every kind of open item a room hands over has its commitment.
func TestEveryOpenItemHasItsCommitment(t *testing.T) {
	t.Parallel()
	for _, hook := range slices.Concat(duties.HandoverHooks(), activities.HandoverHooks(), matters.HandoverHooks()) {
		known := false
		for _, s := range subjects {
			known = known || slices.Contains(s.codes, hook.Code)
		}
		if !known {
			t.Errorf("nobody commits to %q (%s)", hook.Word, hook.Code)
		}
	}
}
