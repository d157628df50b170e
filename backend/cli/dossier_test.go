package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The dossier of the newest session of the made-up office is written, and without a file the sessions are listed.
func TestDossier(t *testing.T) {
	dir, out := sampleFolder(t), filepath.Join(t.TempDir(), "ho-so.pdf")
	list, _ := on(t, exitDone, dir, "dossier")
	lines := strings.Split(strings.TrimSpace(list), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], "Hội nghị Ban Chấp hành") {
		t.Fatalf("sessions: %q", list)
	}
	id, _, _ := strings.Cut(lines[1], "\t")
	said, _ := on(t, exitDone, dir, "dossier", id, "--out", out, "--duplex", "--copies")
	file, err := os.ReadFile(out)
	if err != nil || !bytes.HasPrefix(file, []byte("%PDF-")) || !strings.Contains(said, "trang)") {
		t.Errorf("%q, %v", said, err)
	}
	_, refused := on(t, exitRefused, dir, "dossier", "khong-co", "--out", out)
	if !strings.Contains(refused, "Không còn phiên họp này") {
		t.Errorf("an unknown session: %q", refused)
	}
}
