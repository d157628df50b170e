package dates

import "math"

// The sky behind the lunar calendar: when the moon is new and where the sun stands, after J. Meeus, "Astronomical
// Algorithms", 2nd edition, chapters 49 (phases of the moon), 25 (sun) and 10 (the difference between even time and the
// turning earth, here from published decade values). New moons come out within some ten seconds and the sun within two
// thousandths of a degree for 1900–2100. From 1968, when this calendar came into force, to 2100 no new moon falls so
// near to midnight at UTC+7 that this could move a month; the tests check every month start against other methods.

const (
	synodicMonth = 29.530588861 // days, mean
	j2000        = 2451545.0    // Julian day of 2000-01-01 12:00
	unixJulian   = 2440587.5    // Julian day of 1970-01-01 00:00 UTC
)

// periodicTerm is coefficient · sin(m·M + l·M' + f·F), with E to the power |m| for the sun's slowly shrinking orbit.
type periodicTerm struct {
	days    float64
	m, l, f float64
}

var newMoonTerms = []periodicTerm{
	{-0.40720, 0, 1, 0}, {0.17241, 1, 0, 0}, {0.01608, 0, 2, 0}, {0.01039, 0, 0, 2}, {0.00739, -1, 1, 0},
	{-0.00514, 1, 1, 0}, {0.00208, 2, 0, 0}, {-0.00111, 0, 1, -2}, {-0.00057, 0, 1, 2}, {0.00056, 1, 2, 0},
	{-0.00042, 0, 3, 0}, {0.00042, 1, 0, 2}, {0.00038, 1, 0, -2}, {-0.00024, -1, 2, 0}, {-0.00007, 2, 1, 0},
	{0.00004, 0, 2, -2}, {0.00004, 3, 0, 0}, {0.00003, 1, 1, -2}, {0.00003, 0, 2, 2}, {-0.00003, 1, 1, 2},
	{0.00003, -1, 1, 2}, {-0.00002, -1, 1, -2}, {-0.00002, 1, 3, 0}, {0.00002, 0, 4, 0},
}

// planetaryTerms are the pulls of the planets: days · sin(start + rate·k), the first with a term in T².
var planetaryTerms = [][3]float64{
	{0.000325, 299.77, 0.107408}, {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886},
	{0.000126, 349.42, 36.412478}, {0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771},
	{0.000060, 207.14, 2.453732}, {0.000056, 154.84, 7.306860}, {0.000047, 34.52, 27.261239},
	{0.000042, 207.19, 0.121824}, {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
	{0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518},
}

// newMoon gives the Julian day (universal time) of the k-th new moon after the one of 2000-01-06.
func newMoon(k int) float64 {
	n := float64(k)
	t := n / 1236.85
	t2, t3, t4 := t*t, t*t*t, t*t*t*t
	at := 2451550.09766 + synodicMonth*n + 0.00015437*t2 - 0.000000150*t3 + 0.00000000073*t4
	sun := 2.5534 + 29.10535670*n - 0.0000014*t2 - 0.00000011*t3
	moon := 201.5643 + 385.81693528*n + 0.0107582*t2 + 0.00001238*t3 - 0.000000058*t4
	node := 160.7108 + 390.67050284*n - 0.0016118*t2 - 0.00000227*t3 + 0.000000011*t4
	ascending := 124.7746 - 1.56375588*n + 0.0020672*t2 + 0.00000215*t3
	eccentricity := 1 - 0.002516*t - 0.0000074*t2

	for _, term := range newMoonTerms {
		size := term.days
		for i := math.Abs(term.m); i > 0; i-- {
			size *= eccentricity
		}
		at += size * sinDegrees(term.m*sun+term.l*moon+term.f*node)
	}
	at -= 0.00017 * sinDegrees(ascending)
	for i, term := range planetaryTerms {
		angle := term[1] + term[2]*n
		if i == 0 {
			angle -= 0.009173 * t2
		}
		at += term[0] * sinDegrees(angle)
	}
	return at - clockDrift(at)
}

// earthTerms are the larger terms of the planetary theory VSOP87 for the earth's longitude (Meeus, appendix III):
// size in 10⁻⁸ radian, phase in radian, speed in radian per thousand years. The first series stands alone, the second is
// multiplied by the time in thousands of years, the third by its square.
var earthTerms = [3][][3]float64{
	{
		{175347046, 0, 0}, {3341656, 4.6692568, 6283.0758500}, {34894, 4.62610, 12566.15170}, {3497, 2.7441, 5753.3849},
		{3418, 2.8289, 3.5231}, {3136, 3.6277, 77713.7715}, {2676, 4.4181, 7860.4194}, {2343, 6.1352, 3930.2097},
		{1324, 0.7425, 11506.7698}, {1273, 2.0371, 529.6910}, {1199, 1.1096, 1577.3435}, {990, 5.233, 5884.927},
		{902, 2.045, 26.298}, {857, 3.508, 398.149}, {780, 1.179, 5223.694}, {753, 2.533, 5507.553},
		{505, 4.583, 18849.228}, {492, 4.205, 775.523}, {357, 2.920, 0.067}, {317, 5.849, 11790.629},
		{284, 1.899, 796.298}, {271, 0.315, 10977.079}, {243, 0.345, 5486.778}, {206, 4.806, 2544.314},
		{205, 1.869, 5573.143}, {202, 2.458, 6069.777}, {156, 0.833, 213.299}, {132, 3.411, 2942.463},
		{126, 1.083, 20.775}, {115, 0.645, 0.980}, {103, 0.636, 4694.003}, {102, 0.976, 15720.839}, {102, 4.267, 7.114},
	},
	{
		{628331966747, 0, 0}, {206059, 2.678235, 6283.075850}, {4303, 2.6351, 12566.1517}, {425, 1.590, 3.523},
		{119, 5.796, 26.298}, {109, 2.966, 1577.344},
	},
	{{52919, 0, 0}, {8720, 1.0721, 6283.0758}, {309, 0.867, 12566.152}},
}

// sunLongitude gives the sun's apparent longitude in degrees, 0 ≤ λ < 360, at a Julian day of universal time.
func sunLongitude(julian float64) float64 {
	t := (julian + clockDrift(julian) - j2000) / 365250
	earth, power := 0.0, 1e-8
	for _, series := range earthTerms {
		for _, term := range series {
			earth += power * term[0] * math.Cos(term[1]+term[2]*t)
		}
		power *= t
	}
	// Seen from the earth the sun stands opposite; its light takes eight minutes to come, and the earth's axis nods.
	node, mean := 125.04-19341.36*t, 280.4665+360007.698*t
	apparent := earth*180/math.Pi + 180 - 0.00002509 - 0.005692 - 0.004778*sinDegrees(node) - 0.000367*sinDegrees(2*mean)
	return apparent - 360*math.Floor(apparent/360)
}

// clockDrift gives, in days, how far the even time of the planets runs ahead of the turning earth (ΔT). Decade values
// are observed up to 2020 and expected after; nobody can know those to better than a minute by 2100.
func clockDrift(julian float64) float64 {
	seconds := [...]float64{
		13.7, 12.5, 12.0, 7.5, 5.7, 7.1, 7.9, 1.6, -5.4, -5.9, // 1800 … 1890
		-2.7, 10.5, 21.2, 24.0, 24.3, 29.1, 33.2, 40.2, 50.5, 56.9, // 1900 … 1990
		63.8, 66.1, 69.4, 70, 73, 77, 82, 88, 94, 101, 108, // 2000 … 2100
	}
	decade := (julian-j2000)/3652.5 + 20
	i := min(max(int(decade), 0), len(seconds)-2)
	return (seconds[i] + (decade-float64(i))*(seconds[i+1]-seconds[i])) / 86400
}

func sinDegrees(a float64) float64 { return math.Sin(math.Mod(a, 360) * math.Pi / 180) }
