const double A = 1.5
const double B = -1.5e3
const double C = 1e10
const double D = 2.5E-2
const double E = +.5
const double F = -3
const double G = 0x10
const double H = .25e+1
