package border

import (
	"net/url"
	"regexp"
	"strings"

	"caunoi/backend/fault"
)

// linkHosts are the sites a link of the program may open: official texts and
// nothing else. A host matches itself and everything below it.
var linkHosts = []string{"gov.vn", "dangcongsan.vn"}

// mailAddress is deliberately narrower than the standard: quoted local parts
// and comments are legal in mail but only ever useful to an attacker here.
var mailAddress = regexp.MustCompile(`^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)

const maxLink = 2000

// CheckLink says whether the page may have a link opened outside the program
// and returns the form that is handed to the system. Only https to the listed
// official sites and a bare mailto pass (promise 20). Everything else is
// refused, because the system would start programs for file paths and for
// schemes such as search-ms: as readily as a browser for https.
func CheckLink(link string) (string, error) {
	refused := fault.Invalid("link", "Chương trình chỉ mở được trang của cơ quan nhà nước, của Đảng và địa chỉ thư điện tử.")
	if link == "" || len(link) > maxLink || strings.ContainsAny(link, "\\\"'<>`^{}| ") {
		return "", refused
	}
	for _, r := range link {
		if r < 0x21 || r == 0x7f {
			return "", refused
		}
	}
	u, err := url.Parse(link)
	if err != nil {
		return "", refused
	}
	switch u.Scheme {
	case "mailto":
		if u.RawQuery != "" || u.Fragment != "" || !mailAddress.MatchString(u.Opaque) {
			return "", refused
		}
		return "mailto:" + u.Opaque, nil
	case "https":
		if u.Opaque != "" || u.User != nil || (u.Port() != "" && u.Port() != "443") || !officialHost(u.Hostname()) {
			return "", refused
		}
		return u.String(), nil
	default:
		return "", refused
	}
}

func officialHost(host string) bool {
	host = strings.ToLower(host)
	for _, r := range host {
		// Only plain letters: a Cyrillic "а" looks like ours and is another site.
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' && r != '.' {
			return false
		}
	}
	if strings.Contains(host, "xn--") || strings.Contains(host, "..") {
		return false
	}
	for _, known := range linkHosts {
		if host == known || strings.HasSuffix(host, "."+known) {
			return true
		}
	}
	return false
}
