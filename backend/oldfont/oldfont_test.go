package oldfont

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// letters are all Vietnamese letters beyond ASCII with their codes, as the two publishers list them: Unicode, TCVN3, VNI.
const letters = `
à µ aø | á ¸ aù | ả ¶ aû | ã · aõ | ạ ¹ aï
ă ¨ aê | ằ » aè | ắ ¾ aé | ẳ ¼ aú | ẵ ½ aü | ặ Æ aë
â © aâ | ầ Ç aà | ấ Ê aá | ẩ È aå | ẫ É aã | ậ Ë aä
è Ì eø | é Ð eù | ẻ Î eû | ẽ Ï eõ | ẹ Ñ eï
ê ª eâ | ề Ò eà | ế Õ eá | ể Ó eå | ễ Ô eã | ệ Ö eä
ì × ì | í Ý í | ỉ Ø æ | ĩ Ü ó | ị Þ ò
ò ß oø | ó ã où | ỏ á oû | õ â oõ | ọ ä oï
ô « oâ | ồ å oà | ố è oá | ổ æ oå | ỗ ç oã | ộ é oä
ơ ¬ ô | ờ ê ôø | ớ í ôù | ở ë ôû | ỡ ì ôõ | ợ î ôï
ù ï uø | ú ó uù | ủ ñ uû | ũ ò uõ | ụ ô uï
ư ­ ö | ừ õ öø | ứ ø öù | ử ö öû | ữ ÷ öõ | ự ù öï
ỳ ú yø | ý ý yù | ỷ û yû | ỹ ü yõ | ỵ þ î
đ ® ñ | Đ § Ñ | Ă ¡ AÊ | Â ¢ AÂ | Ê £ EÂ | Ô ¤ OÂ | Ơ ¥ Ô | Ư ¦ Ö`

func TestEveryLetter(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, entry := range strings.FieldsFunc(letters, func(r rune) bool { return r == '|' || r == '\n' }) {
		f := strings.Fields(entry)
		seen[f[0]] = true
		for i, e := range Both {
			// Behind a small letter, so that none is raised to a capital.
			if got, ok := Decode("x "+f[i+1], e); !ok || got != "x "+f[0] {
				t.Errorf("%s in %s: %q, want %s", f[i+1], e, got, f[0])
			}
		}
		if f[0] == strings.ToLower(f[0]) { // VNI has every capital
			if got, ok := Decode(strings.ToUpper(f[2]), VNI); !ok || got != strings.ToUpper(f[0]) {
				t.Errorf("%s: %q, want %s", strings.ToUpper(f[2]), got, strings.ToUpper(f[0]))
			}
		}
	}
	for r := range vietnamese {
		if low := strings.ToLower(string(r)); r >= 0x80 && !seen[low] {
			t.Errorf("%s is in no table", low)
		}
	}
}

// texts as they stand in old files beside what they say.
var texts = []struct{ unicode, tcvn3, vni string }{
	{"Cộng hòa xã hội chủ nghĩa Việt Nam", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"},
	{"Độc lập - Tự do - Hạnh phúc", "§éc lËp - Tù do - H¹nh phóc", "Ñoäc laäp - Töï do - Haïnh phuùc"},
	{"Trần Mẫu An", "TrÇn MÉu An", "Traàn Maãu An"},
	{"Nguyễn Mẫu Phương", "NguyÔn MÉu Ph­¬ng", "Nguyeãn Maãu Phöông"},
	{"Đảng ủy xã Mẫu", "§¶ng ñy x· MÉu", "Ñaûng uûy xaõ Maãu"},
	{"Lê Thị Mẫu Ánh", "Lª ThÞ MÉu ¸nh", "Leâ Thò Maãu AÙnh"},
	{"Huỳnh Mẫu Kỷ", "Huúnh MÉu Kû", "Huyønh Maãu Kyû"},
	{"Đ/c Võ Mẫu Dũng", "§/c Vâ MÉu Dòng", "Ñ/c Voõ Maãu Duõng"},
	{"Phó Chủ tịch HĐND", "Phã Chñ tÞch H§ND", "Phoù Chuû tòch HÑND"},
	{"Ủy viên", "ñy viªn", "UÛy vieân"},
	{"Bí thư", "BÝ th­", "Bí thö"},
	{"TRẦN MẪU AN", "TRÇN MÉU AN", "TRAÀN MAÃU AN"},
}

func TestTextsOfOldFiles(t *testing.T) {
	t.Parallel()
	for _, c := range texts {
		for e, old := range map[Encoding]string{TCVN3: c.tcvn3, VNI: c.vni} {
			if got, ok := Decode(old, e); !ok || got != c.unicode {
				t.Errorf("%q in %s: %q, want %q", old, e, got, c.unicode)
			}
			if got := Judge(old, e); got != Sure {
				t.Errorf("%q in %s is not sure: %d", old, e, got)
			}
			if other := TCVN3 + VNI - e; Judge(old, other) == Sure && old != "Bí thö" { // "Bớ thử": its row tells
				t.Errorf("%q reads in %s too", old, other)
			}
		}
		if Judge(c.unicode, TCVN3) >= Partly || Judge(c.unicode, VNI) >= Partly {
			t.Errorf("%q is Unicode", c.unicode)
		}
	}
	for _, text := range []string{
		"100 m²", "25 °C", "A × B", "«Sổ»", "½", "café", "Müller", "5 µm", "naïve", "® Mẫu", "Ðắk", "Niê", "Y Krông Êban", "No", "§ 5",
	} {
		for _, e := range Both {
			if Judge(text, e) >= Partly && text != "§ 5" {
				t.Errorf("%q is taken for %s", text, e)
			}
		}
	}
}

func TestBothReadingsAreMaybe(t *testing.T) {
	t.Parallel()
	for text, e := range map[string]Encoding{"Sôn": VNI, "Lê": TCVN3} {
		if Judge(text, e) != Maybe {
			t.Errorf("%q in %s: %d", text, e, Judge(text, e))
		}
	}
	if Judge("Traàn Bình Trọng", VNI) != Mixed {
		t.Error("half a name in VNI")
	}
	if Judge("Xaõ Kroâng", VNI) != Partly || Judge("Kroâng", VNI) != Odd || Judge("Krông Búk", VNI) != Unicode {
		t.Error("names of other tongues", Judge("Xaõ Kroâng", VNI), Judge("Kroâng", VNI), Judge("Krông Búk", VNI))
	}
	if !Certain("Trần") || Certain("Traàn") || Certain("Lê") {
		t.Error("certain")
	}
	if FontNamed(".VnTimeH") != (Font{TCVN3, true}) || FontNamed("VNI-Times").Encoding != VNI || FontNamed("Times New Roman") != (Font{}) {
		t.Error("fonts")
	}
}

// No name that is Unicode already is taken for anything else: all names of the sample lists, and of the official lists of
// units where they are at hand.
func TestUnicodeNamesStayAsTheyAre(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob(filepath.Join("..", "exchange", "testdata", "sheets", "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no names")
	}
	for _, dir := range []string{os.Getenv("CAUNOI_DATA_SETS"), filepath.Join("..", "..", "..", "shared", "data")} {
		lists, _ := filepath.Glob(filepath.Join(dir, "*.csv"))
		paths = append(paths, lists...)
	}
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			continue
		}
		defer file.Close()
		if strings.Contains(path, "old-font") {
			continue
		}
		for lines := bufio.NewScanner(file); lines.Scan(); {
			for _, text := range strings.FieldsFunc(lines.Text(), func(r rune) bool { return strings.ContainsRune("|,;\t\"", r) }) {
				for _, e := range Both {
					if Judge(text, e) >= Partly {
						t.Errorf("%s: %q is taken for %s", path, text, e)
					}
				}
			}
		}
	}
}
