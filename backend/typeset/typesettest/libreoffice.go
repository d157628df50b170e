package typesettest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// convertByLibreOffice turns files of one kind into another with LibreOffice, all in one run because starting it takes long, and
// gives where each result lies. from and to are endings of names.
func convertByLibreOffice(t *testing.T, from, to string, files map[string][]byte) map[string]string {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("soffice is not here: install libreoffice-writer-nogui and libreoffice-calc-nogui (build/scripts/install.sh test does)")
	}
	dir := t.TempDir()
	args := []string{
		"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--norestore",
		"--convert-to", to, "--outdir", filepath.Join(dir, "out"),
	}
	paths := map[string]string{}
	for name, file := range files {
		base := fmt.Sprintf("%03d", len(paths))
		paths[name] = filepath.Join(dir, "out", base+"."+to)
		if err := os.WriteFile(filepath.Join(dir, base+"."+from), file, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, filepath.Join(dir, base+"."+from))
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	return paths
}

var pagesLine = regexp.MustCompile(`(?m)^Pages:\s+(\d+)`)

// PrintWorkbooks counts the pages each workbook takes when LibreOffice prints it.
func PrintWorkbooks(t *testing.T, files map[string][]byte) map[string]int {
	t.Helper()
	pages := map[string]int{}
	for name, path := range convertByLibreOffice(t, "xlsx", "pdf", files) {
		said, err := exec.Command("pdfinfo", path).Output()
		if err != nil {
			t.Fatalf("LibreOffice did not print %s: %v", name, err)
		}
		found := pagesLine.FindSubmatch(said)
		if found == nil {
			t.Fatalf("%s: no pages in %s", name, said)
		}
		if pages[name], err = strconv.Atoi(string(found[1])); err != nil {
			t.Fatal(err)
		}
		if dir := os.Getenv("CAUNOI_SAMPLES_OUT"); dir != "" {
			if content, err := os.ReadFile(path); err == nil {
				_ = os.WriteFile(filepath.Join(dir, "bang "+name+".pdf"), content, 0o600)
			}
		}
	}
	return pages
}
