package border

import (
	"archive/zip"
	"bytes"
	"io/fs"
)

// Screens opens the archive of the built screens, which build/pack writes. Where none was built, as when bindings are
// generated, the folder itself is given; the window then says that it has no pages.
func Screens(folder fs.FS, name string) fs.FS {
	packed, err := fs.ReadFile(folder, name)
	if err != nil {
		return folder
	}
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return folder
	}
	return archive
}
