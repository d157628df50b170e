package duties

import (
	"slices"
	"strings"
	"testing"

	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// TestStampFollowsEveryTable writes to each table the kept places are read from; what is kept of the first writing must
// not be believed after the second.
func TestStampFollowsEveryTable(t *testing.T) {
	s := storetest.Open(t)
	seen := map[int64]string{}
	for _, sql := range []string{
		"INSERT INTO unit (id, tree, created_at) VALUES ('u', 'hanhchinh', ''), ('v', 'dang', '')",
		"INSERT INTO unit_version (id, unit_id, name, type, valid_from, fold, sort_key) VALUES ('w', 'u', 'Xã mẫu', 'XA', '2020-01-01', '', '')",
		"INSERT INTO unit_territory (id, org_id, unit_id, valid_from, valid_to) VALUES ('l', 'v', 'u', '2020-01-01', '')",
		"INSERT INTO officer (id, full_name, fold, sort_key, created_at) VALUES ('o', 'Cán bộ mẫu', '', '', '')",
		"INSERT INTO scheme (id, name, valid_from, created_at) VALUES ('s', 'Kế hoạch mẫu', '2020-01-01', '')",
		"INSERT INTO scheme_kind (id, scheme_id, code, name, verb, target_tree, target_types, coverage) VALUES ('k', 's', 'A3', 'Phụ trách', 'phụ trách', 'hanhchinh', '[]', 1)",
		"INSERT INTO decision (id, action, state, created_at) VALUES ('d', 'phan_cong', 'ban_hanh', '')",
		"INSERT INTO assignment (id, kind_id, officer_id, target_id, valid_from, decision_in) VALUES ('a', 'k', 'o', 'u', '2026-01-01', 'd')",
		"INSERT INTO team (id, name, created_at) VALUES ('t', 'Tổ mẫu', '')",
		"INSERT INTO team_member (id, team_id, officer_id, valid_from) VALUES ('m', 't', 'o', '2026-01-01')",
		"UPDATE unit SET deleted_at = 'x' WHERE id = 'v'",
		"UPDATE unit_version SET type = 'PHUONG'",
		"UPDATE unit_territory SET valid_to = '2026-01-01'",
		"UPDATE scheme SET valid_to = '2027-01-01'",
		"UPDATE scheme_kind SET coverage = 0",
		"UPDATE assignment SET valid_to = '2026-06-01'",
		"UPDATE team_member SET valid_to = '2026-06-01'",
		"DELETE FROM team_member",
		"DELETE FROM assignment",
		"DELETE FROM scheme_kind",
		"DELETE FROM scheme",
		"DELETE FROM unit_territory",
		"DELETE FROM unit_version",
		"DELETE FROM unit",
	} {
		storetest.Write(t, s, func(tx *store.Tx) error { return tx.Exec(sql).Error })
		storetest.Read(t, s, func(tx *store.Tx) error {
			stamp, err := ChangeStamp(tx)
			if err != nil {
				return err
			}
			before, again := seen[stamp]
			if reads := !slices.ContainsFunc([]string{"officer", "decision", "team"}, func(other string) bool {
				return strings.HasPrefix(sql, "INSERT INTO "+other+" ")
			}); again == reads {
				t.Errorf("%q leaves the stamp of %q", sql, before)
			}
			seen[stamp] = sql
			return nil
		})
	}
}
