package main

import (
	"strings"
	"testing"
)

// What may not be issued is refused without a window as it is with one, and what is odd is asked about.
func TestWhatMayNotBeIssued(t *testing.T) {
	dir := sampleFolder(t)
	issue := func(code int, args ...string) string {
		t.Helper()
		out, said := on(t, code, dir, append([]string{"issue"}, args...)...)
		return out + said
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"bao-cao-ky", "--period", "2027-03", "--confirm"}, "Tháng 3 năm 2027 chưa hết"},
		{[]string{"bao-cao-ky", "--period", "2027-03", "--estimate", "--confirm"}, "chưa bắt đầu nên chưa có gì để ước"},
		{[]string{"thong-bao-tra-loi", "--period", "2020-01"}, "chưa ghi trả lời nào"},
		{[]string{"bao-cao-ky", "--period", "2026-Q3", "--replaces", "999-BC/HU"}, "Không tìm thấy văn bản"},
	} {
		if said := issue(exitRefused, c.args...); !strings.Contains(said, c.says) {
			t.Errorf("%v: %s", c.args, said)
		}
	}
	issue(exitUsage, "bao-cao-ky", "--period", "2026-Q3", "--replaces", "1", "--supplements", "2")
	issue(exitDone, "bao-cao-ky", "--period", "2026-Q3", "--number", "41", "--confirm")
	if said := issue(
		exitRefused,
		"bao-cao-ky",
		"--period",
		"2026-Q3",
		"--confirm",
	); !strings.Contains(
		said,
		"Đã ban hành báo cáo số 41-BC/HU",
	) {
		t.Error(said)
	}
	issue(exitDone, "bao-cao-ky", "--period", "2026-Q3", "--replaces", "41-BC/HU", "--confirm")
	list, _ := on(t, exitDone, dir, "issued", "--period", "2026")
	for _, want := range []string{"(thay thế 41-BC/HU)", "(được thay thế bởi 42-BC/HU)"} {
		if !strings.Contains(list, want) {
			t.Errorf("%q is missing in %s", want, list)
		}
	}
}

// Numbers are kept and given free without a window; both stay in the register.
func TestKeptNumbers(t *testing.T) {
	dir := sampleFolder(t)
	on(t, exitUsage, dir, "reserve", "Quy định", "--number", "1")
	on(t, exitUsage, dir, "reserve", "Quy định", "--number", "một", "--cause", "mat")
	if _, said := on(
		t,
		exitRefused,
		dir,
		"reserve",
		"Quy định",
		"--number",
		"1",
		"--cause",
		"mat",
		"--note",
		"về nhân sự",
	); !strings.Contains(
		said,
		"Không ghi nội dung",
	) {
		t.Error(said)
	}
	said, _ := on(t, exitDone, dir, "reserve", "quy định", "--number", "1", "--to", "2", "--cause", "mat")
	if !strings.Contains(said, "Đã giữ số 01-QĐ/HU") || !strings.Contains(said, "Đã giữ số 02-QĐ/HU") {
		t.Error(said)
	}
	if _, said := on(t, exitRefused, dir, "reserve", "Quy định", "--number", "9", "--cause", "mat"); !strings.Contains(said, "--confirm") {
		t.Error(said)
	}
	on(t, exitUsage, dir, "release", "02-QĐ/HU")
	on(t, exitRefused, dir, "release", "09-QĐ/HU", "--reason", "thừa")
	on(t, exitDone, dir, "release", "02-QĐ/HU", "--reason", "không ban hành nữa")
	list, _ := on(t, exitDone, dir, "issued")
	for _, want := range []string{"01-QĐ/HU\t", "Số giữ: văn bản mật", "Đã bỏ giữ (không ban hành nữa)"} {
		if !strings.Contains(list, want) {
			t.Errorf("%q is missing in %s", want, list)
		}
	}
}
