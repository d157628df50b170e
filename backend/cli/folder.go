package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/desk"
	"caunoi/backend/fault"
	"caunoi/backend/sample"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// as says who acts in the trail.
func as(action string) store.As { return store.As{UserName: "caunoi-cli", Action: action} }

// open opens the data folder of a job; it must hold data already. Another day than the machine's is for trials: it is
// refused where an office keeps its records.
func (j job) open() (*desk.Desk, error) {
	d := desk.New(j.data, desk.WithClock(j.flags.now))
	if !d.Store().Exists() {
		return nil, fault.NotFound(
			fmt.Sprintf(
				"Thư mục “%s” chưa có dữ liệu. Hãy chạy “caunoi-cli --data %s init” trước, hoặc kiểm tra lại đường dẫn.",
				j.data,
				j.data,
			),
		)
	}
	if err := d.Open(); err != nil || !j.flags.has("today") {
		return d, err
	}
	err := d.Store().Read(context.Background(), as("cli.today"), func(tx *store.Tx) error {
		office, err := units.TheOffice(tx)
		if err == nil && office.Name != "" && !office.Sample {
			err = fault.Conflict("--today chỉ dùng với văn phòng mẫu; sổ sách của cơ quan luôn ghi theo ngày của máy. Hãy bỏ --today.")
		}
		return err
	})
	if err != nil {
		d.Close()
	}
	return d, err
}

// create opens a folder that must not hold data yet.
func (j job) create() (*desk.Desk, error) {
	d := desk.New(j.data, desk.WithClock(j.flags.now))
	if d.Store().Exists() {
		return nil, fault.Conflict(fmt.Sprintf("Thư mục “%s” đã có dữ liệu; không ghi đè. Hãy chọn thư mục khác.", j.data))
	}
	return d, d.Open()
}

// abandon removes what a failed creation left, so that it can be tried again.
func abandon(d *desk.Desk, err error) error {
	if err != nil {
		d.Store().Discard()
	}
	d.Close()
	return err
}

func initFolder(j job) error {
	password, err := firstLine(j.flags.get("password-file", ""))
	if err != nil {
		return err
	}
	d, err := j.create()
	if err != nil {
		return err
	}
	if !j.flags.has("name") {
		d.Close()
		fmt.Fprintln(j.out, "Đã tạo kho dữ liệu trống:", j.data)
		return nil
	}
	err = d.Store().Write(context.Background(), as("cli.init"), func(tx *store.Tx) error {
		_, err := units.StoreOffice(tx, units.Office{Level: units.Level(j.flags.get("level", "")), Name: j.flags.get("name", ""),
			Superior: j.flags.get("superior", ""), Place: j.flags.get("place", "")})
		if err != nil {
			return err
		}
		tx.Audit("office", "Thiết lập văn phòng từ dòng lệnh.")
		_, err = d.Gate.CreateUser(
			tx,
			access.UserInput{
				Login:    j.flags.get("login", "quantri"),
				Name:     j.flags.get("full-name", "Quản trị"),
				Position: access.QuanTri,
				Password: password,
			},
		)
		return err
	})
	if err := abandon(d, err); err != nil {
		return err
	}
	fmt.Fprintln(j.out, "Đã thiết lập cơ quan:", j.flags.get("name", ""))
	return nil
}

// firstLine reads a password from a file; on the command line others could see it.
func firstLine(path string) (string, error) {
	if path == "" {
		return "", nil
	}
	file, err := os.Open(path)
	if err != nil {
		return "", fault.Invalid("password", fmt.Sprintf("Không đọc được tệp mật khẩu “%s”.", path))
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Scan()
	return strings.TrimRight(lines.Text(), "\r"), lines.Err()
}

func makeSample(j job) error {
	d, err := j.create()
	if err != nil {
		return err
	}
	if err := abandon(d, sample.Fill(d)); err != nil {
		return err
	}
	fmt.Fprintln(j.out, "Đã tạo văn phòng mẫu:", j.data)
	j.printAccounts()
	return nil
}

func (j job) printAccounts() {
	for _, account := range sample.Accounts {
		fmt.Fprintf(j.out, "Đăng nhập: %s / %s (%s)\n", account.Login, desk.SamplePassword, account.Position.Word())
	}
}

func generate(j job) error {
	scale, err := j.oneOf("scale", "", "commune", "district", "province")
	if err != nil {
		return err
	}
	d, err := j.create()
	if err != nil {
		return err
	}
	err = sample.Generate(d, scale, func(done string) { fmt.Fprintln(j.err, done) })
	if err := abandon(d, err); err != nil {
		return err
	}
	fmt.Fprintln(j.out, "Đã tạo dữ liệu thử:", j.data)
	j.printAccounts()
	return nil
}

// day reads a flag that holds a day; otherwise today.
func (j job) day(name string, today dates.Date) (dates.Date, error) {
	text := j.flags.get(name, "")
	if text == "" {
		return today, nil
	}
	if d := dates.Date(text); d.Valid() {
		return d, nil
	}
	d, err := dates.ParseTyped(text, today)
	if err != nil {
		return "", usageError{fmt.Sprintf("--%s: %s", name, err.Error()), overview()}
	}
	return d, nil
}
