package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Backup, damage, restore, way back and confirmation as a script does them.
func TestBackupAndRestore(t *testing.T) {
	dir, stick := sampleFolder(t), t.TempDir()
	said, _ := on(t, exitDone, dir, "backup", "--out", stick)
	copies, _ := filepath.Glob(filepath.Join(stick, "*.db"))
	if len(copies) != 1 || !strings.Contains(said, copies[0]) {
		t.Fatalf("%q, %v", said, copies)
	}
	if list, _ := on(t, exitDone, dir, "backup", "list"); strings.Count(list, "\n") != 1 || !strings.Contains(list, "Bấm sao lưu") {
		t.Errorf("list: %q", list)
	}
	if said, _ := cli(t, exitDone, "verify", copies[0]); !strings.Contains(said, "còn nguyên") {
		t.Errorf("verify: %q", said)
	}
	before, _ := on(t, exitDone, dir, "check")
	database := filepath.Join(dir, "caunoi.db")
	if err := os.WriteFile(database, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, said := on(t, exitRefused, dir, "check"); !strings.Contains(said, "caunoi-cli restore") {
		t.Errorf("damaged: %q", said)
	}
	on(t, exitRefused, dir, "restore", "khong-co")
	on(t, exitRefused, dir, "restore", database)
	on(t, exitDone, dir, "restore", copies[0])
	after, _ := on(t, exitDone, dir, "check")
	if entries(before) >= entries(after) || strings.Split(before, "audit_entries")[0] != strings.Split(after, "audit_entries")[0] {
		t.Errorf("restored:\n%s\nwas:\n%s", after, before)
	}
	on(t, exitDone, dir, "restore", "confirm")
	on(t, exitRefused, dir, "restore", "undo")

	name := strings.TrimSuffix(filepath.Base(copies[0]), ".db")
	on(t, exitDone, dir, "restore", name)
	on(t, exitDone, dir, "restore", "undo")
	if again, _ := on(t, exitDone, dir, "check"); entries(again) < entries(after) {
		t.Errorf("taken back:\n%s", again)
	}
	content, err := os.ReadFile(copies[0])
	if err != nil {
		t.Fatal(err)
	}
	content[len(content)/2] ^= 1
	if err := os.WriteFile(copies[0], content, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, said := cli(t, exitRefused, "verify", copies[0]); !strings.Contains(said, "không còn như lúc chép") {
		t.Errorf("one bit changed: %q", said)
	}
	on(t, exitRefused, dir, "restore", copies[0])
}

// entries is the number of lines of the trail as check prints it, in a form that compares as text.
func entries(checked string) string {
	_, rest, _ := strings.Cut(checked, "audit_entries ")
	n, _, _ := strings.Cut(rest, "\n")
	return strings.Repeat(" ", 8-len(n)) + n
}
