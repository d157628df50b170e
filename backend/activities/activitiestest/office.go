// Package activitiestest gives tests a small office whose log is still empty.
package activitiestest

import (
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Open makes a commune with two hamlets, their cells and two groups, three officers and their assignments. The clock stands
// on Sunday 22/11/2026.
func Open(t testing.TB) *accesstest.Office {
	t.Helper()
	o := accesstest.Open(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		unit := func(id, tree, kind, name, parent, from, to string) {
			Exec(t, tx, "INSERT INTO unit (id, tree, created_at) VALUES (?, ?, '2020-01-01T00:00:00Z')", id, tree)
			Exec(
				t,
				tx,
				`INSERT INTO unit_version (id, unit_id, name, type, parent_id, valid_from, valid_to, fold, sort_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
				"v-"+id,
				id,
				name,
				kind,
				parent,
				from,
				to,
				store.Fold(name),
				store.SortKey(name),
			)
		}
		unit("xa", "hanhchinh", "XA", "Xã Mẫu", "", "2020-01-01", "")
		unit("ap1", "hanhchinh", "AP", "Ấp Mẫu Một", "xa", "2020-01-01", "")
		unit("ap2", "hanhchinh", "AP", "Ấp Mẫu Hai", "xa", "2020-01-01", "")
		unit("apcu", "hanhchinh", "AP", "Ấp Mẫu Cũ", "xa", "2020-01-01", "2025-07-01")
		unit("to1", "hanhchinh", "TO_NDTQ", "Tổ 17", "ap1", "2020-01-01", "")
		unit("to2", "hanhchinh", "TO_NDTQ", "Tổ 18", "ap1", "2020-01-01", "")
		unit("db", "dang", "DANG_BO_XA", "Đảng bộ xã Mẫu", "", "2020-01-01", "")
		unit("cb1", "dang", "CHI_BO", "Chi bộ ấp Mẫu Một", "db", "2020-01-01", "")
		unit("cb2", "dang", "CHI_BO", "Chi bộ ấp Mẫu Hai", "db", "2020-01-01", "")
		link := func(org, place string) {
			Exec(
				t,
				tx,
				"INSERT INTO unit_territory (id, org_id, unit_id, valid_from, valid_to) VALUES (?, ?, ?, '2020-01-01', '')",
				"t-"+org,
				org,
				place,
			)
		}
		link("db", "xa")
		link("cb1", "ap1")
		link("cb2", "ap2")
		for id, name := range map[string]string{"an": "Cán bộ mẫu An", "binh": "Cán bộ mẫu Bình", "chi": "Cán bộ mẫu Chi"} {
			Exec(
				t,
				tx,
				"INSERT INTO officer (id, full_name, fold, sort_key, created_at) VALUES (?, ?, ?, ?, '')",
				id,
				name,
				store.Fold(name),
				store.NameSortKey(name),
			)
		}
		Exec(t, tx, "INSERT INTO scheme (id, name, valid_from, created_at) VALUES ('s', 'Kế hoạch mẫu', '2020-01-01', '')")
		Exec(t, tx, `INSERT INTO scheme_kind (id, scheme_id, code, name, verb, target_tree, target_types, coverage) VALUES
			('k', 's', 'A3', 'Phụ trách ấp', 'phụ trách', 'hanhchinh', '["AP"]', 1), ('g', 's', 'A5', 'Phụ trách tổ', 'phụ trách', 'hanhchinh', '["TO_NDTQ"]', 0)`)
		Exec(t, tx, "INSERT INTO decision (id, action, state, created_at) VALUES ('d', 'phan_cong', 'ban_hanh', '')")
		assign := func(id, kind, officer, target string) {
			Exec(
				t,
				tx,
				"INSERT INTO assignment (id, kind_id, officer_id, target_id, valid_from, decision_in) VALUES (?, ?, ?, ?, '2026-01-01', 'd')",
				id,
				kind,
				officer,
				target,
			)
		}
		assign("a1", "k", "an", "ap1")
		assign("a3", "g", "chi", "to1")
		assign("a4", "g", "chi", "to2")
		return nil
	})
	return o
}

// Exec runs one statement, or ends the test.
func Exec(t testing.TB, tx *store.Tx, sql string, args ...any) {
	t.Helper()
	if err := tx.Exec(sql, args...).Error; err != nil {
		t.Fatal(err)
	}
}
