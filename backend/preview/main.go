// Command preview serves the desk to a browser on this machine: for machines
// without a screen and for the browser tests. It is the same desk, the same
// page and the same calls as in the window; only what lies outside differs
// (a download instead of a save dialog). It listens on 127.0.0.1 only, is one
// session like the window, and is never part of the shipped program.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"caunoi/backend/border"
	"caunoi/backend/clock"
	"caunoi/backend/desk"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		log.SetFlags(0)
		log.Fatal(err)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("preview", flag.ContinueOnError)
	data := flags.String("data", "", "thư mục dữ liệu (mặc định: như chương trình)")
	sample := flags.Bool("sample", false, "mở văn phòng mẫu, không đụng tới dữ liệu của cơ quan")
	addr := flags.String("addr", "127.0.0.1:0", "địa chỉ lắng nghe, chỉ trên máy này")
	dist := flags.String("dist", "frontend/dist", "thư mục màn hình đã dựng")
	today := flags.String("today", "", "ngày làm việc thử, ví dụ 2026-11-26 hoặc 2026-11-26T14:05 (mặc định: đồng hồ của máy)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	now, err := clock.From(*today)
	if err != nil {
		return err
	}
	folder, err := border.DataFolder(*data, os.Getenv)
	if err != nil {
		return err
	}
	listener, err := listen(*addr)
	if err != nil {
		return err
	}
	defer listener.Close()

	d := newDesk(folder, now)
	defer d.Close()
	if err := open(d, *sample); err != nil {
		log.Println(err) // the page shows it too, as the window does
	}
	d.KeepBackups()
	app := border.NewApp(d.Gate, browser{d.Gate.Files()}, border.About{Version: "xem trước", DataFolder: folder, Preview: true})
	calls := border.NewCalls(append(d.Bound(), app))
	server := &http.Server{
		Handler:           newServer(listener.Addr().String(), os.DirFS(*dist), d.Gate, calls),
		ReadHeaderTimeout: 10 * time.Second,
	}

	stop, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	go func() {
		<-stop.Done()
		ending, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		_ = server.Shutdown(ending) // what has not ended by then is cut off; every action commits by itself
	}()
	announce(d, listener.Addr().String())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// listen refuses every address but loopback: whoever reaches the preview sits at the desk.
func listen(addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("địa chỉ %q không đúng; hãy viết như 127.0.0.1:8080", addr)
	}
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		return nil, fmt.Errorf("bản xem trước chỉ lắng nghe trên máy này (127.0.0.1), không mở %q", host)
	}
	return net.Listen("tcp", addr)
}

// announce prints the address on a line of its own, which the browser tests read.
func announce(d *desk.Desk, addr string) {
	fmt.Printf("Mở trình duyệt tại: http://%s/\n", addr)
	status, err := d.Self.Status()
	if err != nil {
		return
	}
	for _, in := range status.SignIns {
		fmt.Printf("Đăng nhập: %s / %s (%s)\n", in.Login, in.Password, in.RoleWord)
	}
	fmt.Println("Bấm Ctrl+C để dừng.")
}
