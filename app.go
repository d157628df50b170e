package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/windows"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"caunoi/backend/border"
	"caunoi/backend/desk"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// program is the desktop window around the desk: its life from start to end,
// and the window's way out for documents and links (border.Outside).
type program struct {
	desk   *desk.Desk
	app    *border.App
	sample bool
	ctx    context.Context // of the window; set when it opens
}

// windowOptions describes the one window. What is left out matters as much:
// no developer tools, no context menu of the browser, no further origins that
// may call Go, no error text of Go that was not written for a person.
func windowOptions(p *program) *options.App {
	return &options.App{
		Title:            "Cầu Nối",
		Width:            1366,
		Height:           768,
		MinWidth:         1024,
		MinHeight:        640,
		BackgroundColour: options.NewRGB(0xFA, 0xF8, 0xF5),
		AssetServer: &assetserver.Options{
			Assets:     border.Screens(screens, "frontend/packed/screens.zip"),
			Middleware: func(next http.Handler) http.Handler { return border.WithFilesAndHeaders(p.desk.Gate, next) },
		},
		Bind:           append(p.desk.Bound(), p.app),
		ErrorFormatter: func(err error) any { return fault.JSON(err) },
		OnStartup:      p.start,
		OnShutdown:     func(context.Context) { p.desk.Close() },
		// The window's own lock only brings the open window to the front; what
		// protects the data is the lock file in the data folder.
		SingleInstanceLock: &options.SingleInstanceLock{
			UniqueId:               "vn-caunoi-" + folderMark(p.desk.Dir()),
			OnSecondInstanceLaunch: func(options.SecondInstanceData) { p.show() },
		},
		Windows: &windows.Options{
			// What the page keeps for itself belongs to the office's own folder.
			WebviewUserDataPath:  filepath.Join(p.desk.Dir(), "webview"),
			DisablePinchZoom:     true,
			IsZoomControlEnabled: false,
			Theme:                windows.Light,
			Messages:             webviewMessages(),
		},
		Linux: &linux.Options{
			ProgramName:      "caunoi",
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever, // some drivers of older machines draw nothing otherwise
		},
	}
}

// webviewMessages are what Windows shows when the page cannot be drawn at all.
func webviewMessages() *windows.Messages {
	m := windows.DefaultMessages()
	const install = "Máy này chưa có WebView2 của Microsoft, phần dùng để vẽ màn hình. Hãy chạy lại bộ cài Cầu Nối, hoặc nhờ người quản trị máy cài WebView2."
	m.InstallationRequired, m.Webview2NotInstalled, m.ContactAdmin, m.MissingRequirements = install, install, install, "Thiếu WebView2"
	m.UpdateRequired = "WebView2 trên máy này đã cũ. Hãy chạy lại bộ cài Cầu Nối, hoặc nhờ người quản trị máy cập nhật WebView2."
	m.FailedToInstall = "Cài WebView2 không thành công. Hãy nhờ người quản trị máy."
	m.DownloadPage = "Cầu Nối cần WebView2, phiên bản ít nhất: "
	m.PressOKToInstall = "Bấm OK để cài."
	m.InvalidFixedWebview2 = "Bản WebView2 đi kèm không dùng được. Hãy chạy lại bộ cài Cầu Nối."
	m.WebView2ProcessCrash = "Phần vẽ màn hình đã dừng đột ngột. Dữ liệu đã lưu vẫn còn. Hãy mở lại Cầu Nối."
	m.Error = "Lỗi"
	return m
}

// folderMark tells windows of different data folders apart, so that the sample
// office of a trial does not bring the real office's window to the front.
func folderMark(dir string) string {
	sum := sha256.Sum256([]byte(dir))
	return hex.EncodeToString(sum[:6])
}

// start opens the desk; calls of the page wait at the gate until it is open and
// get the reason when it could not be.
func (p *program) start(ctx context.Context) {
	p.ctx = ctx
	p.emptyReadingFolder()
	// The page asks desk.Status and shows why opening failed, so nothing is done with the error here.
	// Failing to open the made-up office leaves the office's own folder open.
	if p.sample {
		_ = p.desk.OpenSampleFolder()
	} else {
		_ = p.desk.Open()
	}
	p.desk.KeepBackups()
}

func (p *program) show() {
	if p.ctx != nil {
		runtime.WindowUnminimise(p.ctx)
		runtime.Show(p.ctx)
	}
}

// readingFolder holds documents that are open in another program; it is emptied at the next start.
func (p *program) readingFolder() string { return filepath.Join(p.desk.Dir(), store.ReadingFolder) }

// emptyReadingFolder does its best: a copy that another program still has open stays until the next start.
func (p *program) emptyReadingFolder() {
	if _, err := os.Stat(p.readingFolder()); err != nil || store.MakeOwnFolder(p.readingFolder(), isLaidCopy) != nil {
		return
	}
	_ = store.RemoveOwnFolder(p.readingFolder())
}

// isLaidCopy tells a folder that lay made, also before reading folders carried a mark: os.MkdirTemp names it by a number.
func isLaidCopy(entry fs.DirEntry) bool {
	const shortest = 7 // digits; a folder somebody named after a year is none
	return entry.IsDir() && len(entry.Name()) >= shortest && strings.Trim(entry.Name(), "0123456789") == ""
}

// Save asks where to keep a document and writes it there.
func (p *program) Save(name string, content []byte) (border.Handed, error) {
	ext := filepath.Ext(name)
	path, err := runtime.SaveFileDialog(p.ctx, runtime.SaveDialogOptions{
		Title:           "Lưu văn bản",
		DefaultFilename: name,
		Filters:         []runtime.FileFilter{{DisplayName: strings.ToUpper(strings.TrimPrefix(ext, ".")), Pattern: "*" + ext}},
	})
	if err != nil {
		return border.Handed{}, fault.Conflict("Không mở được hộp thoại lưu tệp. Hãy thử lại.")
	}
	if path == "" {
		return border.Handed{}, nil
	}
	if !strings.EqualFold(filepath.Ext(path), ext) {
		path += ext
	}
	if err := border.WriteFile(path, content); err != nil {
		return border.Handed{}, err
	}
	return border.Handed{Done: true, Path: path}, nil
}

// Open shows a document in the reader that the system has for it.
func (p *program) Open(name string, content []byte) (border.Handed, error) {
	return p.lay(name, content, border.OpenWithSystem)
}

// Print sends a document to the printer.
func (p *program) Print(name string, content []byte) (border.Handed, error) {
	return p.lay(name, content, border.PrintWithSystem)
}

// lay puts a copy where another program can read it. Each gets a folder of its
// own, because the reader may still hold the last one of the same name.
func (p *program) lay(name string, content []byte, then func(path string) error) (border.Handed, error) {
	if err := store.MakeOwnFolder(p.readingFolder(), isLaidCopy); err != nil {
		return border.Handed{}, err
	}
	dir, err := os.MkdirTemp(p.readingFolder(), "")
	if err != nil {
		return border.Handed{}, fault.Unavailable("Không ghi được vào thư mục dữ liệu. Hãy kiểm tra quyền ghi hoặc dung lượng đĩa.")
	}
	path := filepath.Join(dir, name)
	if err := border.WriteFile(path, content); err != nil {
		return border.Handed{}, err
	}
	if err := then(path); err != nil {
		return border.Handed{}, err
	}
	return border.Handed{Done: true}, nil
}

// Link opens a checked link in the system's browser or mail program.
func (p *program) Link(link string) (border.Handed, error) {
	runtime.BrowserOpenURL(p.ctx, link)
	return border.Handed{Done: true}, nil
}
