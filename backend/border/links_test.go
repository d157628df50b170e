package border

import "testing"

// The first part are addresses that other desktop programs let through to the
// system's "open" and that start a local program there.
func TestOnlyOfficialLinksLeaveTheProgram(t *testing.T) {
	refused := []string{
		"", " ",
		"C:/Windows/System32/calc.exe", "c:calc.exe", `C:\Windows\System32\calc.exe`, "/usr/bin/xterm", "calc.exe",
		"file:///C:/Windows/System32/calc.exe", "file://may-chu/chia-se/a.exe", `\\may-chu\chia-se\a.exe`, "//may-chu/a",
		"ms-msdt:/id PCWDiagnostic", "search-ms:query=a", "ms-officecmd:{}", "vbscript:MsgBox(1)", "shell:startup",
		"smb://may-chu/chia-se", "ftp://chinhphu.gov.vn/a", "javascript:alert(1)", "data:text/html,a", "ms-settings:privacy",
		"http://chinhphu.gov.vn", "https:", "https://", "https:chinhphu.gov.vn", "https://example.com",
		"https://chinhphu.gov.vn.example.com", "https://xgov.vn", "https://chinhphu.gov.vn@example.com",
		"https://a:b@chinhphu.gov.vn", "https://chinhphu.gov.vn:8443/", "https://chinhphu.gov.vn\\@example.com",
		"https://xn--chnhph-xxa.gov.vn", "https://chіnhphu.gov.vn", "https://chinhphu.gov.vn/\r\nA: b",
		"https://chinhphu.gov.vn/a b", `https://chinhphu.gov.vn/"&calc`, "https://chinhphu.gov.vn/%zz",
		"https://127.0.0.1/", "https://[::1]/", "https://..gov.vn/",
		"mailto:", "mailto:a", "mailto:a@b", "mailto:a@b.vn?attach=C:/a.txt", "mailto:a@b.vn,c@d.vn", "mailto:a@b.vn#x", "mailto://a@b.vn",
	}
	for _, link := range refused {
		if got, err := CheckLink(link); err == nil {
			t.Errorf("CheckLink(%q) = %q, want it refused", link, got)
		}
	}
	allowed := map[string]string{
		"https://chinhphu.gov.vn":                        "https://chinhphu.gov.vn",
		"https://vanban.chinhphu.gov.vn/?pageid=1":       "https://vanban.chinhphu.gov.vn/?pageid=1",
		"https://CHINHPHU.gov.vn:443/a":                  "https://CHINHPHU.gov.vn:443/a",
		"https://tulieuvankien.dangcongsan.vn/a#b":       "https://tulieuvankien.dangcongsan.vn/a#b",
		"mailto:vanphong@huyenuy-mau.example.vn":         "mailto:vanphong@huyenuy-mau.example.vn",
		"https://dangcongsan.vn/tim?q=%C4%91%E1%BA%A3ng": "https://dangcongsan.vn/tim?q=%C4%91%E1%BA%A3ng",
	}
	for link, want := range allowed {
		if got, err := CheckLink(link); err != nil || got != want {
			t.Errorf("CheckLink(%q) = %q, %v, want %q", link, got, err, want)
		}
	}
}
