package main

import (
	"fmt"
	"strings"

	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// counted are the kinds of record a check counts, under names that stay the same for scripts.
var counted = []struct{ name, query string }{
	{"units", "SELECT count(*) FROM unit WHERE deleted_at = ''"},
	{"unit_versions", "SELECT count(*) FROM unit_version"},
	{"territories", "SELECT count(*) FROM unit_territory"},
	{"officers", "SELECT count(*) FROM officer WHERE deleted_at = ''"},
	{"posts", "SELECT count(*) FROM post_holding"},
	{"terms", "SELECT count(*) FROM term"},
	{"committee_members", "SELECT count(*) FROM committee_member"},
	{"schemes", "SELECT count(*) FROM scheme"},
	{"decisions", "SELECT count(*) FROM decision WHERE deleted_at = ''"},
	{"teams", "SELECT count(*) FROM team"},
	{"assignments", "SELECT count(*) FROM assignment WHERE deleted_at = ''"},
	{"meetings", "SELECT count(*) FROM meeting WHERE deleted_at = ''"},
	{"attendances", "SELECT count(*) FROM attendance"},
	{"contributions", "SELECT count(*) FROM contribution"},
	{"conveyances", "SELECT count(*) FROM conveyance"},
	{"issued_papers", "SELECT count(*) FROM issued_paper"},
	{"reprints", "SELECT count(*) FROM paper_print"},
	{"paper_issuers", "SELECT count(*) FROM paper_issuer WHERE deleted_at = ''"},
	{"sessions", "SELECT count(*) FROM session WHERE deleted_at = ''"},
	{"session_papers", "SELECT count(*) FROM session_paper"},
	{"imports", "SELECT count(*) FROM import_batch"},
	{"accounts", "SELECT count(*) FROM user_account"},
	{"audit_entries", "SELECT count(*) FROM audit_entry"},
}

// rules count what the schema alone cannot forbid; every count must be 0.
var rules = []struct{ wrong, query string }{
	{"đơn vị không có tên", "SELECT count(*) FROM unit u WHERE NOT EXISTS (SELECT 1 FROM unit_version v WHERE v.unit_id = u.id)"},
	{
		"đơn vị trực thuộc một đơn vị không còn",
		"SELECT count(*) FROM unit_version v WHERE v.parent_id <> '' AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = v.parent_id)",
	},
	{
		"lần ghi của đơn vị chồng thời gian",
		"SELECT count(*) FROM unit_version a JOIN unit_version b ON a.unit_id = b.unit_id AND a.valid_from < b.valid_from AND (a.valid_to = '' OR a.valid_to > b.valid_from)",
	},
	{
		"phân công cho cán bộ không còn",
		"SELECT count(*) FROM assignment a WHERE a.officer_id <> '' AND NOT EXISTS (SELECT 1 FROM officer o WHERE o.id = a.officer_id)",
	},
	{
		"phân công cho tổ không còn",
		"SELECT count(*) FROM assignment a WHERE a.team_id <> '' AND NOT EXISTS (SELECT 1 FROM team t WHERE t.id = a.team_id)",
	},
	{
		"cuộc họp không có nơi họp",
		"SELECT count(*) FROM meeting m WHERE m.deleted_at = '' AND NOT EXISTS (SELECT 1 FROM meeting_host h WHERE h.meeting_id = m.id)",
	},
	{
		"văn bản đã ban hành không có bản niêm phong",
		"SELECT count(*) FROM issued_paper p WHERE p.origin = 'chuong_trinh' AND NOT EXISTS (SELECT 1 FROM issued_file f WHERE f.paper_id = p.id)",
	},
	{"cuộc họp đã họp nhưng không có ngày", "SELECT count(*) FROM meeting WHERE state = 'HELD' AND held_on = ''"},
}

func check(j job) error {
	var wrong []string
	err := j.read(func(tx *store.Tx) error {
		for _, c := range counted {
			var n int64
			if err := tx.Raw(c.query).Scan(&n).Error; err != nil {
				return err
			}
			fmt.Fprintln(j.out, c.name, n)
		}
		found, err := tx.Check()
		if err != nil {
			return err
		}
		wrong = append(wrong, found...)
		for _, r := range rules {
			var n int64
			if err := tx.Raw(r.query).Scan(&n).Error; err != nil {
				return err
			}
			if n > 0 {
				wrong = append(wrong, fmt.Sprintf("%d %s", n, r.wrong))
			}
		}
		broken, err := papers.CountTampered(tx)
		if broken > 0 {
			wrong = append(wrong, fmt.Sprintf("%d bản niêm phong không còn nguyên", broken))
		}
		return err
	})
	if err != nil {
		return err
	}
	if len(wrong) > 0 {
		text := strings.Join(wrong, "; ")
		fmt.Fprintln(j.out, "sai:", text)
		return fault.Conflict("Dữ liệu có điều sai: " + text + ".\n" + store.HowToRestore)
	}
	fmt.Fprintln(j.out, "ok")
	return nil
}
