package reports

import (
	"os"
	"path/filepath"
	"testing"
)

// TestSamples renders one paper of every kind; with CAUNOI_SAMPLES_OUT set, the files are kept there to be looked at.
func TestSamples(t *testing.T) {
	for name, doc := range samples() {
		t.Run(name, func(t *testing.T) {
			pdf, err := RenderPDF(doc, madeAt)
			if err != nil {
				t.Fatal(err)
			}
			CheckPDF(t, doc, madeAt)
			if dir := os.Getenv("CAUNOI_SAMPLES_OUT"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, name+".pdf"), pdf.Bytes, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
