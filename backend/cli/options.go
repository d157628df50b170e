package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"caunoi/backend/border"
	"caunoi/backend/clock"
)

// options are the flags of every command; a command says which of them it takes.
type options struct {
	data    string
	now     func() time.Time // of --today, or the machine's
	help    bool
	version bool
	given   []string
	values  map[string]string
}

// valued flags take a value, the others stand alone.
var valued = map[string]string{
	"data":          "THƯ_MỤC",
	"today":         "NGÀY",
	"scale":         "CỠ",
	"as-of":         "NGÀY",
	"source":        "CĂN_CỨ",
	"scheme":        "CHỦ_TRƯƠNG",
	"ambiguous":     "CÁCH",
	"close":         "PHẠM_VI",
	"ending":        "SỐ",
	"period":        "KỲ",
	"unit":          "MÃ",
	"format":        "DẠNG",
	"form":          "THỂ_THỨC",
	"out":           "TỆP",
	"number":        "SỐ",
	"suffix":        "CHỮ",
	"date":          "NGÀY",
	"level":         "CẤP",
	"name":          "TÊN",
	"superior":      "CẤP_TRÊN",
	"place":         "ĐỊA_DANH",
	"login":         "TÊN_ĐĂNG_NHẬP",
	"full-name":     "HỌ_TÊN",
	"password-file": "TỆP",
	"each":          "MỤC",
}

var plain = []string{"help", "version", "apply", "close-below", "skip-errors", "draft", "copies", "duplex", "contents-only"}

// parse takes flags wherever they stand, "--name value" or "--name=value", so that a script need not mind their order.
func parse(args []string) (*options, []string, error) {
	o := &options{values: map[string]string{}}
	var words []string
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "-h" {
			arg = "--help"
		}
		if arg == "--" {
			words = append(words, args[i+1:]...)
			break
		}
		if !strings.HasPrefix(arg, "--") {
			words = append(words, arg)
			continue
		}
		name, value, inline := strings.Cut(strings.TrimPrefix(arg, "--"), "=")
		_, takesValue := valued[name]
		switch {
		case takesValue && !inline:
			if i+1 == len(args) {
				return nil, nil, usageError{fmt.Sprintf("Thiếu giá trị sau --%s.", name), overview()}
			}
			i++
			value = args[i]
		case !takesValue && (inline || !slices.Contains(plain, name)):
			return nil, nil, usageError{fmt.Sprintf("Không có tùy chọn --%s.", name), overview()}
		}
		o.given = append(o.given, name)
		o.values[name] = value
	}
	o.help, o.version = o.has("help"), o.has("version")
	folder, err := border.DataFolder(o.values["data"], os.Getenv)
	if err != nil && !o.help && !o.version {
		return nil, nil, err
	}
	o.data = folder
	if o.now, err = clock.From(o.values["today"]); err != nil {
		return nil, nil, usageError{"--today: " + err.Error(), overview()}
	}
	return o, words, nil
}

func (o *options) has(name string) bool { return slices.Contains(o.given, name) }

func (o *options) get(name, otherwise string) string {
	if o.has(name) {
		return o.values[name]
	}
	return otherwise
}

// oneOf reads a flag that has a fixed list of values.
func (j job) oneOf(name, otherwise string, allowed ...string) (string, error) {
	value := j.flags.get(name, otherwise)
	if !slices.Contains(allowed, value) {
		return "", usageError{
			fmt.Sprintf(
				"--%s phải là một trong: %s.",
				name,
				strings.Join(slices.DeleteFunc(slices.Clone(allowed), func(s string) bool { return s == "" }), ", "),
			),
			overview(),
		}
	}
	return value, nil
}
